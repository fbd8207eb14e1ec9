using System.Numerics;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>The portfolio's conditions made ready for one history. May be used by many threads at once.</summary>
internal sealed class PortfolioRules
{
    private readonly PurchaseHistory _history;
    private readonly PortfolioOptions _options;
    private readonly int _goneDays;
    private readonly long? _given;
    private readonly Lazy<(long[] Sales, long[] Purchases)> _running;

    public PortfolioRules(PurchaseHistory history, PortfolioOptions options, Period activePeriod, int maxThreads)
    {
        options.Check();
        _history = history;
        _options = options;
        var (days, per) = activePeriod.NominalDays;
        _goneDays = options.GoneDays ?? (int)Math.Min(int.MaxValue, ((days * 240) + (per * 365) - 1) / (per * 365));
        if (options.Threshold is { } threshold)
        {
            if (history.Currency.TryToMinor(threshold, round: false, out var minor) != AmountConversion.Exact)
                throw new ArgumentException($"The portfolio's threshold {threshold} is no amount in {history.Currency}.");
            _given = minor;
        }

        _running = new Lazy<(long[], long[])>(() => Running(maxThreads));
    }

    /// <summary>The indexes of the observed month's ends.</summary>
    public static int[] MonthEnds(DayRange days) => [.. Enumerable.Range(0, days.Count).Where(day => days[day] == DateOnly.MaxValue || days[day].AddDays(1).Day == 1)];

    /// <summary>T on a day as a fraction of minor units: that of the month's end strictly before. 0/0 where no purchase lies before that.</summary>
    public PortfolioThreshold ThresholdOn(int day)
    {
        if (_given is { } given) return new PortfolioThreshold(given, 1);
        var monthEnd = day - _history.Days[day].Day;
        if (monthEnd < 0) return default;
        var (sales, purchases) = _running.Value;
        return purchases[monthEnd] == 0 ? default : new PortfolioThreshold((Int128)sales[monthEnd] * _options.OrderValues, purchases[monthEnd]);
    }

    /// <summary>The place of the group.</summary>
    /// <param name="first">The first purchase day.</param>
    /// <param name="last">The last one up to the day.</param>
    /// <param name="spend">Net sales up to the day, in minor units.</param>
    /// <param name="day">The day.</param>
    /// <param name="threshold">T on the day.</param>
    public int GroupOf(int first, int last, long spend, int day, PortfolioThreshold threshold) =>
        new PortfolioGroup(StageOf(last - first, spend, threshold), day - last < _goneDays).Place;

    /// <summary>The groups' places on several days, ascending; -1 before the first purchase.</summary>
    public void GroupsOf(CustomerRun run, ReadOnlySpan<int> days, ReadOnlySpan<PortfolioThreshold> thresholds, Span<int> groups)
    {
        var runDays = run.Days;
        var amounts = run.Amounts;
        var (row, first, last) = (0, run.FirstDay, -1);
        long spend = 0;
        for (var i = 0; i < days.Length; i++)
        {
            for (; row < runDays.Length && runDays[row] <= days[i]; row++)
            {
                spend += amounts[row];
                if (amounts[row] >= 0) last = runDays[row];
            }

            groups[i] = last < 0 ? -1 : GroupOf(first, last, spend, days[i], thresholds[i]);
        }
    }

    private PortfolioStage StageOf(int tenure, long spend, PortfolioThreshold threshold)
    {
        if (tenure == 0) return PortfolioStage.First;
        if (tenure < _options.SteadyDays) return PortfolioStage.Toddler;
        if (!threshold.IsReachedBy(spend)) return PortfolioStage.Steady;
        return tenure < _options.BestDays ? PortfolioStage.Fad : PortfolioStage.Best;
    }

    private (long[] Sales, long[] Purchases) Running(int maxThreads)
    {
        var workers = ColumnWork.Run(_history, maxThreads, () => new SumKernel(_history.Days.Count), CancellationToken.None);
        var (sales, purchases) = (new long[_history.Days.Count], new long[_history.Days.Count]);
        for (var day = 0; day < sales.Length; day++)
        {
            sales[day] = (day == 0 ? 0 : sales[day - 1]) + workers.Sum(w => w.Sales[day]);
            purchases[day] = (day == 0 ? 0 : purchases[day - 1]) + workers.Sum(w => w.Purchases[day]);
        }

        return (sales, purchases);
    }

    /// <summary>Adds up net sales and purchases by day. One per thread.</summary>
    private sealed class SumKernel(int days) : IColumnWork
    {
        public long[] Sales { get; } = new long[days];

        public long[] Purchases { get; } = new long[days];

        public void Run<TDay, TAmount>(
            int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
            where TDay : unmanaged, IBinaryInteger<TDay>
            where TAmount : unmanaged, IBinaryInteger<TAmount>
        {
            for (var row = offsets[firstCustomer]; row < offsets[endCustomer]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                Sales[day] += long.CreateTruncating(amounts[row]);
                if (!TAmount.IsNegative(amounts[row])) Purchases[day]++;
            }
        }
    }
}

/// <summary>T in minor units, exactly; a denominator of 0 where there is none, and nobody reaches it.</summary>
internal readonly record struct PortfolioThreshold(Int128 Numerator, long Denominator)
{
    private readonly long? _least = LeastSpend(Numerator, Denominator);

    /// <summary>Whether a spend is T or more.</summary>
    public bool IsReachedBy(long spend) => spend >= _least;

    /// <summary>T in currency units; <see langword="null"/> where there is none.</summary>
    public decimal? ToAmount(Currency currency) => Denominator == 0 ? null : (decimal)Numerator / Denominator / currency.MinorPerUnit;

    /// <summary>The least whole spend that is T or more; <see langword="null"/> where none is.</summary>
    private static long? LeastSpend(Int128 numerator, long denominator)
    {
        if (denominator <= 0) return null;
        var (quotient, rest) = Int128.DivRem(numerator, denominator);
        var least = rest > 0 ? quotient + 1 : quotient;
        return least > long.MaxValue ? null : (long)Int128.Max(least, long.MinValue);
    }
}
