using Mirai.Cli.Toml;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Input;

/// <summary>Reads scenarios out of a file: what stands at its top holds for all scenarios that do not say otherwise.</summary>
internal sealed class ScenarioReader(TomlReader reader, ScenarioTexts texts, TomlTable root)
{
    private const string ListKey = "scenario";
    private static readonly string[] Parts = ["acquired", "retention", "ltv", "existing"];

    private readonly CurveReader _curves = new(reader, texts);

    /// <summary>The whole file.</summary>
    /// <param name="name">What the scenario is called where the file holds a single one without a name.</param>
    public ScenarioFile Read(string name)
    {
        var isList = root.Entries.ContainsKey(ListKey);
        reader.CheckKeys(root, [.. isList ? [] : (string[])["name"], "years", "currency", .. Parts, ListKey]);
        var years = root.Entries.TryGetValue("years", out var length)
            ? reader.Whole(length.Value, 1, ScenarioFile.MostYears, texts.YearsExpected)
            : ScenarioFile.DefaultYears;
        return new ScenarioFile(isList ? Several() : [Scenario(root, name)], years, CurrencyOf());
    }

    private List<Scenario> Several()
    {
        var entry = root.Entries[ListKey];
        if (entry.Value is not TomlArray { Items.Count: > 0 } array) throw reader.WrongKind(entry.Value, texts.ScenariosExpected);
        var scenarios = new List<Scenario>();
        foreach (var item in array.Items)
        {
            if (item is not TomlTable table) throw reader.WrongKind(item, texts.ScenariosExpected);
            reader.CheckKeys(table, ["name", .. Parts]);
            var scenario = Scenario(table, name: null);
            if (scenarios.Exists(other => string.Equals(other.Name, scenario.Name, StringComparison.Ordinal)))
            {
                throw reader.Wrong(table.Entries["name"].Value.Place, texts.NameTwice(scenario.Name));
            }

            scenarios.Add(scenario);
        }

        return scenarios;
    }

    private Scenario Scenario(TomlTable table, string? name)
    {
        if (table.Entries.TryGetValue("name", out var given)) name = reader.Text(given.Value, texts.NameExpected);
        if (name is null) throw reader.Wrong(table.Place, texts.KeyMissing("name"));
        return new Scenario
        {
            Name = name,
            Acquisition = Part(table, "acquired") is { } acquired ? _curves.Acquisition(acquired) : AcquisitionPlan.None,
            Existing = Part(table, "existing") is { } existing ? _curves.Existing(existing) : [],
            Retention = _curves.Retention(Part(table, "retention") ?? throw Missing(table, "retention", name)),
            Ltv = _curves.Ltv(Part(table, "ltv") ?? throw Missing(table, "ltv", name)),
        };
    }

    /// <summary>A part of a scenario, or of the whole file where the scenario has none of its own.</summary>
    private TomlNode? Part(TomlTable table, string key)
    {
        if (table.Entries.TryGetValue(key, out var own)) return own.Value;
        return root.Entries.TryGetValue(key, out var shared) ? shared.Value : null;
    }

    private WrongInputException Missing(TomlTable table, string key, string name) => reader.Wrong(table.Place, texts.PartMissing(key, name));

    private Currency CurrencyOf()
    {
        if (!root.Entries.TryGetValue("currency", out var entry)) return Currency.Jpy;
        var expected = string.Join(", ", Currency.KnownCodes);
        return Currency.TryParse(reader.Text(entry.Value, expected), out var currency) ? currency : throw reader.WrongKind(entry.Value, expected);
    }
}
