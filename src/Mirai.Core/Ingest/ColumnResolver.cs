using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Finds the columns of one table for one <see cref="ColumnMap"/>.</summary>
internal sealed class ColumnResolver
{
    private readonly ColumnMap _map;
    private readonly IReadOnlyList<string>? _headers;
    private readonly int _columnCount;
    private readonly HeaderVocabulary _vocabulary;
    private readonly Dictionary<int, string> _taken = [];
    private readonly Dictionary<string, int> _found = new(StringComparer.OrdinalIgnoreCase);

    public ColumnResolver(ColumnMap map, IReadOnlyList<string>? headers, int columnCount, HeaderVocabulary vocabulary) =>
        (_map, _headers, _columnCount, _vocabulary) = (map, headers, headers?.Count ?? columnCount, vocabulary);

    public bool TryResolve([NotNullWhen(true)] out ResolvedColumns? columns, [NotNullWhen(false)] out IngestRemark? error)
    {
        columns = null;
        error = TakeMapped() ?? TakeRecognised(only: null) ?? NameMissing(["customer", "day", "amount"]);
        if (error is not null) return false;
        columns = new ResolvedColumns(
            _found["customer"], _found["day"], _found["amount"], Optional("discount"), Optional("order"), [.. Dimensions()]);
        return true;
    }

    public bool TryResolve([NotNullWhen(true)] out ResolvedContactColumns? columns, [NotNullWhen(false)] out IngestRemark? error)
    {
        columns = null;
        error = RefusePurchaseRoles() ?? TakeMapped() ?? TakeRecognised(only: null) ?? NameMissing(["customer", "day"]);
        if (error is not null) return false;
        columns = new ResolvedContactColumns(_found["customer"], _found["day"], Optional("cost"), [.. Dimensions()]);
        return true;
    }

    public bool TryResolveCustomer(out int column, [NotNullWhen(false)] out IngestRemark? error)
    {
        error = TakeMapped() ?? TakeRecognised(only: "customer") ?? NameMissing(["customer"]);
        column = error is null ? _found["customer"] : -1;
        return error is null;
    }

    private IngestRemark? RefusePurchaseRoles()
    {
        var wrong = _map.Mappings.FirstOrDefault(mapping => mapping is { Header: not null, Name: "amount" or "discount" or "order" });
        return wrong is null ? null : ColumnRemarks.NotOfContacts(wrong);
    }

    private int? Optional(string name) => _found.TryGetValue(name, out var column) ? column : null;

    private IEnumerable<ResolvedDimension> Dimensions() => _map.Mappings.Select(mapping => mapping.Name)
        .Concat(_vocabulary.Dimensions)
        .Where(name => !_vocabulary.IsRole(name) && _found.ContainsKey(name))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => new ResolvedDimension(name, _found[name]));

    private IngestRemark? TakeMapped()
    {
        foreach (var mapping in _map.Mappings)
        {
            if (mapping.Header is null) continue;
            var error = _headers is null ? FindPosition(mapping, out var column) : FindHeader(mapping, out column);
            if (error is not null) return error;
            if (_taken.TryGetValue(column, out var other)) return ColumnRemarks.MappedTwice(mapping.Header, other, mapping.Name);
            Take(mapping.Name, column);
        }

        return null;
    }

    private IngestRemark? FindPosition(ColumnMapping mapping, out int column)
    {
        var isNumber = int.TryParse(mapping.Header, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        column = position - 1;
        if (isNumber && position >= 1 && position <= _columnCount) return null;
        return isNumber ? ColumnRemarks.PositionOutside(mapping, _columnCount) : ColumnRemarks.PositionNeeded(mapping, _columnCount);
    }

    private IngestRemark? FindHeader(ColumnMapping mapping, out int column)
    {
        var exact = Columns(header => string.Equals(header, mapping.Header, StringComparison.Ordinal));
        var wanted = HeaderVocabulary.Normalise(mapping.Header!);
        var columns = exact.Count > 0 ? exact : Columns(header => string.Equals(HeaderVocabulary.Normalise(header), wanted, StringComparison.Ordinal));
        column = columns.Count > 0 ? columns[0] : -1;
        if (columns.Count == 1) return null;
        if (columns.Count > 1) return ColumnRemarks.SameHeaders(mapping.Header!, columns, mapping.Name);
        return ColumnRemarks.NoSuchColumn(mapping, NearestName.Find(mapping.Header!, _headers!), _headers!);
    }

    private IngestRemark? TakeRecognised(string? only)
    {
        if (_headers is null) return null;
        var candidates = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var column = 0; column < _headers.Count; column++)
        {
            if (_taken.ContainsKey(column) || _vocabulary.Recognise(_headers[column]) is not { } name) continue;
            if (only is not null && !string.Equals(name, only, StringComparison.Ordinal)) continue;
            if (!candidates.TryGetValue(name, out var columns)) candidates.Add(name, columns = []);
            columns.Add(column);
        }

        foreach (var (name, columns) in candidates)
        {
            if (_map.Mappings.Any(mapping => mapping.IsFor(name))) continue;
            if (columns.Count > 1) return Ambiguous(name, columns);
            Take(name, columns[0]);
        }

        return null;
    }

    private IngestRemark Ambiguous(string name, List<int> columns)
    {
        var headers = columns.ConvertAll(column => _headers![column]);
        var isNeeded = name is "customer" or "day" or "amount";
        return headers.Distinct(StringComparer.Ordinal).Count() < headers.Count
            ? ColumnRemarks.SeveralFitAlike(name, columns, headers[0], _vocabulary.MapOption, isNeeded)
            : ColumnRemarks.SeveralFit(name, columns, headers, _vocabulary.MapOption, isNeeded);
    }

    private IngestRemark? NameMissing(ReadOnlySpan<string> needed)
    {
        foreach (var name in needed)
        {
            if (_found.ContainsKey(name)) continue;
            return _headers is null
                ? ColumnRemarks.PositionsMissing(name, _columnCount, _vocabulary.MapOption, needed)
                : ColumnRemarks.Missing(name, _headers, _vocabulary.HeadersOf(name), _vocabulary.MapOption);
        }

        return null;
    }

    private void Take(string name, int column)
    {
        _taken.Add(column, name);
        _found.Add(name, column);
    }

    private List<int> Columns(Func<string, bool> fits) => [.. Enumerable.Range(0, _columnCount).Where(column => fits(_headers![column]))];
}
