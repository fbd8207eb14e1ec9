using System.Text.RegularExpressions;

namespace Mirai.Repository.Tests;

/// <summary>A fenced block of a Markdown file, with the source that the line before it names.</summary>
/// <param name="Place">The file and the line of the opening fence.</param>
/// <param name="Language">What follows the opening fence; empty where nothing does.</param>
/// <param name="Source">From <c>&lt;!-- from: path#part --&gt;</c>; empty where there is none.</param>
/// <param name="Text">The lines inside, each ended with a line feed.</param>
internal sealed partial record MarkdownBlock(string Place, string Language, string Source, string Text)
{
    /// <summary>The blocks of a Markdown text, in their order.</summary>
    public static IEnumerable<MarkdownBlock> Read(string path, string text)
    {
        var lines = text.Split('\n');
        var source = "";
        for (var row = 0; row < lines.Length; row++)
        {
            var fence = Fence().Match(lines[row]);
            if (!fence.Success)
            {
                var from = From().Match(lines[row]);
                if (from.Success) source = from.Groups["source"].Value;
                else if (lines[row].Trim().Length > 0) source = "";
                continue;
            }

            var opened = row;
            var mark = fence.Groups["mark"].Value;
            var inside = new List<string>();
            while (++row < lines.Length && !string.Equals(lines[row].Trim(), mark, StringComparison.Ordinal)) inside.Add(lines[row] + "\n");
            if (row == lines.Length) throw new InvalidOperationException($"{path}:{opened + 1}: this block is never closed.");
            yield return new MarkdownBlock($"{path}:{opened + 1}", fence.Groups["language"].Value, source, string.Concat(inside));
            source = "";
        }
    }

    [GeneratedRegex(@"^\s*(?<mark>```+)(?<language>[\w+-]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^<!-- from: (?<source>\S+) -->$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From();
}
