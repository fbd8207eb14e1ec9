namespace Mirai.Ingest;

/// <summary>A batch of purchases as columns: the fastest way in, for whoever already has arrays.</summary>
/// <remarks>
/// All columns have the same length. The arrays are read, not copied: they may be used again once the next batch is asked for. Every batch of a
/// load has the same optional columns and dimensions.
/// </remarks>
public sealed class PurchaseColumns
{
    /// <summary>A batch with the needed columns.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public PurchaseColumns(KeyColumn customers, DayColumn days, AmountColumn amounts)
    {
        Customers = customers;
        Count = customers.Length;
        Days = Checked(days, days.Length, nameof(days));
        Amounts = Checked(amounts, amounts.Length, nameof(amounts));
    }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>The customers' keys.</summary>
    public KeyColumn Customers { get; }

    /// <summary>The days.</summary>
    public DayColumn Days { get; }

    /// <summary>The amounts.</summary>
    public AmountColumn Amounts { get; }

    /// <summary>The discounts, where there are any.</summary>
    /// <exception cref="ArgumentException">The column differs in length from the others.</exception>
    public AmountColumn? Discounts
    {
        get;
        init => field = value is { } column ? Checked(column, column.Length, nameof(Discounts)) : (AmountColumn?)null;
    }

    /// <summary>The order ids, where there are any; an empty one is a purchase of its own.</summary>
    /// <exception cref="ArgumentException">The column differs in length from the others.</exception>
    public KeyColumn? Orders
    {
        get;
        init => field = value is { } column ? Checked(column, column.Length, nameof(Orders)) : (KeyColumn?)null;
    }

    /// <summary>The dimensions, such as the store; an empty or null text is no value.</summary>
    /// <exception cref="ArgumentException">A column differs in length from the others, or two have one name.</exception>
    public IReadOnlyList<DimensionColumn> Dimensions
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var column in value) Checked(column, column.Values.Length, column.Name);
            if (value.DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).Count() < value.Count)
                throw new ArgumentException("Two dimensions have the same name.", nameof(Dimensions));
            field = value;
        }
    } = [];

    private T Checked<T>(T column, int length, string name) => length == Count
        ? column
        : throw new ArgumentException($"The column {name} has {length} rows, but customers has {Count}.", name);
}

/// <summary>A column of keys: text, or whole numbers, which are the same keys as these numbers written as text.</summary>
public readonly record struct KeyColumn
{
    private KeyColumn(ReadOnlyMemory<string?> texts, ReadOnlyMemory<long> longs, ReadOnlyMemory<int> ints) =>
        (Texts, Longs, Ints) = (texts, longs, ints);

    /// <summary>Keys as text.</summary>
    public static KeyColumn Of(ReadOnlyMemory<string?> texts) => new(texts, default, default);

    /// <summary>Keys as 64-bit numbers.</summary>
    public static KeyColumn Of(ReadOnlyMemory<long> numbers) => new(default, numbers, default);

    /// <summary>Keys as 32-bit numbers.</summary>
    public static KeyColumn Of(ReadOnlyMemory<int> numbers) => new(default, default, numbers);

    /// <summary>Keys as text.</summary>
    public static implicit operator KeyColumn(string?[] texts) => Of(texts.AsMemory());

    /// <summary>Keys as 64-bit numbers.</summary>
    public static implicit operator KeyColumn(long[] numbers) => Of(numbers.AsMemory());

    /// <summary>Keys as 32-bit numbers.</summary>
    public static implicit operator KeyColumn(int[] numbers) => Of(numbers.AsMemory());

    /// <summary>How many rows.</summary>
    public int Length => Texts.Length + Longs.Length + Ints.Length;

    internal ReadOnlyMemory<string?> Texts { get; }

    internal ReadOnlyMemory<long> Longs { get; }

    internal ReadOnlyMemory<int> Ints { get; }
}

/// <summary>A column of days.</summary>
public readonly record struct DayColumn
{
    private DayColumn(ReadOnlyMemory<DateOnly> days, ReadOnlyMemory<int> dayNumbers) => (Days, DayNumbers) = (days, dayNumbers);

    /// <summary>Days.</summary>
    public static DayColumn Of(ReadOnlyMemory<DateOnly> days) => new(days, default);

    /// <summary>Days as <see cref="DateOnly.DayNumber"/>.</summary>
    public static DayColumn OfDayNumbers(ReadOnlyMemory<int> dayNumbers) => new(default, dayNumbers);

    /// <summary>Days.</summary>
    public static implicit operator DayColumn(DateOnly[] days) => Of(days.AsMemory());

    /// <summary>How many rows.</summary>
    public int Length => Days.Length + DayNumbers.Length;

    internal ReadOnlyMemory<DateOnly> Days { get; }

    internal ReadOnlyMemory<int> DayNumbers { get; }
}

/// <summary>A column of amounts of money.</summary>
public readonly record struct AmountColumn
{
    private AmountColumn(ReadOnlyMemory<decimal> amounts, ReadOnlyMemory<long> minorUnits) => (Amounts, MinorUnits) = (amounts, minorUnits);

    /// <summary>Amounts in currency units.</summary>
    public static AmountColumn Of(ReadOnlyMemory<decimal> amounts) => new(amounts, default);

    /// <summary>Amounts in minor units: yen as yen, dollars as cents.</summary>
    public static AmountColumn OfMinorUnits(ReadOnlyMemory<long> minorUnits) => new(default, minorUnits);

    /// <summary>Amounts in currency units.</summary>
    public static implicit operator AmountColumn(decimal[] amounts) => Of(amounts.AsMemory());

    /// <summary>How many rows.</summary>
    public int Length => Amounts.Length + MinorUnits.Length;

    internal ReadOnlyMemory<decimal> Amounts { get; }

    internal ReadOnlyMemory<long> MinorUnits { get; }
}

/// <summary>A column of texts about the purchases, such as the store.</summary>
/// <param name="Name">The dimension's name in results.</param>
/// <param name="Values">The texts; <see langword="null"/> or empty for none.</param>
public sealed record DimensionColumn(string Name, ReadOnlyMemory<string?> Values)
{
    /// <summary>A column of an array of texts.</summary>
    public DimensionColumn(string name, string?[] values)
        : this(name, values.AsMemory())
    {
    }
}
