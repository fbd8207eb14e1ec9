namespace Mirai.Csv;

/// <summary>The characters that separate fields. Any other ASCII character that is neither a quote nor a line break also serves.</summary>
public static class CsvDelimiter
{
    /// <summary><c>,</c></summary>
    public const char Comma = ',';

    /// <summary><c>;</c>, as spreadsheet programs write where the comma is the decimal mark.</summary>
    public const char Semicolon = ';';

    /// <summary>The tab.</summary>
    public const char Tab = '\t';

    /// <summary><c>|</c></summary>
    public const char Pipe = '|';

    /// <summary>Runs of blanks and tabs, with those at the ends of a line left out: text in aligned columns.</summary>
    public const char Blanks = ' ';

    /// <summary>What is tried when no delimiter is given, in the order in which ties are broken.</summary>
    internal static ReadOnlySpan<byte> Detectable => ",;\t|"u8;

    /// <summary>Whether a character can separate fields.</summary>
    public static bool IsValid(char delimiter) =>
        char.IsAscii(delimiter) && !char.IsAsciiLetterOrDigit(delimiter) && delimiter is not ('"' or '\r' or '\n' or '\0');
}
