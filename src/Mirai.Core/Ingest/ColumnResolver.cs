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

    public bool TryResolve([NotNullWhen(true)] out ResolvedColumns? columns, [NotNullWhen(false)] out string? error)
    {
        columns = null;
        error = TakeMapped() ?? TakeRecognised(only: null) ?? NameMissing(["customer", "day", "amount"]);
        if (error is not null) return false;
        columns = new ResolvedColumns(
            _found["customer"], _found["day"], _found["amount"], Optional("discount"), Optional("order"), [.. Dimensions()]);
        return true;
    }

    public bool TryResolve([NotNullWhen(true)] out ResolvedContactColumns? columns, [NotNullWhen(false)] out string? error)
    {
        columns = null;
        error = RefusePurchaseRoles() ?? TakeMapped() ?? TakeRecognised(only: null) ?? NameMissing(["customer", "day"]);
        if (error is not null) return false;
        columns = new ResolvedContactColumns(_found["customer"], _found["day"], Optional("cost"), [.. Dimensions()]);
        return true;
    }

    public bool TryResolveCustomer(out int column, [NotNullWhen(false)] out string? error)
    {
        error = TakeMapped() ?? TakeRecognised(only: "customer") ?? NameMissing(["customer"]);
        column = error is null ? _found["customer"] : -1;
        return error is null;
    }

    private string? RefusePurchaseRoles()
    {
        var wrong = _map.Mappings.FirstOrDefault(mapping => mapping is { Header: not null, Name: "amount" or "discount" or "order" });
        return wrong is null ? null : $"The map says {wrong}, but contacts have no {wrong.Name}; they have customer, day, cost, channel, campaign.";
    }

    private int? Optional(string name) => _found.TryGetValue(name, out var column) ? column : null;

    private IEnumerable<ResolvedDimension> Dimensions() => _map.Mappings.Select(mapping => mapping.Name)
        .Concat(_vocabulary.Dimensions)
        .Where(name => !_vocabulary.IsRole(name) && _found.ContainsKey(name))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => new ResolvedDimension(name, _found[name]));

    private string? TakeMapped()
    {
        foreach (var mapping in _map.Mappings)
        {
            if (mapping.Header is null) continue;
            var error = _headers is null ? FindPosition(mapping, out var column) : FindHeader(mapping, out column);
            if (error is not null) return error;
            if (_taken.TryGetValue(column, out var other)) return $"The column `{mapping.Header}` is mapped twice: to {other} and to {mapping.Name}.";
            Take(mapping.Name, column);
        }

        return null;
    }

    private string? FindPosition(ColumnMapping mapping, out int column)
    {
        var isNumber = int.TryParse(mapping.Header, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        column = position - 1;
        if (isNumber && position >= 1 && position <= _columnCount) return null;
        return isNumber
            ? $"The map says {mapping}, but the table has {_columnCount} columns; expected a position from 1 to {_columnCount}."
            : $"The map says {mapping}, but the table has no headers; expected a position from 1 to {_columnCount}, such as {mapping.Name}=1.";
    }

    private string? FindHeader(ColumnMapping mapping, out int column)
    {
        var exact = Columns(header => string.Equals(header, mapping.Header, StringComparison.Ordinal));
        var wanted = HeaderVocabulary.Normalise(mapping.Header!);
        var columns = exact.Count > 0 ? exact : Columns(header => string.Equals(HeaderVocabulary.Normalise(header), wanted, StringComparison.Ordinal));
        column = columns.Count > 0 ? columns[0] : -1;
        if (columns.Count == 1) return null;
        if (columns.Count > 1) return $"{columns.Count} columns are called `{mapping.Header}` (columns {Positions(columns)}); {mapping.Name} needs one. Rename the others.";
        var nearest = NearestName.Find(mapping.Header!, _headers!);
        var meant = nearest is null ? "" : $" Did you mean `{nearest}`?";
        return $"The map says {mapping}, but there is no column `{mapping.Header}`.{meant} Found: {Found()}.";
    }

    private string? TakeRecognised(string? only)
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

    private string Ambiguous(string name, List<int> columns)
    {
        var headers = columns.ConvertAll(column => _headers![column]);
        var leaveOut = name is "customer" or "day" or "amount" ? "" : $", or leave it out: {_vocabulary.MapOption} {name}=-";
        if (headers.Distinct(StringComparer.Ordinal).Count() < headers.Count)
        {
            return $"{columns.Count} columns fit {name} and have the same header: `{headers[0]}` (columns {Positions(columns)}). Rename all but one{leaveOut}.";
        }

        return $"{columns.Count} columns fit {name}: {string.Join(" and ", headers.Select(header => $"`{header}`"))} (columns {Positions(columns)}). "
            + $"Say which one: {_vocabulary.MapOption} {new ColumnMapping(name, headers[0])}{leaveOut}.";
    }

    private string? NameMissing(ReadOnlySpan<string> needed)
    {
        foreach (var name in needed)
        {
            if (_found.ContainsKey(name)) continue;
            if (_headers is null)
            {
                return $"The table has no headers, and the map does not say which of its {_columnCount} columns is {name}. "
                    + $"Give positions from 1: {_vocabulary.MapOption} {string.Join(',', needed.ToArray().Select((one, i) => $"{one}={i + 1}"))}.";
            }

            var known = _vocabulary.HeadersOf(name);
            return $"No column is {name}. Found: {Found()}. Recognised as {name}: {string.Join(", ", known)}. "
                + $"Say which one it is: {_vocabulary.MapOption} {name}=HEADER.";
        }

        return null;
    }

    private void Take(string name, int column)
    {
        _taken.Add(column, name);
        _found.Add(name, column);
    }

    private List<int> Columns(Func<string, bool> fits) => [.. Enumerable.Range(0, _columnCount).Where(column => fits(_headers![column]))];

    private string Found() => _columnCount == 0
        ? "no columns"
        : string.Join(", ", _headers!.Take(30).Select(header => $"`{header}`")) + (_columnCount > 30 ? $" and {_columnCount - 30} more" : "");

    private static string Positions(List<int> columns) =>
        string.Join(", ", columns.Select(column => (column + 1).ToString(CultureInfo.InvariantCulture)));
}
