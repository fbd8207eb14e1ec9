using System.Globalization;
using System.Text;

namespace Mirai.Csv;

/// <summary>Writes a table as CSV, field by field: RFC 4180, UTF-8 without a mark, numbers and days the same in every culture.</summary>
/// <remarks>
/// A missing number is an empty field. A text is quoted where it must be; a line ends with a line feed unless another end is asked for.
/// Not thread-safe.
/// </remarks>
public sealed class CsvTableWriter : IDisposable
{
    private readonly StreamWriter _text;
    private readonly string _lineEnd;
    private readonly char _delimiter;
    private readonly char[] _number = new char[400];
    private int _fields;
    private bool _hasText;

    /// <summary>A writer to a stream, which is flushed at the end and stays open.</summary>
    /// <param name="stream">Where the table goes.</param>
    /// <param name="delimiter">What separates fields.</param>
    /// <param name="lineEnd">What ends a line: <c>\n</c>, or <c>\r\n</c> as the letter of RFC 4180 has it.</param>
    public CsvTableWriter(Stream stream, char delimiter = CsvDelimiter.Comma, string lineEnd = "\n")
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!CsvDelimiter.IsValid(delimiter)) throw new ArgumentException($"`{delimiter}` cannot separate fields.", nameof(delimiter));
        if (lineEnd is not ("\n" or "\r\n")) throw new ArgumentException("A line ends with \\n or \\r\\n.", nameof(lineEnd));
        _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        (_delimiter, _lineEnd) = (delimiter, lineEnd);
    }

    /// <summary>Lines ended so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Writes a text; <see langword="null"/> and empty are the same.</summary>
    public void Write(string? value) => WriteText(value);

    /// <summary>Writes a whole number; nothing where it is missing.</summary>
    public void Write(long? value)
    {
        if (value is { } number) WriteNumber(number, default);
        else Write((string?)null);
    }

    /// <summary>Writes an exact number without trailing zeros; nothing where it is missing.</summary>
    public void Write(decimal? value)
    {
        // A scale of 28 digits divides away the zeros that a decimal carries behind its point.
        if (value is { } number) WriteNumber(number / 1.0000000000000000000000000000m, default);
        else Write((string?)null);
    }

    /// <summary>Writes a number with the fewest digits that give it back exactly; nothing where it is NaN or missing.</summary>
    /// <remarks>There is no exponent from 10^-9 to 10^15.</remarks>
    public void Write(double? value)
    {
        if (value is not { } number || double.IsNaN(number)) Write((string?)null);
        else if (Math.Abs(number) is >= 1e-9 and < 1e-4) WriteText(WithoutExponent(number));
        else WriteNumber(number, "R");
    }

    /// <summary>Writes a day as <c>yyyy-MM-dd</c>; nothing where it is missing.</summary>
    public void Write(DateOnly? value)
    {
        if (value is { } day) WriteNumber(day, "yyyy-MM-dd");
        else Write((string?)null);
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        // A line with nothing on it would be a blank line, which readers pass over.
        if (_fields == 1 && !_hasText) _text.Write("\"\"");
        _text.Write(_lineEnd);
        _fields = 0;
        _hasText = false;
        Lines++;
    }

    /// <summary>Writes a line of texts, such as a header.</summary>
    public void WriteLine(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values) Write(value);
        EndLine();
    }

    /// <summary>Sends everything written so far to the stream.</summary>
    /// <exception cref="IOException">The stream does not take it, as on a full disk.</exception>
    public void Flush() => _text.Flush();

    /// <summary>Flushes; the stream stays open.</summary>
    /// <exception cref="IOException">The stream does not take what was written last.</exception>
    public void Dispose() => _text.Dispose();

    private void WriteNumber<T>(T value, string? format)
        where T : ISpanFormattable
    {
        if (value.TryFormat(_number, out var length, format, CultureInfo.InvariantCulture)) WriteText(_number.AsSpan(0, length));
        else WriteText(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>A small number, of which the framework writes 1.25E-05, as 0.0000125.</summary>
    private static string WithoutExponent(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0) return text;
        var zeros = -int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - 1;
        var digits = text[..mark].Replace(".", "", StringComparison.Ordinal).TrimStart('-');
        return $"{(number < 0 ? "-" : "")}0.{new string('0', zeros)}{digits}";
    }

    private void WriteText(ReadOnlySpan<char> value)
    {
        if (_fields++ > 0) _text.Write(_delimiter);
        _hasText |= !value.IsEmpty || _fields > 1;
        if (value.IndexOfAny("\"\r\n") < 0 && !value.Contains(_delimiter) && !HasBlankEnds(value))
        {
            _text.Write(value);
            return;
        }

        _text.Write('"');
        for (var quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"'))
        {
            _text.Write(value[..(quote + 1)]);
            _text.Write('"');
            value = value[(quote + 1)..];
        }

        _text.Write(value);
        _text.Write('"');
    }

    /// <summary>Readers may take blanks at the ends of a bare field for padding.</summary>
    private static bool HasBlankEnds(ReadOnlySpan<char> value) =>
        value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]));
}
