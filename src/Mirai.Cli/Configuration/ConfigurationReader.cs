using Mirai.Cli.Daily;
using Mirai.Cli.Input;
using Mirai.Cli.Toml;
using Mirai.Cli.Wording;

namespace Mirai.Cli.Configuration;

/// <summary>Reads a configuration out of its tables.</summary>
/// <param name="reader">Complains with file, line and column.</param>
/// <param name="texts">What is expected.</param>
/// <param name="root">The file.</param>
/// <param name="folder">Its folder.</param>
internal sealed class ConfigurationReader(TomlReader reader, ConfigurationTexts texts, TomlTable root, string folder)
{
    /// <summary>The database's name where the file does not give one.</summary>
    public const string DatabaseName = "mirai.db";

    private const string Purchases = "--purchases";

    /// <summary>The keys of each section, in the order of the documentation.</summary>
    public static OrderedDictionary<string, IReadOnlyList<string>> Keys { get; } = new(StringComparer.Ordinal)
    {
        ["input"] = [TomlSettings.KeyOf(Purchases), .. InputSettings.Names.Select(TomlSettings.KeyOf)],
        ["diagnosis"] = ["rules", "as_of", "catch_up", "holidays", "overdue"],
        ["output"] = ["folder", "workbook", "page", "database", "language", "keep"],
        ["alert"] = ["fail_on", "on_rule_error", "on_warning", "time_limit"],
    };

    /// <summary>The whole file.</summary>
    public RunConfiguration Read()
    {
        reader.CheckKeys(root, [.. Keys.Keys]);
        var (input, diagnosis, output, alert) = (Section("input"), Section("diagnosis"), Section("output"), Section("alert"));
        var purchases = input.Files(Purchases) ?? throw reader.Wrong(Place("input"), texts.PurchasesMissing);
        foreach (var file in purchases.Where(file => Path.GetFileName(file) is "-")) throw reader.Wrong(Place("input"), texts.NoStandardInput);
        return new RunConfiguration(purchases, InputSettings.Read(input), DiagnosisOf(diagnosis), OutputOf(output), AlertOf(alert));
    }

    private static int? Whole(TomlSettings settings, string key, int least, int most) => (int?)settings.Number(key, least, most);

    private DiagnosisSetup DiagnosisOf(TomlSettings diagnosis) => new(
        diagnosis.Find("rules") is TomlArray { Items.Count: 0 } ? [] : diagnosis.Files("rules") ?? [],
        diagnosis.Day("as_of"),
        Whole(diagnosis, "catch_up", 0, DiagnosisSetup.MostCatchUp) ?? DiagnosisSetup.DefaultCatchUp,
        diagnosis.Find("holidays") switch
        {
            null => [],
            TomlArray days => [.. days.Items.Select(DayOf)],
            var other => throw reader.WrongKind(other, texts.DaysExpected),
        },
        DiagnosisMaker.OverdueListed(diagnosis) ?? 0);

    private OutputSetup OutputOf(TomlSettings output)
    {
        var target = output.Find("folder") is { } path ? output.PathOf(path) : throw reader.Wrong(Place("output"), texts.FolderMissing);
        var database = output.Find("database") switch
        {
            null or TomlSwitch { Value: true } => Path.Combine(target, DatabaseName),
            TomlSwitch => null,
            TomlText => output.PathOf(output.Find("database")!),
            var other => throw reader.WrongKind(other, texts.DatabaseExpected),
        };
        var language = output.Choice("language", ("en", false), ("ja", true));
        return new OutputSetup(
            target, IsOn(output, "workbook"), IsOn(output, "page"), database, language is { } japanese ? japanese ? "ja" : "en" : null,
            Whole(output, "keep", 1, int.MaxValue));
    }

    private AlertSetup AlertOf(TomlSettings alert)
    {
        var failOn = WarningLevels.Read(alert, "fail_on");
        var failOnErrors = alert.Choice("on_rule_error", ("report", false), ("fail", true)) ?? false;
        var limit = Whole(alert, "time_limit", 1, AlertProgram.MostLimitSeconds) ?? AlertProgram.DefaultLimitSeconds;
        return new AlertSetup(failOn, failOnErrors, alert.Find("on_warning") switch
        {
            null => null,
            TomlArray { Items.Count: > 0 } words => new AlertProgram([.. words.Items.Select(word => reader.Text(word, texts.CommandExpected))], IsForShell: false, folder, limit),
            TomlText text => new AlertProgram([reader.Text(text, texts.CommandExpected)], IsForShell: true, folder, limit),
            var other => throw reader.WrongKind(other, texts.CommandExpected),
        });
    }

    private bool IsOn(TomlSettings settings, string key) => settings.Find(key) is not { } node || reader.Switch(node);

    private DateOnly DayOf(TomlNode node)
    {
        var text = node switch { TomlText written => written.Value, TomlOther written => written.Text, _ => throw reader.WrongKind(node, texts.DaysExpected) };
        return Ingest.DayText.Any.TryParse(text, out var day) ? day : throw reader.WrongKind(node, texts.DaysExpected);
    }

    private TomlPlace Place(string section) => root.Entries.TryGetValue(section, out var entry) ? entry.KeyPlace : root.Place;

    private TomlSettings Section(string name)
    {
        if (!root.Entries.TryGetValue(name, out var entry)) return new TomlSettings(reader, new TomlTable(root.Place), folder);
        if (entry.Value is not TomlTable table) throw reader.WrongKind(entry.Value, $"[{name}]");
        reader.CheckKeys(table, Keys[name]);
        return new TomlSettings(reader, table, folder);
    }
}
