namespace Mirai.Lifetime;

/// <summary>What one customer bought in the base and in the next window of a day t.</summary>
/// <param name="BasePurchases">Purchases in the base window.</param>
/// <param name="BaseSpend">Their amounts, in minor units.</param>
/// <param name="NextPurchases">Purchases in the next window.</param>
/// <param name="NextSpend">Their amounts.</param>
internal record struct WindowSums(int BasePurchases, long BaseSpend, int NextPurchases, long NextSpend);

/// <summary>One customer's sums for every day t of a grid. One per thread, filled again for each customer.</summary>
internal sealed class CustomerWindows(WindowGrid grid)
{
    private readonly WindowSums[] _sums = new WindowSums[grid.Count];
    private int _first = grid.Count;
    private int _end;

    /// <summary>The first place with a purchase in either window; past <see cref="End"/> where there is none.</summary>
    public int First => _first;

    /// <summary>The place after the last one.</summary>
    public int End => _end;

    /// <summary>The sums of a place.</summary>
    public ref readonly WindowSums this[int place] => ref _sums[place];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        if (_first < _end) Array.Clear(_sums, _first, _end - _first);
        (_first, _end) = (grid.Count, 0);
    }

    /// <summary>Adds a purchase.</summary>
    public void Add(int day, long amount)
    {
        var (next, middle, end) = (grid.NextFrom[day], grid.BaseFrom[day], grid.BaseEnd[day]);
        for (var place = next; place < middle; place++)
        {
            ref var sums = ref _sums[place];
            sums.NextPurchases++;
            sums.NextSpend += amount;
        }

        for (var place = middle; place < end; place++)
        {
            ref var sums = ref _sums[place];
            sums.BasePurchases++;
            sums.BaseSpend += amount;
        }

        if (next == end) return;
        _first = Math.Min(_first, next);
        _end = Math.Max(_end, end);
    }
}
