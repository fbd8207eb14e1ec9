using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mirai.Ingest;

/// <summary>Says which column of a table is the customer, the day, the amount and so on; what it does not say is recognised by its header.</summary>
/// <remarks>
/// Written as text: <c>customer=CustomerID,day=InvoiceDate,amount=amount,order=InvoiceNo,store=Shop</c>. Roles are <c>customer</c>, <c>day</c>,
/// <c>amount</c>, <c>discount</c> and <c>order</c>; any other name on a left side is a dimension. A header with a comma or blanks at its ends goes in
/// double quotes. <c>discount=-</c> leaves out a column that would be recognised.
/// </remarks>
public sealed record ColumnMap
{
    private readonly IReadOnlyList<ColumnMapping> _mappings;

    private ColumnMap(IReadOnlyList<ColumnMapping> mappings) => _mappings = mappings;

    /// <summary>A map that says nothing: every column is recognised by its header, English or Japanese.</summary>
    public static ColumnMap Detect { get; } = new([]);

    /// <summary>What the map says, in its order: role or dimension name, and header; a <see langword="null"/> header is left out.</summary>
    public IReadOnlyList<ColumnMapping> Mappings => _mappings;

    /// <summary>The headers by which a role is recognised when it is not mapped, ignoring case, width, blanks and underscores.</summary>
    public static IReadOnlyList<string> KnownHeaders(ColumnRole role) => ColumnVocabulary.Purchases.HeadersOf(ColumnVocabulary.NameOf(role));

    /// <summary>The headers by which the dimension <c>store</c>, <c>channel</c> or <c>category</c> is recognised; none for another name.</summary>
    public static IReadOnlyList<string> KnownHeaders(string dimension) =>
        ColumnVocabulary.TryToRole(dimension, out _) ? [] : ColumnVocabulary.Purchases.HeadersOf(dimension);

    /// <summary>A map of the three needed columns.</summary>
    public static ColumnMap Of(string customer, string day, string amount) =>
        Detect.With(ColumnRole.Customer, customer).With(ColumnRole.Day, day).With(ColumnRole.Amount, amount);

    /// <summary>Reads a map from text.</summary>
    /// <exception cref="FormatException">The text is not a map.</exception>
    public static ColumnMap Parse(string text) => TryParse(text, out var map, out var error) ? map : throw new FormatException(error.ToString());

    /// <summary>Reads a map from text; the error says what is wrong, where, and what would be right.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ColumnMap? map, [NotNullWhen(false)] out IngestRemark? error)
    {
        map = ColumnMapParser.TryParse(text ?? "", out var mappings, out error) ? new ColumnMap(mappings) : null;
        return map is not null;
    }

    /// <summary>This map, with a role taken from the column of a header (or, for tables without headers, of a position from 1).</summary>
    public ColumnMap With(ColumnRole role, string header) => Add(ColumnVocabulary.NameOf(role), header);

    /// <summary>This map, with a role taken from the column at a position from 1, for a table without headers.</summary>
    public ColumnMap With(ColumnRole role, int position) => With(role, position.ToString(CultureInfo.InvariantCulture));

    /// <summary>This map, with a dimension taken from the column of a header.</summary>
    /// <exception cref="ArgumentException">The name is that of a role.</exception>
    public ColumnMap WithDimension(string name, string header)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ColumnVocabulary.TryToRole(name, out _)
            ? throw new ArgumentException($"`{name}` is the name of a role, not of a dimension.", nameof(name))
            : Add(name.Trim(), header);
    }

    /// <summary>This map, with a role left out even where a header would be recognised as it.</summary>
    public ColumnMap Without(ColumnRole role) => Add(ColumnVocabulary.NameOf(role), null);

    /// <summary>This map, with a dimension left out even where a header would be recognised as it.</summary>
    public ColumnMap WithoutDimension(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(name.Trim(), null);
    }

    /// <summary>Finds the columns of a table by its headers.</summary>
    /// <param name="headers">The headers, in order.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="error">Which column is missing, or fits twice; which headers were found, and what can be done.</param>
    public bool TryResolve(
        IReadOnlyList<string> headers, [NotNullWhen(true)] out ResolvedColumns? columns, [NotNullWhen(false)] out IngestRemark? error)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new ColumnResolver(this, headers, headers.Count, ColumnVocabulary.Purchases).TryResolve(out columns, out error);
    }

    /// <summary>Finds the columns of a table without headers, by the positions from 1 that the map gives: <c>customer=1,day=3,amount=4</c>.</summary>
    /// <param name="columnCount">How many columns the table has.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="error">Which position is missing or wrong.</param>
    public bool TryResolvePositions(
        int columnCount, [NotNullWhen(true)] out ResolvedColumns? columns, [NotNullWhen(false)] out IngestRemark? error) =>
        new ColumnResolver(this, headers: null, columnCount, ColumnVocabulary.Purchases).TryResolve(out columns, out error);

    /// <summary>Finds the customer's column alone, for tables that are not of purchases.</summary>
    /// <param name="headers">The headers, in order; empty for a table without.</param>
    /// <param name="columnCount">How many columns the table has.</param>
    /// <param name="column">The column's position from 0; -1 on failure.</param>
    /// <param name="error">Why it is not found, which headers were, and what can be done.</param>
    public bool TryResolveCustomer(IReadOnlyList<string> headers, int columnCount, out int column, [NotNullWhen(false)] out IngestRemark? error)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var customerOnly = new ColumnMap([.. _mappings.Where(mapping => mapping.IsFor(ColumnVocabulary.NameOf(ColumnRole.Customer)))]);
        return new ColumnResolver(customerOnly, headers.Count > 0 ? headers : null, columnCount, ColumnVocabulary.Purchases)
            .TryResolveCustomer(out column, out error);
    }

    /// <summary>Finds the columns of a table of contacts: <c>customer</c>, <c>day</c>, and where there are any <c>cost</c>, <c>channel</c>, <c>campaign</c>.</summary>
    /// <remarks>Other names of the map are further text columns. Headers are recognised in English and Japanese, as those of purchases.</remarks>
    /// <param name="headers">The headers, in order; empty for a table without, where the map gives positions from 1.</param>
    /// <param name="columnCount">How many columns the table has.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="error">Which column is missing, or fits twice; which headers were found, and what can be done.</param>
    public bool TryResolveContacts(
        IReadOnlyList<string> headers, int columnCount, [NotNullWhen(true)] out ResolvedContactColumns? columns, [NotNullWhen(false)] out IngestRemark? error)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new ColumnResolver(this, headers.Count > 0 ? headers : null, columnCount, ColumnVocabulary.Contacts).TryResolve(out columns, out error);
    }

    /// <summary>Whether both maps say the same, in the same order.</summary>
    public bool Equals(ColumnMap? other) => other is not null && _mappings.SequenceEqual(other._mappings);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>The text that <see cref="Parse"/> reads; empty for <see cref="Detect"/>.</summary>
    public override string ToString() => string.Join(",", _mappings);

    private ColumnMap Add(string name, string? header)
    {
        if (header is not null) ArgumentException.ThrowIfNullOrWhiteSpace(header);
        return new ColumnMap([.. _mappings.Where(mapping => !mapping.IsFor(name)), new ColumnMapping(name, header)]);
    }
}

/// <summary>One entry of a <see cref="ColumnMap"/>.</summary>
/// <param name="Name">The role's or the dimension's name.</param>
/// <param name="Header">The header (or position) of its column, or <see langword="null"/> to leave it out.</param>
public sealed record ColumnMapping(string Name, string? Header)
{
    /// <summary>The entry as a map writes it: <c>customer=CustomerID</c>.</summary>
    public override string ToString()
    {
        if (Header is null) return $"{Name}=-";
        var plain = Header.Length > 0 && Header is not "-" && Header.IndexOfAny([',', '"', '=']) < 0 && Header.Trim().Length == Header.Length;
        return plain ? $"{Name}={Header}" : $"{Name}=\"{Header.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Whether the entry is for the role or dimension of that name.</summary>
    internal bool IsFor(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
