using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>Counts repeat purchase days by day, and those after the end of calibration by calibration frequency. One per thread.</summary>
internal sealed class HoldoutKernel(int calibrationDay, int dayCount) : IColumnWork
{
    /// <summary>Frequencies 0 to 6, then 7 and more.</summary>
    public const int Bands = 8;

    /// <summary>Purchase days after the end of calibration, by band of calibration frequency.</summary>
    public long[] Later { get; } = new long[Bands];

    /// <summary>Repeat purchase days on each day, of customers who had bought by the end of calibration.</summary>
    public long[] RepeatsByDay { get; } = new long[dayCount];

    /// <summary>Compares a model with what came after the end of calibration.</summary>
    public static HoldoutComparison Compare(
        PurchaseHistory history, PurchaseModel model, PurchaseStatistics statistics, int calibrationDay, int maxThreads, CancellationToken cancellationToken)
    {
        var days = history.Days;
        var workers = ColumnWork.Run(history, maxThreads, () => new HoldoutKernel(calibrationDay, days.Count), cancellationToken);
        var horizon = model.In(TimeSpan.FromDays(days.Count - 1 - calibrationDay));
        var scorer = model.ScorerUntil(calibrationDay, horizon, PurchaseScoreOptions.Default);
        var (customers, expected) = (new long[Bands], new double[Bands]);
        foreach (var group in statistics.Groups)
        {
            var band = Math.Min(group.Frequency, Bands - 1);
            customers[band] += group.Customers;
            expected[band] += group.Customers * scorer.ProbabilityAlive(group.Frequency, group.RecencyDays, group.AgeDays)
                * scorer.ExpectedWhileAlive(group.Frequency, group.AgeDays);
        }

        var rows = Enumerable.Range(0, Bands).Select(band => new HoldoutRow(band, customers[band], workers.Sum(w => w.Later[band]), expected[band]));
        return new HoldoutComparison(days[calibrationDay], days.Last, [.. rows]);
    }

    /// <summary>Follows all repeat purchases over all observed days.</summary>
    public static RepeatPurchaseTracking Track(
        PurchaseHistory history, PurchaseModel model, PurchaseStatistics statistics, int calibrationDay, int maxThreads, CancellationToken cancellationToken)
    {
        var days = history.Days;
        var workers = ColumnWork.Run(history, maxThreads, () => new HoldoutKernel(calibrationDay, days.Count), cancellationToken);
        var newcomers = new long[calibrationDay + 1];
        foreach (var group in statistics.Groups) newcomers[calibrationDay - group.AgeDays] += group.Customers;
        var expected = new double[days.Count];
        for (var age = 1; age < days.Count; age++) expected[age] = model.ExpectedPurchases(TimeSpan.FromDays(age));
        var steps = new List<TrackingStep>();
        var actual = 0L;
        for (var day = 0; day < days.Count; day++)
        {
            actual += workers.Sum(w => w.RepeatsByDay[day]);
            if ((day + 1) % TimeUnits.DaysPer(model.Unit) != 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var sum = 0.0;
            for (var first = 0; first <= Math.Min(day, calibrationDay); first++) sum += newcomers[first] * expected[day - first];
            steps.Add(new TrackingStep(days[day], actual, sum));
        }

        return new RepeatPurchaseTracking(days[calibrationDay], steps);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            var (last, calibration, later) = (-1, 0, 0);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (TAmount.IsNegative(amounts[row]) || day == last) continue;
                if (day <= calibrationDay) calibration++;
                else if (calibration == 0) break;
                else later++;
                if (last >= 0) RepeatsByDay[day]++;
                last = day;
            }

            if (calibration > 0) Later[Math.Min(calibration, Bands) - 1] += later;
        }
    }
}
