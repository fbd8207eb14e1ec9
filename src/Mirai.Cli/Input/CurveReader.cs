using System.Globalization;
using Mirai.Cli.Toml;
using Mirai.Cli.Wording;
using Mirai.Projection;

namespace Mirai.Cli.Input;

/// <summary>Reads the curves of a scenario: a number, a list, a straight line, or what was observed.</summary>
internal sealed class CurveReader(TomlReader reader, ScenarioTexts texts)
{
    private const decimal MostCustomers = 100_000_000_000;
    private const decimal MostMoney = 100_000_000_000_000;
    private const int MostYears = ScenarioFile.MostYears;

    /// <summary>Shares from 0 to 1, or "70 %".</summary>
    public RetentionCurve Retention(TomlNode node)
    {
        switch (node)
        {
            case TomlArray:
                return RetentionCurve.List(reader.Numbers(node, MostYears, texts.RetentionExpected, Share));
            case TomlTable table when table.Entries.ContainsKey("stayed") || table.Entries.ContainsKey("customers"):
                return RetentionCurve.Fit(Evidence(table, "stayed", isShare: true), Fit(table)) ?? throw reader.WrongKind(node, texts.EvidenceExpected);
            case TomlTable table:
                var (from, to, years) = Ramp(table, texts.RetentionExpected, Share);
                return RetentionCurve.Ramp(from, to, years);
            case TomlNumber or TomlText:
                return RetentionCurve.Constant(Share(node));
            default:
                throw reader.WrongKind(node, texts.RetentionExpected);
        }
    }

    /// <summary>Money from 0 up.</summary>
    public ValueCurve Ltv(TomlNode node)
    {
        switch (node)
        {
            case TomlArray:
                return ValueCurve.List(reader.Numbers(node, MostYears, texts.LtvExpected, Money));
            case TomlTable table when table.Entries.ContainsKey("sales") || table.Entries.ContainsKey("customers"):
                return ValueCurve.Fit(Evidence(table, "sales", isShare: false), Fit(table)) ?? throw reader.WrongKind(node, texts.EvidenceExpected);
            case TomlTable table:
                var (from, to, years) = Ramp(table, texts.LtvExpected, Money);
                return ValueCurve.Ramp(from, to, years);
            case TomlNumber:
                return ValueCurve.Constant(Money(node));
            default:
                throw reader.WrongKind(node, texts.LtvExpected);
        }
    }

    /// <summary>So many every year, or a list after which nobody comes, or a list and so many after it.</summary>
    public AcquisitionPlan Acquisition(TomlNode node)
    {
        switch (node)
        {
            case TomlArray:
                return AcquisitionPlan.List(reader.Numbers(node, MostYears, texts.AcquiredExpected, Customers));
            case TomlTable table:
                reader.CheckKeys(table, "first", "then");
                var first = reader.Numbers(Needed(table, "first"), MostYears, texts.CustomersExpected, Customers);
                return AcquisitionPlan.List(first).Then(Customers(Needed(table, "then")));
            case TomlNumber:
                return AcquisitionPlan.EveryYear(Customers(node));
            default:
                throw reader.WrongKind(node, texts.AcquiredExpected);
        }
    }

    /// <summary>Customers by customer year.</summary>
    public decimal[] Existing(TomlNode node) => reader.Numbers(node, MostYears, texts.CustomersExpected, Customers);

    private (decimal From, decimal To, int Years) Ramp(TomlTable table, string expected, Func<TomlNode, decimal> read)
    {
        if (table.Entries.Count == 0) throw reader.WrongKind(table, expected);
        reader.CheckKeys(table, "from", "to", "years");
        return (read(Needed(table, "from")), read(Needed(table, "to")), reader.Whole(Needed(table, "years"), 2, MostYears, texts.RampYearsExpected));
    }

    private List<CurveEvidence> Evidence(TomlTable table, string part, bool isShare)
    {
        reader.CheckKeys(table, "customers", part, "least", "rising");
        var (wholes, parts) = (Needed(table, "customers"), Needed(table, part));
        var customers = reader.Numbers(wholes, MostYears, texts.CustomersExpected, Customers);
        var observed = reader.Numbers(parts, MostYears, texts.EvidenceExpected, isShare ? Customers : Money);
        if (customers.Length != observed.Length) throw reader.Wrong(parts.Place, texts.LengthsDiffer(part, observed.Length, customers.Length));
        var evidence = new List<CurveEvidence>();
        for (var i = 0; i < customers.Length; i++)
        {
            var isPossible = isShare ? observed[i] <= customers[i] : customers[i] > 0 ? observed[i] / MostMoney <= customers[i] : observed[i] == 0;
            if (!isPossible) throw reader.Wrong(((TomlArray)parts).Items[i].Place, texts.MoreThanThere(part, observed[i], customers[i]));
            evidence.Add(new CurveEvidence(i + 1, observed[i], customers[i]));
        }

        return evidence;
    }

    private CurveFit Fit(TomlTable table) => new()
    {
        LeastWeight = table.Entries.TryGetValue("least", out var least) ? Customers(least.Value) : CurveFit.Default.LeastWeight,
        IsRising = table.Entries.TryGetValue("rising", out var rising) && reader.Switch(rising.Value),
    };

    private TomlNode Needed(TomlTable table, string key) =>
        table.Entries.TryGetValue(key, out var entry) ? entry.Value : throw reader.Wrong(table.Place, texts.KeyMissing(key));

    private decimal Customers(TomlNode node) => reader.Number(node, 0, MostCustomers, texts.CustomersExpected);

    private decimal Money(TomlNode node) => reader.Number(node, 0, MostMoney, texts.LtvExpected);

    /// <summary>A number is a share and a text is percent, so that neither can be taken for the other.</summary>
    private decimal Share(TomlNode node)
    {
        if (node is not TomlText text) return reader.Number(node, 0, 1, texts.ShareExpected);
        var digits = text.Value.Trim();
        return digits.EndsWith('%')
            && decimal.TryParse(digits[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? percent / 100
            : throw reader.WrongKind(node, texts.ShareExpected);
    }
}
