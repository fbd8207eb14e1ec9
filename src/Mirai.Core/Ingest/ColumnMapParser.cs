using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mirai.Ingest;

/// <summary>Reads the text of a <see cref="ColumnMap"/>.</summary>
internal sealed class ColumnMapParser
{
    private readonly string _text;
    private int _at;

    private ColumnMapParser(string text) => _text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out List<ColumnMapping>? mappings, [NotNullWhen(false)] out IngestRemark? error)
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

    private IngestRemark? ReadEntry(List<ColumnMapping> mappings)
    {
        var start = _at;
        var equals = _text.IndexOf('=', start);
        var comma = _text.IndexOf(',', start);
        if (equals < 0 || (comma >= 0 && comma < equals))
        {
            var entry = _text[start..(comma < 0 ? _text.Length : comma)].Trim();
            return At(start, entry.Length == 0 ? ColumnRemarks.NothingFound : ColumnRemarks.NoEquals(entry));
        }

        var name = _text[start..equals].Trim();
        if (name.Length == 0) return At(start, ColumnRemarks.NoName);
        if (name.Contains('"', StringComparison.Ordinal)) return At(start, ColumnRemarks.QuotedName(name));
        _at = equals + 1;
        var error = ReadHeader(name, out var header);
        if (error is not null) return error;
        if (mappings.Exists(mapping => mapping.IsFor(name))) return At(start, ColumnRemarks.NameTwice(name));
        if (!ColumnVocabulary.TryToRole(name, out var role))
        {
            var meant = ColumnVocabulary.Purchases.Recognise(name);
            if (meant is not null && ColumnVocabulary.TryToRole(meant, out role)) return At(start, ColumnRemarks.NotARole(name, meant));
        }
        else
        {
            name = ColumnVocabulary.NameOf(role);
        }

        mappings.Add(new ColumnMapping(name, header));
        return null;
    }

    private IngestRemark? ReadHeader(string name, out string? header)
    {
        header = null;
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        if (_at < _text.Length && _text[_at] == '"') return ReadQuoted(name, out header);
        var start = _at;
        var comma = _text.IndexOf(',', start);
        var end = comma < 0 ? _text.Length : comma;
        var plain = _text[start..end].Trim();
        if (plain.Length == 0) return At(start, ColumnRemarks.NoHeader(name));
        if (plain.Contains('=', StringComparison.Ordinal)) return At(start, ColumnRemarks.AnotherEquals(plain));
        if (end < _text.Length && ++end == _text.Length) return At(end, ColumnRemarks.NothingAfterComma);
        _at = end;
        header = plain is "-" ? null : plain;
        return null;
    }

    private IngestRemark? ReadQuoted(string name, out string? header)
    {
        header = null;
        var start = _at++;
        var text = new StringBuilder();
        for (; ; _at++)
        {
            if (_at == _text.Length) return At(start, ColumnRemarks.NeverClosed(name));
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
        if (_at < _text.Length && _text[_at] != ',') return At(_at, ColumnRemarks.TextAfterQuote(name));
        if (_at < _text.Length && ++_at == _text.Length) return At(_at, ColumnRemarks.NothingAfterComma);
        if (string.IsNullOrWhiteSpace(text.ToString())) return At(start, ColumnRemarks.EmptyHeader(name));
        header = text.ToString();
        return null;
    }

    private static IngestRemark At(int index, IngestRemark what) => ColumnRemarks.AtPosition(index, what);
}
