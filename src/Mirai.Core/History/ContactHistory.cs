using Mirai.Model;

namespace Mirai.History;

/// <summary>All contacts with all people, person by person and by day, in columns: those who purchased and those who never did.</summary>
/// <remarks>
/// A history never changes; it may be read from any number of threads. It is independent of the purchases, and how the rows arrived changes nothing.
/// Its columns lie outside the managed heap; <see cref="Dispose"/> frees them at once.
/// </remarks>
public sealed class ContactHistory : IDisposable
{
    /// <summary>The dimension that says how a person was contacted.</summary>
    public const string Channel = "channel";

    /// <summary>The dimension that says as part of what a person was contacted.</summary>
    public const string Campaign = "campaign";

    internal ContactHistory(PurchaseHistory rows, bool hasCosts)
    {
        Rows = rows;
        HasCosts = hasCosts;
    }

    /// <summary>The currency of all costs.</summary>
    public Currency Currency => Rows.Currency;

    /// <summary>From the first contact's day to the last one's; <see langword="null"/> where there are no contacts.</summary>
    public DayRange? Days => ContactCount == 0 ? null : Rows.Days;

    /// <summary>How many contacts there are. Several with one person on one day are several.</summary>
    public int ContactCount => Rows.PurchaseCount;

    /// <summary>How many people were contacted.</summary>
    public int CustomerCount => Rows.CustomerCount;

    /// <summary>Whether contacts say what they cost. Of a contact that does not, in a table that does, the cost counts as 0.</summary>
    public bool HasCosts { get; }

    /// <summary>The names of the text columns: <see cref="Channel"/>, <see cref="Campaign"/> and the caller's, where the table has them.</summary>
    public IReadOnlyList<string> Dimensions => Rows.Dimensions;

    /// <summary>The contacts as rows of customer, day and amount, the amount being the cost.</summary>
    internal PurchaseHistory Rows { get; }

    /// <summary>The distinct texts of a dimension, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There is no dimension of that name.</exception>
    public IReadOnlyList<string> DimensionValues(string dimension) => Rows.DimensionValues(dimension);

    /// <summary>A person's key, as the source spelled it.</summary>
    /// <param name="customer">The person's number among those contacted, from 0: not that of the purchases.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public string CustomerKey(int customer) => Rows.CustomerKey(customer);

    /// <summary>Finds a person's number by key, in logarithmic time; -1 for somebody never contacted.</summary>
    public int FindCustomer(string key) => Rows.FindCustomer(key);

    /// <summary>A person's contacts by day; the order within a day is not defined.</summary>
    /// <param name="customer">The person's number among those contacted, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public IReadOnlyList<ContactEntry> ContactsOf(int customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(customer, CustomerCount);
        var start = Rows.Columns.Offsets.Span[customer];
        var entries = new ContactEntry[Rows.Columns.Offsets.Span[customer + 1] - start];
        for (var i = 0; i < entries.Length; i++) entries[i] = Entry(start + i);
        return entries;
    }

    /// <summary>Frees the columns. Nothing of the history may be used afterwards.</summary>
    public void Dispose() => Rows.Dispose();

    private ContactEntry Entry(int contact)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var dimension = 0; dimension < Dimensions.Count; dimension++)
        {
            var code = Rows.Columns.Lines!.Codes[dimension].Span[contact];
            texts.Add(Dimensions[dimension], DimensionValues(Dimensions[dimension])[code]);
        }

        return new ContactEntry(Rows.Days[Rows.DayIndex(contact)], HasCosts ? Currency.ToAmount(Rows.Amount(contact)) : null, texts);
    }
}

/// <summary>One contact with a known person.</summary>
/// <param name="Day">The calendar day.</param>
/// <param name="Cost">In currency units; <see langword="null"/> where the table has no costs.</param>
/// <param name="Texts">By dimension; empty where nothing was entered.</param>
public readonly record struct ContactEntry(DateOnly Day, decimal? Cost, IReadOnlyDictionary<string, string> Texts);
