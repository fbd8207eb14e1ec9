using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mirai.Ingest;

/// <summary>Reads the text of a <see cref="ColumnMap"/>.</summary>
internal sealed class ColumnMapParser
{
    private readonly string _text;
    private int _at;

    private ColumnMapParser(string text) => _text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out List<ColumnMapping>? mappings, [NotNullWhen(false)] out string? error)
    {
        mappings = [];
        var parser = new ColumnMapParser(text);
        do
        {
            error = parser.ReadEntry(mappings);
            if (error is null) continue;
            mappings = null;
            return false;
        }
        while (parser._at < text.Length);

        return true;
    }

    private string? ReadEntry(List<ColumnMapping> mappings)
    {
        var start = _at;
        var equals = _text.IndexOf('=', start);
        var comma = _text.IndexOf(',', start);
        if (equals < 0 || (comma >= 0 && comma < equals))
        {
            var entry = _text[start..(comma < 0 ? _text.Length : comma)].Trim();
            return At(start, entry.Length == 0 ? "found nothing, expected an entry such as customer=CustomerID" : $"`{entry}` has no `=`, expected customer=CustomerID");
        }

        var name = _text[start..equals].Trim();
        if (name.Length == 0) return At(start, "nothing stands before `=`, expected customer, day, amount, discount, order or the name of a dimension");
        if (name.Contains('"', StringComparison.Ordinal)) return At(start, $"the name {name} is in quotes; only headers may be");
        _at = equals + 1;
        var error = ReadHeader(name, out var header);
        if (error is not null) return error;
        if (mappings.Exists(mapping => mapping.IsFor(name))) return At(start, $"`{name}` is mapped twice");
        if (!ColumnVocabulary.TryToRole(name, out var role))
        {
            var meant = ColumnVocabulary.Purchases.Recognise(name);
            if (meant is not null && ColumnVocabulary.TryToRole(meant, out role)) return At(start, $"`{name}` is not a role, write `{meant}`");
        }
        else
        {
            name = ColumnVocabulary.NameOf(role);
        }

        mappings.Add(new ColumnMapping(name, header));
        return null;
    }

    private string? ReadHeader(string name, out string? header)
    {
        header = null;
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        if (_at < _text.Length && _text[_at] == '"') return ReadQuoted(name, out header);
        var start = _at;
        var comma = _text.IndexOf(',', start);
        var end = comma < 0 ? _text.Length : comma;
        var plain = _text[start..end].Trim();
        if (plain.Length == 0) return At(start, $"nothing stands after `{name}=`, expected the header of a column");
        if (plain.Contains('=', StringComparison.Ordinal)) return At(start, $"`{plain}` has another `=`; a header with one goes in double quotes");
        if (end < _text.Length && ++end == _text.Length) return At(end, "nothing stands after the last comma");
        _at = end;
        header = plain is "-" ? null : plain;
        return null;
    }

    private string? ReadQuoted(string name, out string? header)
    {
        header = null;
        var start = _at++;
        var text = new StringBuilder();
        for (; ; _at++)
        {
            if (_at == _text.Length) return At(start, $"the quoted header of `{name}` is never closed");
            if (_text[_at] != '"')
            {
                text.Append(_text[_at]);
                continue;
            }

            if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                text.Append('"');
                _at++;
                continue;
            }

            break;
        }

        _at++;
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        if (_at < _text.Length && _text[_at] != ',') return At(_at, $"text follows the quoted header of `{name}`, expected a comma or the end");
        if (_at < _text.Length && ++_at == _text.Length) return At(_at, "nothing stands after the last comma");
        if (string.IsNullOrWhiteSpace(text.ToString())) return At(start, $"the header of `{name}` is empty");
        header = text.ToString();
        return null;
    }

    private static string At(int index, string what) => $"Column map, position {index + 1}: {what}.";
}
