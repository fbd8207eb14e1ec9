using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>By cell the least base spend of a base customer, found exactly without sorting everybody.</summary>
/// <remarks>
/// The limit is the spend at which the running total, largest spend first, reaches the coverage. Spends are added up in bins by their leading bits; only the
/// bin in which the limit lies is sorted. Everybody at the limit is in, so neither order nor threads matter.
/// </remarks>
internal sealed class SpendLimits
{
    private readonly long[] _limits;

    private SpendLimits(long[] limits, long[] buyers, long[] spends) => (_limits, Buyers, Spends) = (limits, buyers, spends);

    /// <summary>By cell everybody who purchased in the base window.</summary>
    public long[] Buyers { get; }

    /// <summary>By cell what all of them spent, in minor units.</summary>
    public long[] Spends { get; }

    /// <summary>The limit of a cell, in minor units.</summary>
    public long this[int cell] => _limits[cell];

    /// <summary>Whether a customer with such sums is a base customer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBaseCustomer(int cell, WindowSums sums) => sums.BasePurchases > 0 && sums.BaseSpend >= _limits[cell];

    /// <summary>The limits of all cells.</summary>
    /// <param name="cells">How many cells.</param>
    /// <param name="coverage">The share of spend to reach; 1 for every buyer, those who spent nothing included.</param>
    /// <param name="run">Runs a sink over all customers.</param>
    /// <param name="maxThreads">0 for one per processor.</param>
    public static SpendLimits Of(int cells, decimal coverage, Func<Func<WindowSink>, IReadOnlyList<WindowSink>> run, int maxThreads)
    {
        var bins = new SpendBins(cells);
        var counts = run(() => new SpendHistogram(bins, cells)).Cast<SpendHistogram>().ToArray();
        var all = counts[0];
        foreach (var count in counts.Skip(1)) all.Add(count);
        var limits = new long[cells];
        if (coverage == 1) return new SpendLimits(limits, all.Buyers, all.Spends);
        var share = Fraction.Of(coverage);
        var needed = Array.ConvertAll(all.Spends, spend => (long)(share * spend).Ceiling());
        var places = new int[cells];
        for (var cell = 0; cell < cells; cell++) (places[cell], needed[cell]) = all.Find(cell, needed[cell]);
        var gathered = run(() => new SpendGatherer(bins, places)).Cast<SpendGatherer>();
        var spends = gathered.SelectMany(g => g.Found).ToLookup(found => found.Cell, found => found.Spend);
        WorkSplit.Run(cells, maxThreads, () => 0, (_, cell) => limits[cell] = Reach(spends[cell], needed[cell]), CancellationToken.None);
        return new SpendLimits(limits, all.Buyers, all.Spends);
    }

    private static long Reach(IEnumerable<long> spends, long needed)
    {
        if (needed == 0) return 0; // Nobody spent anything: all are at the limit.
        foreach (var spend in spends.OrderDescending())
        {
            needed -= spend;
            if (needed <= 0) return spend;
        }

        throw new InvalidOperationException($"A bin lacks {needed} of the spend counted in it.");
    }
}

/// <summary>Bins of amounts by exponent and leading bits; the more cells, the coarser, down to one bin for everything.</summary>
internal sealed class SpendBins
{
    private const int Exponents = 64;
    private const int FinestBits = 8;
    private const int CoarsestBits = -7;
    private const int Budget = 1 << 20;

    private readonly int _bits = FinestBits; // Of the mantissa where positive; else as many bits of the exponent are left out.

    /// <summary>Bins for so many cells.</summary>
    public SpendBins(int cells)
    {
        while (_bits > CoarsestBits && (long)cells * Count > Budget) _bits--;
    }

    /// <summary>How many bins a cell has.</summary>
    public int Count => _bits >= 0 ? (Exponents + 1) << _bits : (Exponents >> -_bits) + 1;

    /// <summary>The bin of an amount that is not negative; never falls as the amount rises.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(long amount)
    {
        if (amount == 0) return 0;
        var bits = BitConverter.DoubleToInt64Bits(amount);
        return _bits >= 0 ? (int)(bits >> (52 - _bits)) - (1022 << _bits) : ((int)(bits >> 52) - 1022) >> -_bits;
    }
}

/// <summary>How much is spent in each bin of each cell. One per thread.</summary>
internal sealed class SpendHistogram(SpendBins bins, int cells) : WindowSink
{
    private readonly long[] _sums = new long[cells * bins.Count];

    /// <summary>By cell everybody who purchased in the base window.</summary>
    public long[] Buyers { get; } = new long[cells];

    /// <summary>By cell what all of them spent.</summary>
    public long[] Spends { get; } = new long[cells];

    /// <inheritdoc/>
    public override void Take(int customer, int firstCell, CustomerWindows windows)
    {
        for (var place = windows.First; place < windows.End; place++)
        {
            ref readonly var sums = ref windows[place];
            if (sums.BasePurchases == 0) continue;
            var cell = firstCell + place;
            Buyers[cell]++;
            Spends[cell] += sums.BaseSpend;
            _sums[(cell * bins.Count) + bins.Of(sums.BaseSpend)] += sums.BaseSpend;
        }
    }

    /// <summary>Adds the counts of another thread.</summary>
    public void Add(SpendHistogram other)
    {
        for (var i = 0; i < _sums.Length; i++) _sums[i] += other._sums[i];
        for (var cell = 0; cell < cells; cell++)
        {
            Buyers[cell] += other.Buyers[cell];
            Spends[cell] += other.Spends[cell];
        }
    }

    /// <summary>The bin in which the running total, from the highest bin down, reaches a sum, and how much of the sum is left for that bin.</summary>
    public (int Bin, long Left) Find(int cell, long needed)
    {
        var bin = bins.Count - 1;
        for (var own = _sums.AsSpan(cell * bins.Count, bins.Count); own[bin] < needed; bin--) needed -= own[bin];
        return (bin, needed);
    }
}

/// <summary>Gathers the spends in one bin of each cell. One per thread.</summary>
internal sealed class SpendGatherer(SpendBins bins, int[] binOfCell) : WindowSink
{
    /// <summary>The cells and spends found.</summary>
    public List<(int Cell, long Spend)> Found { get; } = [];

    /// <inheritdoc/>
    public override void Take(int customer, int firstCell, CustomerWindows windows)
    {
        for (var place = windows.First; place < windows.End; place++)
        {
            ref readonly var sums = ref windows[place];
            var cell = firstCell + place;
            if (sums.BasePurchases > 0 && bins.Of(sums.BaseSpend) == binOfCell[cell]) Found.Add((cell, sums.BaseSpend));
        }
    }
}
