using Mirai.History;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai;

/// <content>Probability models: who is still a customer, how often he will buy, and for how much.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>Frequency, recency and age of all customers who had bought by the end of a day; purchases of one day count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public PurchaseStatistics PurchaseStatistics(DateOnly until, CancellationToken cancellationToken = default) =>
        PatternKernel.Statistics(History, DayIndex(until), Options.MaxThreads, cancellationToken);

    /// <summary>Mean spend per repeat purchase day of all who had bought again by the end of a day; returns are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public SpendStatistics SpendStatistics(DateOnly until, CancellationToken cancellationToken = default) =>
        SpendKernel.Statistics(History, DayIndex(until), Options.MaxThreads, cancellationToken);

    /// <summary>Fits a model of repeat purchases to all purchases up to the end of a day.</summary>
    /// <param name="model">Which model; MBG/NBD unless there is a reason.</param>
    /// <param name="calibrateUntil">The last day that the fit may see; <see langword="null"/> for the last observed day.</param>
    /// <param name="unit">The unit of time of the parameters. It changes their scale, not what the model answers.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The model, or the reason why the data do not give one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public ModelFit<PurchaseModel> FitPurchases(
        PurchaseModelKind model = PurchaseModelKind.MbgNbd, DateOnly? calibrateUntil = null, TimeUnit unit = TimeUnit.Week,
        CancellationToken cancellationToken = default) =>
        PurchaseStatistics(calibrateUntil ?? History.Days.Last, cancellationToken).Fit(model, unit, Options.MaxThreads, cancellationToken);

    /// <summary>Fits the Gamma-Gamma model of spend to all repeat purchases up to the end of a day.</summary>
    /// <param name="calibrateUntil">The last day that the fit may see; <see langword="null"/> for the last observed day.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The model, or the reason why the data do not give one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public ModelFit<GammaGammaModel> FitSpend(DateOnly? calibrateUntil = null, CancellationToken cancellationToken = default) =>
        SpendStatistics(calibrateUntil ?? History.Days.Last, cancellationToken).Fit(Options.MaxThreads, cancellationToken);

    /// <summary>Scores every customer at the end of a day, in one pass on all cores.</summary>
    /// <param name="purchases">The model of repeat purchases.</param>
    /// <param name="asOf">The day; may be later than the one the model was fitted to.</param>
    /// <param name="spend">The model of spend; <see langword="null"/> leaves the money columns empty.</param>
    /// <param name="options">How far to look ahead, and how to discount.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed, or an option is out of range.</exception>
    public PurchaseScores ScoreCustomers(
        PurchaseModel purchases, DateOnly asOf, GammaGammaModel? spend = null, PurchaseScoreOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        var chosen = options ?? PurchaseScoreOptions.Default;
        PurchaseModel.CheckDiscount(chosen.ValueMonths, chosen.MonthlyDiscountRate);
        if (chosen.Horizon.Length == 0) throw new ArgumentException("The horizon is empty.", nameof(options));
        var lastDay = DayIndex(asOf);
        var horizonDays = chosen.Horizon.After(asOf).DayNumber - asOf.DayNumber;
        var horizon = purchases.In(TimeSpan.FromDays(horizonDays));
        var scores = new PurchaseScores(asOf, horizonDays, History.CustomerCount, spend is not null);
        ColumnWork.Run(
            History, Options.MaxThreads,
            () => new PurchaseScoreKernel(lastDay, purchases.ScorerUntil(lastDay, horizon, chosen), spend, History.Currency.MinorPerUnit, scores),
            progress, cancellationToken);
        return scores;
    }
}
