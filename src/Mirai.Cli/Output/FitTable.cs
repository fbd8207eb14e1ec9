using System.Globalization;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>A fit as one table for machines: what a row is about stands in its first two columns.</summary>
internal static class FitTable
{
    /// <summary>The table.</summary>
    public static DataTable Of(FitReport report, Currency currency) => new(
        [
            new("part", "", IsKey: true), new("item", "", IsKey: true), new("value", ""), new("standard_error", ""), new("customers", ""),
            new("actual", ""), new("expected", ""),
        ],
        [.. Facts(report), .. Parameters(report), .. Holdout(report), .. Spend(report), .. Curve(report)],
        currency);

    private static IEnumerable<Cell[]> Facts(FitReport report)
    {
        yield return Fact("model", Cell.Of(report.Model));
        yield return Fact("verdict", Cell.Of(report.Reason is null ? "identified" : "not_identified"));
        yield return Fact("reason", report.Reason is { } reason ? Cell.Of(Word(reason.ToString())) : Cell.Missing);
        yield return Fact("explanation", report.Explanation.Length > 0 ? Cell.Of(report.Explanation) : Cell.Missing);
        yield return Fact("calibrated_until", Cell.Of(report.CalibratedUntil));
        if (report.Unit is { } unit) yield return Fact("unit", Cell.Of(unit == TimeUnit.Week ? "week" : "day"));
        if (report.Curve is { } curve) yield return Fact("period", Cell.Of(curve.Period.ToString()));
        yield return Fact("customers", Cell.Of(report.Customers));
        if (report.RepeatBuyers is { } repeatBuyers) yield return Fact("repeat_buyers", Cell.Of(repeatBuyers));
        yield return Fact("log_likelihood", Number(report.LogLikelihood));
        yield return Fact("agreeing_searches", Cell.Of(report.Starts.Agreeing));
        yield return Fact("searches", Cell.Of(report.Starts.All));
    }

    private static IEnumerable<Cell[]> Parameters(FitReport report) =>
        report.Parameters.Select(parameter => Row("parameter", parameter.Name, value: Number(parameter.Value), standardError: Number(parameter.StandardError)));

    private static IEnumerable<Cell[]> Holdout(FitReport report)
    {
        if (report.Holdout is not { } holdout) yield break;
        foreach (var row in holdout.Rows) yield return HoldoutRow(row.Frequency == holdout.Rows[^1].Frequency ? $"{Text(row.Frequency)}+" : Text(row.Frequency), row);
        yield return HoldoutRow("all", holdout.Total);
    }

    private static Cell[] HoldoutRow(string item, HoldoutRow row) =>
        Row("holdout", item, customers: Cell.Of(row.Customers), actual: Cell.Of(row.ActualPurchases), expected: Number(row.ExpectedPurchases));

    private static IEnumerable<Cell[]> Spend(FitReport report)
    {
        if (report.Spend is not { } spend) yield break;
        yield return Row("spend", "mean", value: Number(spend.Mean));
        yield return Row("spend", "all_repeats_free", value: Cell.Of(spend.Excluded));
        yield return Row("independence", "correlation", value: Number(spend.Independence.Correlation?.Value));
        yield return Row("independence", "correlation_low_95", value: Number(spend.Independence.Correlation?.Low));
        yield return Row("independence", "correlation_high_95", value: Number(spend.Independence.Correlation?.High));
        yield return Row("independence", "verdict", value: Cell.Of(Word(spend.Independence.Verdict.ToString())));
    }

    private static IEnumerable<Cell[]> Curve(FitReport report)
    {
        if (report.Curve is not { } curve) yield break;
        foreach (var point in curve.Points) yield return Row("survival", Text(point.Periods), actual: Number(point.Observed), expected: Number(point.Expected));
        foreach (var point in curve.Points.Skip(1)) yield return Row("retention", Text(point.Periods), expected: Number(point.Retention));
    }

    private static Cell[] Fact(string item, Cell value) => Row("fit", item, value: value);

    private static Cell[] Row(
        string part, string item, Cell value = default, Cell standardError = default, Cell customers = default, Cell actual = default, Cell expected = default) =>
        [Cell.Of(part), Cell.Of(item), value, standardError, customers, actual, expected];

    private static Cell Number(double? number) =>
        number is { } known && double.IsFinite(known) ? new Cell(CellKind.Ratio, Number: known) : Cell.Missing;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name of the code as files write it: <c>NoRepeatBuyers</c> is <c>no_repeat_buyers</c>.</summary>
    private static string Word(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
