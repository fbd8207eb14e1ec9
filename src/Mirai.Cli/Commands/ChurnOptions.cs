using System.CommandLine;
using System.Globalization;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Commands;

/// <summary>The options that say how window churn and lifetime value are computed.</summary>
internal sealed class ChurnOptions
{
    private readonly Option<string> _window = NewOption.Text("--window", "PERIOD");
    private readonly Option<string> _coverage = NewOption.Text("--coverage", "SHARE");
    private readonly Option<string> _annualise = NewOption.Text("--annualise", "simple|compound");
    private readonly Option<bool> _signed = NewOption.Flag("--signed-decline");
    private readonly Option<string> _firstYear = NewOption.Text("--first-year", "whole|thinned");
    private readonly Option<string> _horizon = NewOption.Text("--horizon", "PERIOD");
    private readonly Option<string> _discount = NewOption.Text("--discount", "RATE");
    private readonly Option<string> _margin = NewOption.Text("--margin", "RATE");
    private readonly Option<string> _cost = NewOption.Text("--acquisition-cost", "AMOUNT");
    private readonly Option<string> _totals = NewOption.Text("--totals", "N,N,...");
    private readonly Option<string> _sample = NewOption.Text("--sample", "N|SHARE");
    private readonly Option<string> _seed = NewOption.Text("--seed", "S");
    private readonly Option<string> _confidence = NewOption.Text("--confidence", "90|95|99");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
        [_window, _coverage, _annualise, _signed, _firstYear, _horizon, _discount, _margin, _cost, _sample, _seed, _confidence, _totals];

    /// <summary>The option of totals, which need no purchases.</summary>
    public Option<string> TotalsOption => _totals;

    /// <summary>The option of sampling.</summary>
    public Option<string> SampleOption => _sample;

    /// <summary>How the figures are computed.</summary>
    /// <exception cref="WrongInputException">An option is wrong.</exception>
    public WindowChurnOptions Read(CommandRun run)
    {
        var options = new WindowChurnOptions
        {
            Window = run.Period(_window) ?? WindowChurnOptions.Default.Window,
            Coverage = Rate(run, _coverage, "0 < SHARE <= 1, 80% ...", share => share is > 0 and <= 1) ?? WindowChurnOptions.Default.Coverage,
            Annualisation = run.Choice(_annualise, ("simple", Annualisation.Simple), ("compound", Annualisation.Compound)) ?? Annualisation.Simple,
            IsDeclineSigned = run.Has(_signed),
            FirstYear = run.Choice(_firstYear, ("whole", FirstYear.Whole), ("thinned", FirstYear.Thinned)) ?? FirstYear.Whole,
            DiscountRate = Rate(run, _discount, "0 <= RATE <= 10, 10% ...", rate => rate is >= 0 and <= 10) ?? 0,
            MarginRate = Rate(run, _margin, "0 < RATE <= 1, 30% ...", rate => rate is > 0 and <= 1) ?? 1,
            AcquisitionCost = Rate(run, _cost, "AMOUNT > 0", amount => amount > 0, allowPercent: false),
        };
        return options with { Horizon = Horizon(run) };
    }

    /// <summary>The totals typed, or <see langword="null"/> where none were.</summary>
    /// <exception cref="WrongInputException">They are not six numbers.</exception>
    public WindowTotals? Totals(CommandRun run)
    {
        const string Expected = "BASE_CUSTOMERS,BASE_PURCHASES,BASE_SALES,NEXT_CUSTOMERS,NEXT_PURCHASES,NEXT_SALES";
        if (run.Value(_totals, Expected) is not { } text) return null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 6 && Count(parts[0]) is { } n0 && Count(parts[1]) is { } q0 && Amount(parts[2]) is { } s0
            && Count(parts[3]) is { } n1 && Count(parts[4]) is { } q1 && Amount(parts[5]) is { } s1
            ? new WindowTotals(n0, q0, s0, n1, q1, s1)
            : throw run.Bad(_totals, text, Expected);
    }

    /// <summary>How to draw a sample, or <see langword="null"/> where none is wanted.</summary>
    /// <exception cref="WrongInputException">An option is wrong.</exception>
    public WindowSampling? Sampling(CommandRun run)
    {
        const string Expected = "N >= 1, 5% ...";
        var seed = run.Number(_seed, long.MinValue, long.MaxValue) ?? 1;
        var confidence = run.Choice(_confidence, ("95", 0.95), ("90", 0.9), ("99", 0.99), ("95%", 0.95), ("90%", 0.9), ("99%", 0.99)) ?? 0.95;
        if (run.Value(_sample, Expected) is not { } text) return null;
        var sampling = new WindowSampling { Seed = seed, Confidence = confidence };
        if (Number(text, allowPercent: true) is not { } size || size <= 0) throw run.Bad(_sample, text, Expected);
        if (text.EndsWith('%')) return size <= 1 ? sampling with { Share = size } : throw run.Bad(_sample, text, Expected);
        return size == decimal.Truncate(size) && size <= int.MaxValue
            ? sampling with { Customers = (int)size }
            : throw run.Bad(_sample, text, Expected);
    }

    private Period? Horizon(CommandRun run)
    {
        if (run.Period(_horizon) is not { } horizon) return null;
        var (periods, years) = horizon.PeriodsPerYear;
        return years <= periods * WindowChurnOptions.MostHorizonYears
            ? horizon
            : throw run.Bad(_horizon, horizon.ToString(), $"<= {WindowChurnOptions.MostHorizonYears}y");
    }

    private static decimal? Rate(CommandRun run, Option<string> option, string expected, Func<decimal, bool> isGood, bool allowPercent = true)
    {
        if (run.Value(option, expected) is not { } text) return null;
        return Number(text, allowPercent) is { } number && isGood(number) ? number : throw run.Bad(option, text, expected);
    }

    /// <summary>A number; <c>10%</c> is 0.1.</summary>
    private static decimal? Number(string text, bool allowPercent)
    {
        var isPercent = allowPercent && text.EndsWith('%');
        if (Amount(isPercent ? text[..^1] : text) is not { } number) return null;
        return isPercent ? number / 100 : number;
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Count(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
