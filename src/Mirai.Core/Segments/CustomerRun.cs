using System.Numerics;
using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Segments;

/// <summary>One customer's rows, unpacked. One per thread, filled again for each customer.</summary>
internal sealed class CustomerRun(PurchaseHistory history)
{
    private int[] _days = new int[64];
    private long[] _amounts = new long[64];
    private long[] _discounts = new long[64];
    private int[] _purchaseDays = new int[64];
    private int _rows;
    private int _purchaseDayCount;

    /// <summary>Room in which a segment places the customer, so that nobody allocates for each one.</summary>
    public List<Membership> Stretches { get; } = [];

    /// <summary>The customer's number.</summary>
    public int Customer { get; private set; }

    /// <summary>Where the customer's rows begin in the history.</summary>
    public int FirstRow { get; private set; }

    /// <summary>Day indexes of purchases and returns, ascending.</summary>
    public ReadOnlySpan<int> Days => _days.AsSpan(0, _rows);

    /// <summary>Amounts in minor units; negative for returns.</summary>
    public ReadOnlySpan<long> Amounts => _amounts.AsSpan(0, _rows);

    /// <summary>Discounts in minor units; 0 where the history has none.</summary>
    public ReadOnlySpan<long> Discounts => _discounts.AsSpan(0, _rows);

    /// <summary>Distinct day indexes with a purchase, ascending.</summary>
    public ReadOnlySpan<int> PurchaseDays => _purchaseDays.AsSpan(0, _purchaseDayCount);

    /// <summary>The first purchase day's index, or -1 for a customer with returns only.</summary>
    public int FirstDay => _purchaseDayCount == 0 ? -1 : _purchaseDays[0];

    /// <summary>Reads a customer's rows from the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int customer)
    {
        var columns = history.Columns;
        ReadOnlySpan<int> offsets = columns.Offsets.Span;
        var (first, count) = (offsets[customer], offsets[customer + 1] - offsets[customer]);
        Clear(customer, first);
        while (_days.Length < count) Grow();
        if (columns.Days16 is { } days16) Widen<ushort, int>(days16.Span.Slice(first, count), _days);
        else columns.Days32!.Span.Slice(first, count).CopyTo(_days);
        if (columns.Amounts32 is { } amounts32) Widen<int, long>(amounts32.Span.Slice(first, count), _amounts);
        else columns.Amounts64!.Span.Slice(first, count).CopyTo(_amounts);
        if (columns.Discounts is { } discounts) discounts.Span.Slice(first, count).CopyTo(_discounts);
        else _discounts.AsSpan(0, count).Clear();
        _rows = count;
        for (var row = 0; row < count; row++)
        {
            if (_amounts[row] >= 0) AddPurchaseDay(_days[row]);
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear(int customer, int firstRow)
    {
        Customer = customer;
        FirstRow = firstRow;
        _rows = 0;
        _purchaseDayCount = 0;
    }

    /// <summary>Adds a row that is not earlier than those before it.</summary>
    public void Add(int day, long amount, long discount)
    {
        if (_rows == _days.Length) Grow();
        (_days[_rows], _amounts[_rows], _discounts[_rows]) = (day, amount, discount);
        _rows++;
        if (amount >= 0) AddPurchaseDay(day);
    }

    /// <summary>The last purchase day up to and including a day; -1 where there is none.</summary>
    public int LastPurchaseDay(int day)
    {
        var place = PurchaseDays.BinarySearch(day);
        if (place >= 0) return day;
        return ~place == 0 ? -1 : _purchaseDays[~place - 1];
    }

    /// <summary>How many rows lie on days up to and including a day.</summary>
    public int RowsUntil(int day)
    {
        var rows = _rows;
        while (rows > 0 && _days[rows - 1] > day) rows--;
        return rows;
    }

    /// <summary>Purchases and net sales on the days after <paramref name="after"/> until <paramref name="until"/>.</summary>
    public (int Purchases, long Sales) Sum(int after, int until)
    {
        var purchases = 0;
        long sales = 0;
        for (var row = _rows - 1; row >= 0 && _days[row] > after; row--)
        {
            if (_days[row] > until) continue;
            sales += _amounts[row];
            if (_amounts[row] >= 0) purchases++;
        }

        return (purchases, sales);
    }

    private static void Widen<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
        where TTo : unmanaged, IBinaryInteger<TTo>
    {
        for (var i = 0; i < from.Length; i++) to[i] = TTo.CreateTruncating(from[i]);
    }

    private void AddPurchaseDay(int day)
    {
        if (_purchaseDayCount > 0 && _purchaseDays[_purchaseDayCount - 1] == day) return;
        _purchaseDays[_purchaseDayCount++] = day;
    }

    private void Grow()
    {
        var size = _days.Length * 2;
        Array.Resize(ref _days, size);
        Array.Resize(ref _amounts, size);
        Array.Resize(ref _discounts, size);
        Array.Resize(ref _purchaseDays, size);
    }
}
