using System.Globalization;
using System.Text.RegularExpressions;

namespace Mirai.Repository.Tests;

/// <summary>A part of a file that a Markdown file shows.</summary>
/// <remarks>
/// <c>path</c> is the whole file; <c>path#L3-L9</c> its lines 3 to 9; <c>path#name</c> what stands between a line
/// <c>// snippet: name</c> and the next line <c>// end</c>, with the common indentation taken off.
/// </remarks>
internal static partial class Excerpt
{
    /// <summary>The text of a source such as <c>tests/A/B.cs#name</c>, each line ended with a line feed.</summary>
    /// <exception cref="FormatException">The part is not in the text; the message says what was expected.</exception>
    public static string Of(string text, string part)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (part.Length == 0) return Join(lines);
        var numbers = LineNumbers().Match(part);
        return numbers.Success ? OfLines(lines, numbers) : OfSnippet(lines, part);
    }

    private static string OfLines(string[] lines, Match numbers)
    {
        var first = int.Parse(numbers.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = int.Parse(numbers.Groups["last"].Value, CultureInfo.InvariantCulture);
        if (first < 1 || last < first || last > lines.Length) throw new FormatException($"lines {first} to {last} were asked for, the file has {lines.Length}");
        return Join(lines[(first - 1)..last]);
    }

    private static string OfSnippet(string[] lines, string name)
    {
        var opened = Array.FindIndex(lines, line => string.Equals(line.Trim(), $"// snippet: {name}", StringComparison.Ordinal));
        if (opened < 0) throw new FormatException($"expected a line `// snippet: {name}`");
        var closed = Array.FindIndex(lines, opened, line => line.Trim() is "// end");
        if (closed < 0) throw new FormatException($"expected a line `// end` after `// snippet: {name}`");
        var inside = lines[(opened + 1)..closed];
        var indent = inside.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return Join(inside.Select(line => line.Length < indent ? line.TrimStart() : line[indent..]));
    }

    private static string Join(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    [GeneratedRegex(@"^L(?<first>\d+)-L(?<last>\d+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineNumbers();
}
