using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A comment that speaks to the language itself: <c># mirai: allow MRL004 reason</c>.</summary>
/// <param name="Verb">The word after <c>mirai:</c>.</param>
/// <param name="Argument">The word after that; empty where there is none.</param>
/// <param name="ArgumentSpan">Where that word stands.</param>
internal sealed record CommentMark(string Verb, string Argument, SourceSpan ArgumentSpan);

/// <summary>Reads the marks in the comments right above a line.</summary>
internal static class CommentMarks
{
    private const string Start = "mirai:";

    /// <summary>The marks in the unbroken run of comment lines above the line of an offset, nearest first.</summary>
    public static IEnumerable<CommentMark> Above(RuleSource source, int offset)
    {
        for (var line = source.PositionOf(offset).Line - 1; line >= 1; line--)
        {
            var span = source.SpanOfLine(line);
            var text = source.Text.AsSpan(span.Start, span.Length);
            var at = text.Length - text.TrimStart().Length;
            if (at >= text.Length || text[at] is not ('#' or '＃')) yield break;
            if (Read(source.Text, span.Start + at + 1, span.End) is { } mark) yield return mark;
        }
    }

    private static CommentMark? Read(string text, int start, int end)
    {
        var at = SkipSpace(text, start, end);
        if (!text.AsSpan(at, end - at).StartsWith(Start, StringComparison.Ordinal)) return null;
        var verb = Word(text, at + Start.Length, end);
        if (verb.Length == 0) return null;
        var argument = Word(text, verb.End, end);
        return new CommentMark(text[verb.Start..verb.End], text[argument.Start..argument.End], argument);
    }

    private static SourceSpan Word(string text, int start, int end)
    {
        var first = SkipSpace(text, start, end);
        var last = first;
        while (last < end && !char.IsWhiteSpace(text[last])) last++;
        return new SourceSpan(first, last);
    }

    private static int SkipSpace(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }
}
