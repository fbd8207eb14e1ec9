namespace Mirai.Rules.Syntax;

/// <summary>Renders findings as text.</summary>
internal static class DiagnosticRenderer
{
    private const int MostCharacters = 120;

    /// <summary>A piece of rule text for a message: one line, not too long.</summary>
    public static string Clipped(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0) line = line[..end];
        return line.Length > MostCharacters ? $"{line[..MostCharacters]}…" : end >= 0 ? $"{line}…" : line.ToString();
    }
}
