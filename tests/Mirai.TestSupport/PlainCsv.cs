using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mirai.TestSupport;

/// <summary>A small, plain reader of comma-separated test files: quotes are understood, everything else is the file's own fault.</summary>
internal static class PlainCsv
{
    /// <summary>The rows of a UTF-8 file after its header, each a look-up by column name. A <c>.gz</c> file is decompressed.</summary>
    public static IEnumerable<Func<string, string>> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content, Encoding.UTF8);
        var header = Fields(reader) ?? throw new FormatException($"`{path}` is empty, expected a header.");
        var columns = header.Select((name, index) => (Name: name, Index: index))
            .ToDictionary(column => column.Name, column => column.Index, StringComparer.Ordinal);
        while (Fields(reader) is { } fields)
        {
            if (fields.Count != header.Count) throw new FormatException($"`{path}`: found {fields.Count} fields, expected {header.Count}.");
            yield return name => fields[columns[name]];
        }
    }

    /// <summary>Reads a number with a point.</summary>
    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Reads the date part of an ISO date and time.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string>? Fields(StreamReader reader)
    {
        if (reader.Peek() < 0) return null;
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        while (reader.Read() is >= 0 and var code)
        {
            var character = (char)code;
            if (character == '"' && quoted && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (character == '"') quoted = !quoted;
            else if (quoted) field.Append(character);
            else if (character == ',') Take();
            else if (character == '\n') break;
            else if (character != '\r') field.Append(character);
        }

        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
