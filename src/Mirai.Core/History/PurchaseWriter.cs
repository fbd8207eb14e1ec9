using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mirai.History;

/// <summary>Takes rows for a <see cref="PurchaseHistoryBuilder"/>. Not thread-safe: every thread has its own.</summary>
public sealed class PurchaseWriter
{
    private readonly PurchaseHistoryBuilder _builder;
    private readonly int _place;
    private readonly bool _hasExtras;
    private readonly int _dimensions;

    /// <summary>A writer by its place among those of the builder.</summary>
    internal PurchaseWriter(PurchaseHistoryBuilder builder, int place)
    {
        _builder = builder;
        _place = place;
        Extras = new RowExtras(builder.Layout);
        _hasExtras = builder.Layout.HasExtras;
        _dimensions = builder.Layout.Dimensions.Count;
    }

    /// <summary>Rows taken so far.</summary>
    public long Count { get; private set; }

    internal RowStore<NarrowRow> Narrow { get; } = new();

    internal NumberRowStore Numbers { get; } = new();

    internal RowStore<PlainRow> Plain { get; } = new();

    internal RowStore<WideRow> Wide { get; } = new();

    internal RowExtras Extras { get; }

    internal bool IsScattered => Narrow.IsScattered || Plain.IsScattered || Wide.IsScattered;

    internal KeyTextStore KeyTexts { get; } = new();

    internal int FirstDayNumber { get; private set; } = int.MaxValue;

    internal int LastDayNumber { get; private set; } = int.MinValue;

    internal bool HasWideAmounts { get; private set; }

    /// <summary>The amounts of all rows but the narrow ones, and all discounts, without their signs.</summary>
    internal UInt128 AbsoluteSum { get; private set; }

    /// <summary>Adds a row without discount, order or dimensions. <paramref name="dayNumber"/> is <see cref="DateOnly.DayNumber"/>.</summary>
    /// <remarks>The key is UTF-8; a whole number written without leading zeros is the same customer as that number given to <see cref="Add(long, int, long)"/>.</remarks>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> customer, int dayNumber, long amountMinor)
    {
        if (!_hasExtras && amountMinor == (int)amountMinor && CustomerCode.TryFromShortText(customer, out var key))
        {
            AddNarrow(key, dayNumber, (int)amountMinor);
            return;
        }

        AddPlain(customer, dayNumber, amountMinor);
    }

    /// <summary>Adds a row of a customer with a numeric key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long customer, int dayNumber, long amountMinor)
    {
        if (!_hasExtras && amountMinor == (int)amountMinor && CustomerCode.TryFromNumber(customer, out var code))
        {
            AddNarrow(code.Mixed, dayNumber, (int)amountMinor);
            return;
        }

        Span<byte> text = stackalloc byte[20];
        customer.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        AddPlain(text[..length], dayNumber, amountMinor);
    }

    /// <summary>Adds rows of customers with numeric keys, column by column: the fastest way in.</summary>
    /// <param name="customers">Keys.</param>
    /// <param name="dayNumbers"><see cref="DateOnly.DayNumber"/>s.</param>
    /// <param name="amountsMinor">Amounts in minor units.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public void AddRange<TKey>(ReadOnlySpan<TKey> customers, ReadOnlySpan<int> dayNumbers, ReadOnlySpan<long> amountsMinor)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        if (dayNumbers.Length != customers.Length || amountsMinor.Length != customers.Length)
        {
            throw new ArgumentException($"{customers.Length} customers, {dayNumbers.Length} days, {amountsMinor.Length} amounts: expected equal lengths.");
        }

        var row = 0;
        while (row < customers.Length)
        {
            if (!_hasExtras && Narrow.IsScattered) row += AddNarrowRange(customers[row..], dayNumbers[row..], amountsMinor[row..]);
            if (row >= customers.Length) return;
            Add(long.CreateChecked(customers[row]), dayNumbers[row], amountsMinor[row]);
            row++;
        }
    }

    /// <summary>Adds a row with everything that the layout names.</summary>
    /// <param name="customer">The key in UTF-8; not empty.</param>
    /// <param name="dayNumber"><see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="amountMinor">In minor units.</param>
    /// <param name="discountMinor">In minor units; 0 where there is none.</param>
    /// <param name="order">The order id in UTF-8; empty where the row has none: it is then a purchase of its own.</param>
    /// <param name="dimensionCodes">One code per dimension of the layout, from <see cref="DimensionCode"/>.</param>
    /// <exception cref="ArgumentException">The key is empty, or the number of codes is not that of the layout's dimensions.</exception>
    public void Add(
        ReadOnlySpan<byte> customer, int dayNumber, long amountMinor, long discountMinor, ReadOnlySpan<byte> order, ReadOnlySpan<int> dimensionCodes)
    {
        if (dimensionCodes.Length != _dimensions)
        {
            throw new ArgumentException($"The layout has {_dimensions} dimensions, the row {dimensionCodes.Length}.", nameof(dimensionCodes));
        }

        if (!_hasExtras)
        {
            Add(customer, dayNumber, amountMinor);
            return;
        }

        var orderCode = order.IsEmpty || !_builder.Layout.HasOrders ? default : CustomerCode.FromText(order);
        AbsoluteSum += UInt128.CreateChecked(Int128.Abs(discountMinor));
        AddWide(customer, dayNumber, amountMinor, Extras.Add(discountMinor, orderCode, dimensionCodes));
    }

    /// <summary>The code of a dimension's value, the same for equal texts in every writer of one builder.</summary>
    /// <param name="dimension">The dimension's place in the layout, from 0.</param>
    /// <param name="value">The text in UTF-8; may be empty.</param>
    public int DimensionCode(int dimension, ReadOnlySpan<byte> value) => _builder.Dimensions[dimension].CodeOf(value);

    /// <summary>Completes what is kept before it is read; <paramref name="isScattered"/> tells whether the rows of all writers are scattered.</summary>
    internal void Complete(bool isScattered)
    {
        KeyTexts.Settle();
        if (!isScattered) return;
        Narrow.Complete();
        Numbers.Complete();
        Plain.Complete();
        Wide.Complete();
    }

    /// <summary>How many rows a partition holds.</summary>
    internal int CountOf(int partition) => Narrow.CountOf(partition) + Numbers.CountOf(partition) + Plain.CountOf(partition) + Wide.CountOf(partition);

    internal void Free()
    {
        Narrow.Dispose();
        Numbers.Dispose();
        Plain.Dispose();
        Wide.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddNarrow(ulong key, int dayNumber, int amount)
    {
        Narrow.Add(new NarrowRow(key, dayNumber, amount));
        Note(dayNumber);
    }

    /// <summary>Adds rows to scattered ones until one is not narrow.</summary>
    /// <returns>How many were added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddNarrowRange<TKey>(ReadOnlySpan<TKey> customers, ReadOnlySpan<int> dayNumbers, ReadOnlySpan<long> amounts)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        var numbers = Numbers;
        numbers.Open(dayNumbers[0]);
        var (first, last) = (FirstDayNumber, LastDayNumber);
        var row = 0;
        for (; row < customers.Length; row++)
        {
            var (customer, day, amount) = (long.CreateTruncating(customers[row]), dayNumbers[row], amounts[row]);
            if (amount != (int)amount || !CustomerCode.TryFromNumber(customer, out var code)) break;
            if (numbers.Fits(customer, day, amount)) numbers.Add(code.Mixed, (uint)customer, day, (int)amount);
            else Narrow.Add(new NarrowRow(code.Mixed, day, (int)amount));
            first = Math.Min(first, day);
            last = Math.Max(last, day);
        }

        Count += row;
        (FirstDayNumber, LastDayNumber) = (first, last);
        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int dayNumber)
    {
        Count++;
        if (dayNumber < FirstDayNumber) FirstDayNumber = dayNumber;
        if (dayNumber > LastDayNumber) LastDayNumber = dayNumber;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddPlain(ReadOnlySpan<byte> customer, int dayNumber, long amount)
    {
        if (!_hasExtras)
        {
            Plain.Add(new PlainRow(CodeOf(customer), dayNumber, amount));
            NoteAmount(amount);
            Note(dayNumber);
            return;
        }

        Span<int> codes = stackalloc int[Math.Min(_dimensions, 64)];
        if (_dimensions > 64) codes = new int[_dimensions];
        for (var i = 0; i < _dimensions; i++) codes[i] = DimensionCode(i, default);
        AddWide(customer, dayNumber, amount, Extras.Add(0, default, codes));
    }

    private void AddWide(ReadOnlySpan<byte> customer, int dayNumber, long amount, long extra)
    {
        Wide.Add(new WideRow(CodeOf(customer), dayNumber, amount, extra | ((long)_place << WideRow.ExtraBits)));
        NoteAmount(amount);
        Note(dayNumber);
    }

    private CustomerCode CodeOf(ReadOnlySpan<byte> customer)
    {
        if (customer.IsEmpty) throw new ArgumentException("The customer's key is empty.", nameof(customer));
        var code = CustomerCode.FromText(customer);
        if (code.IsHashed) KeyTexts.Add(code, customer);
        return code;
    }

    private void NoteAmount(long amount)
    {
        HasWideAmounts |= amount != (int)amount;
        AbsoluteSum += amount < 0 ? 0 - (ulong)amount : (ulong)amount;
    }
}
