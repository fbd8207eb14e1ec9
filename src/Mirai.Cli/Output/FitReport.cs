using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>Everything that is told of a fit, before anybody decides how it is written.</summary>
internal sealed record FitReport
{
    /// <summary>The model's name, as <c>--model</c> takes it.</summary>
    public required string Model { get; init; }

    /// <summary>The last day that the fit saw.</summary>
    public required DateOnly CalibratedUntil { get; init; }

    /// <summary>Why there is no model; <see langword="null"/> where there is one.</summary>
    public required NotIdentifiedReason? Reason { get; init; }

    /// <summary>The reason with what was found, in English.</summary>
    public required string Explanation { get; init; }

    /// <summary>The customers that were fitted to.</summary>
    public required long Customers { get; init; }

    /// <summary>The log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many searches ended at the maximum, and how many there were.</summary>
    public required (int Agreeing, int All) Starts { get; init; }

    /// <summary>The estimates.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }

    /// <summary>Those with a repeat purchase; <see langword="null"/> where that is not the question.</summary>
    public long? RepeatBuyers { get; init; }

    /// <summary>The unit of time, of models of purchases.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>What came after calibration.</summary>
    public HoldoutComparison? Holdout { get; init; }

    /// <summary>The model of spend's own findings.</summary>
    public (double? Mean, long Excluded, SpendIndependence Independence)? Spend { get; init; }

    /// <summary>The retention curve: the period's length, and by number of periods the observed and the modelled share left.</summary>
    public (Period Period, IReadOnlyList<CurvePoint> Points)? Curve { get; init; }

    /// <summary>A point of a retention curve.</summary>
    /// <param name="Periods">How many periods.</param>
    /// <param name="Observed">The observed share left; missing beyond what was watched.</param>
    /// <param name="Expected">The modelled share left; missing without a model.</param>
    /// <param name="Retention">The modelled retention of the period; missing for the first point.</param>
    internal readonly record struct CurvePoint(int Periods, double? Observed, double? Expected, double? Retention);

    /// <summary>A model of repeat purchases.</summary>
    public static FitReport OfPurchases(CustomerAnalysis analysis, PurchaseModelKind kind, DateOnly until, TimeUnit unit, CancellationToken stop)
    {
        var statistics = analysis.PurchaseStatistics(until, stop);
        var fit = statistics.Fit(kind, unit, analysis.Options.MaxThreads, stop);
        var name = kind switch { PurchaseModelKind.BgNbd => "bg-nbd", PurchaseModelKind.ParetoNbd => "pareto-nbd", _ => "mbg-nbd" };
        var isHeldOut = until < analysis.History.Days.Last;
        return Of(name, until, fit) with
        {
            Unit = unit,
            RepeatBuyers = statistics.RepeatBuyers,
            Holdout = isHeldOut && fit.TryGetModel(out var model) ? analysis.CompareHoldout(model, until, stop) : null,
        };
    }

    /// <summary>The model of spend.</summary>
    public static FitReport OfSpend(CustomerAnalysis analysis, DateOnly until, CancellationToken stop)
    {
        var statistics = analysis.SpendStatistics(until, stop);
        var fit = statistics.Fit(analysis.Options.MaxThreads, stop);
        return Of("gamma-gamma", until, fit) with
        {
            Spend = (fit.TryGetModel(out var model) ? model.MeanSpend : null, statistics.Excluded, statistics.Independence),
        };
    }

    /// <summary>A model of retention, and its curve as far again as it was observed.</summary>
    public static FitReport OfRetention(CustomerAnalysis analysis, RetentionModelKind kind, Period period, DateOnly until, CancellationToken stop)
    {
        var counts = analysis.RetentionCounts(period, until, stop);
        var fit = counts.Fit(kind, stop);
        fit.TryGetModel(out var model);
        var last = model is null ? counts.Periods : Math.Max(5, 2 * counts.Periods);
        var points = Enumerable.Range(0, last + 1).Select(periods => new CurvePoint(
            periods, periods <= counts.Periods && counts.Customers > 0 ? Known(counts.ObservedSurvival(periods)) : null, model?.Survival(periods),
            periods == 0 ? null : model?.RetentionRate(periods)));
        return Of(kind == RetentionModelKind.ShiftedBetaGeometric ? "sbg" : "bdw", until, fit) with { Curve = (period, [.. points]) };
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static FitReport Of<TModel>(string name, DateOnly until, ModelFit<TModel> fit)
        where TModel : class => new()
        {
            Model = name,
            CalibratedUntil = until,
            Reason = fit.Reason,
            Explanation = fit.Explanation,
            Customers = fit.Customers,
            LogLikelihood = fit.LogLikelihood,
            Starts = (fit.AgreeingStarts, fit.Starts),
            Parameters = fit.Parameters,
        };
}
