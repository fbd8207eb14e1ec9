namespace Mirai.History;

/// <summary>Text about customers: the channel that won them, their region, a rank of one's own. Columns of codes, one text kept once.</summary>
/// <remarks>
/// Customers are known by their keys, so attributes need no history and may name customers who never bought. Blanks around keys and texts are no
/// part of them, an empty text is no value, and the order of rows does not matter.
/// </remarks>
public sealed class CustomerAttributes
{
    private readonly Dictionary<string, int> _customers;
    private readonly AttributeColumn[] _columns;

    internal CustomerAttributes(
        Dictionary<string, int> customers, AttributeColumn[] columns, IReadOnlyList<AttributeContradiction> contradictions, long rowsWithoutCustomer)
    {
        _customers = customers;
        _columns = columns;
        Names = [.. columns.Select(column => column.Name)];
        Contradictions = contradictions;
        RowsWithoutCustomer = rowsWithoutCustomer;
    }

    /// <summary>No attributes of anybody.</summary>
    public static CustomerAttributes Empty { get; } = new CustomerAttributesBuilder().Build();

    /// <summary>The attributes' names, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many customers have a row, whether or not it says anything.</summary>
    public int CustomerCount => _customers.Count;

    /// <summary>Where two rows of one customer say different things, by customer and attribute in ordinal order.</summary>
    public IReadOnlyList<AttributeContradiction> Contradictions { get; }

    /// <summary>How many rows had an empty key and so were about nobody.</summary>
    public long RowsWithoutCustomer { get; }

    /// <summary>Attributes from rows of customer, attribute and text.</summary>
    public static CustomerAttributes Of(IEnumerable<(string Customer, string Name, string? Text)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var builder = new CustomerAttributesBuilder();
        foreach (var (customer, name, text) in rows) builder.Add(customer, name, text);
        return builder.Build();
    }

    /// <summary>Attributes from customers with all that is known of each.</summary>
    public static CustomerAttributes Of(IEnumerable<(string Customer, IReadOnlyDictionary<string, string> Texts)> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var builder = new CustomerAttributesBuilder();
        foreach (var (customer, texts) in customers) builder.Add(customer, texts);
        return builder.Build();
    }

    /// <summary>The distinct texts of an attribute, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There is no attribute of that name.</exception>
    public IReadOnlyList<string> Values(string name) => Column(name).Values;

    /// <summary>A customer's text, or <see langword="null"/> where none is known.</summary>
    /// <exception cref="ArgumentException">There is no attribute of that name.</exception>
    public string? Find(string customer, string name)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var column = Column(name);
        var code = _customers.TryGetValue(customer, out var number) ? column.Codes[number] : -1;
        return code < 0 ? null : column.Values[code];
    }

    /// <summary>For every customer of a history, the position of the text in <see cref="Values"/>; -1 where none is known.</summary>
    internal int[] CodesFor(PurchaseHistory history, string name)
    {
        var column = Column(name);
        var codes = new int[history.CustomerCount];
        Array.Fill(codes, -1);
        foreach (var (key, number) in _customers)
        {
            var customer = history.FindCustomer(key);
            if (customer >= 0) codes[customer] = column.Codes[number];
        }

        return codes;
    }

    private AttributeColumn Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var column = Array.Find(_columns, column => string.Equals(column.Name, name, StringComparison.Ordinal));
        var known = _columns.Length == 0 ? "none" : string.Join(", ", Names);
        return column ?? throw new ArgumentException($"There is no attribute `{name}`; there are: {known}.", nameof(name));
    }
}

/// <summary>Two or more rows of one customer that say different things.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Kept">The text that counts: the first in ordinal order.</param>
/// <param name="Dropped">The others, in ordinal order.</param>
public sealed record AttributeContradiction(string Customer, string Name, string Kept, IReadOnlyList<string> Dropped)
{
    /// <summary>The contradiction in one line.</summary>
    public override string ToString() =>
        $"customer {Customer}, {Name}: kept `{Kept}`, dropped {string.Join(" and ", Dropped.Select(text => $"`{text}`"))}";
}

/// <summary>One attribute: a code per customer into sorted texts; -1 for none.</summary>
internal sealed record AttributeColumn(string Name, string[] Values, int[] Codes);
