using Mirai.Model;

namespace Mirai.History;

/// <summary>All purchases of all customers, customer by customer and by day within a customer.</summary>
/// <remarks>
/// Customers are numbered from 0 in an order that depends on their keys alone, so the same rows give the same history however they arrive.
/// A history never changes; it may be read from any number of threads. It holds 6 to 16 bytes a purchase outside the managed heap, which
/// <see cref="Dispose"/> frees at once and the garbage collector in the end.
/// </remarks>
public sealed class PurchaseHistory : IDisposable
{
    private readonly PurchaseLayout _layout;
    private readonly string[][] _dimensionTexts;

    internal PurchaseHistory(
        PurchaseLayout layout, DayRange days, bool beganWithData, HistoryColumns columns, CustomerKeys keys, string[][] dimensionTexts)
    {
        _layout = layout;
        _dimensionTexts = dimensionTexts;
        Days = days;
        Axis = new DayAxis(days);
        BeganWithData = beganWithData;
        Columns = columns;
        Keys = keys;
    }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency => _layout.Currency;

    /// <summary>The observed days: from the first row's day to the observed-until day. One arbitrary day where there are no rows.</summary>
    public DayRange Days { get; }

    /// <summary>Whether the business began with the data, so that its first customers really are new.</summary>
    public bool BeganWithData { get; }

    /// <summary>How many customers have a purchase or a return; at least 0.</summary>
    public int CustomerCount => Keys.Count;

    /// <summary>How many purchases and returns there are, lines of one order counted once.</summary>
    public int PurchaseCount => Columns.Offsets.Span[^1];

    /// <summary>Whether purchases carry discounts: the discount measures need them.</summary>
    public bool HasDiscounts => _layout.HasDiscounts;

    /// <summary>The names of the purchases' text dimensions, such as <c>store</c>.</summary>
    public IReadOnlyList<string> Dimensions => _layout.Dimensions;

    internal DayAxis Axis { get; }

    internal HistoryColumns Columns { get; }

    internal CustomerKeys Keys { get; }

    /// <summary>The distinct texts of a dimension, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There is no dimension of that name.</exception>
    public IReadOnlyList<string> DimensionValues(string dimension) => _dimensionTexts[DimensionIndex(dimension)];

    /// <summary>A customer's key, as the source spelled it.</summary>
    /// <param name="customer">The customer's number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such customer.</exception>
    public string CustomerKey(int customer)
    {
        CheckCustomer(customer);
        return Keys.TextOf(customer);
    }

    /// <summary>Finds a customer's number by key, in logarithmic time; -1 where the history has no such customer.</summary>
    public int FindCustomer(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Keys.IndexOf(key);
    }

    /// <summary>A customer's purchases and returns by day; the order within a day is not defined.</summary>
    /// <param name="customer">The customer's number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such customer.</exception>
    public IReadOnlyList<PurchaseEntry> PurchasesOf(int customer)
    {
        CheckCustomer(customer);
        var start = Columns.Offsets.Span[customer];
        var entries = new PurchaseEntry[Columns.Offsets.Span[customer + 1] - start];
        for (var i = 0; i < entries.Length; i++)
        {
            var discount = Columns.Discounts is { } discounts ? discounts.Span[start + i] : 0;
            entries[i] = new PurchaseEntry(Days[DayIndex(start + i)], Currency.ToAmount(Amount(start + i)), Currency.ToAmount(discount));
        }

        return entries;
    }

    /// <summary>Frees the columns. Nothing of the history may be used afterwards.</summary>
    public void Dispose()
    {
        Columns.Dispose();
        Keys.Dispose();
    }

    internal int DayIndex(int purchase) => Columns.Days16 is { } days ? days.Span[purchase] : Columns.Days32!.Span[purchase];

    internal long Amount(int purchase) => Columns.Amounts32 is { } amounts ? amounts.Span[purchase] : Columns.Amounts64!.Span[purchase];

    internal int DimensionIndex(string dimension)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (string.Equals(Dimensions[i], dimension, StringComparison.Ordinal)) return i;
        }

        var known = Dimensions.Count == 0 ? "none" : string.Join(", ", Dimensions);
        throw new ArgumentException($"The history has no dimension `{dimension}`; it has: {known}.", nameof(dimension));
    }

    private void CheckCustomer(int customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(customer, CustomerCount);
    }
}

/// <summary>One purchase, or one return, of a known customer.</summary>
/// <param name="Day">The calendar day.</param>
/// <param name="Amount">In currency units, lines of one order added up; negative for a return.</param>
/// <param name="Discount">In currency units; 0 where the table has no discounts.</param>
public readonly record struct PurchaseEntry(DateOnly Day, decimal Amount, decimal Discount);
