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

    /// <summary>Compares what a model expects after the end of calibration with what came, by calibration frequency.</summary>
    /// <param name="model">The model.</param>
    /// <param name="calibratedUntil">The last day that it was fitted to; before the last observed day.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed, or nothing is observed after it.</exception>
    public HoldoutComparison CompareHoldout(PurchaseModel model, DateOnly calibratedUntil, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var day = DayIndex(calibratedUntil);
        if (calibratedUntil == History.Days.Last)
        {
            throw new ArgumentOutOfRangeException(nameof(calibratedUntil), calibratedUntil, $"Nothing is observed after it: the history covers {History.Days}.");
        }

        return HoldoutKernel.Compare(History, model, PurchaseStatistics(calibratedUntil, cancellationToken), day, Options.MaxThreads, cancellationToken);
    }

    /// <summary>Follows the repeat purchases of all customers from the first observed day to the last, beside what a model expects.</summary>
    /// <param name="model">The model; its unit of time is the step.</param>
    /// <param name="calibratedUntil">The last day that it was fitted to: customers who came later are left out.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public RepeatPurchaseTracking TrackRepeatPurchases(PurchaseModel model, DateOnly calibratedUntil, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return HoldoutKernel.Track(
            History, model, PurchaseStatistics(calibratedUntil, cancellationToken), DayIndex(calibratedUntil), Options.MaxThreads, cancellationToken);
    }

    /// <summary>How many own periods in a row customers bought in: own periods begin on the first purchase day.</summary>
    /// <remarks>A customer has left in the first own period without a purchase, even if he comes back; a period that is not over is not judged.</remarks>
    /// <param name="period">The length of a period, such as one year.</param>
    /// <param name="until">The last day that is looked at; <see langword="null"/> for the last observed day.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">The period is empty, or too short for the length of the history.</exception>
    public RetentionCounts RetentionCounts(Period period, DateOnly? until = null, CancellationToken cancellationToken = default)
    {
        if (period.Length == 0) throw new ArgumentException("The period is empty.", nameof(period));
        return OwnPeriodKernel.Counts(History, period, DayIndex(until ?? History.Days.Last), Options.MaxThreads, cancellationToken);
    }

    /// <summary>Fits a model of retention to customers' own periods; see <see cref="RetentionCounts(Period, DateOnly?, CancellationToken)"/>.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="period">The length of a period; <see langword="null"/> for one year.</param>
    /// <param name="until">The last day that is looked at; <see langword="null"/> for the last observed day.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The model, or the reason why the data do not give one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">The period is empty, or too short for the length of the history.</exception>
    public ModelFit<RetentionModel> FitRetention(
        RetentionModelKind model = RetentionModelKind.ShiftedBetaGeometric, Period? period = null, DateOnly? until = null,
        CancellationToken cancellationToken = default) =>
        RetentionCounts(period ?? Period.OneYear, until, cancellationToken).Fit(model, cancellationToken);
}
