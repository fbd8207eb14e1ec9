using System.Globalization;
using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>Renders findings for the console: the line, a caret under the thing to change, labels, and what to write instead.</summary>
internal static class DiagnosticRenderer
{
    private const int MostCharacters = 200;
    private const int CharactersBefore = 80;

    private readonly record struct Mark(int Start, int Width, char Sign, string Label);

    /// <summary>A finding in a language.</summary>
    public static string Render(RuleDiagnostic found, string language)
    {
        var text = new StringBuilder();
        var severity = DiagnosticTexts.Pattern($"frame.{found.Severity.ToString().ToLowerInvariant()}", language);
        text.Append(severity).Append('[').Append(found.Code).Append("]: ").Append(DiagnosticTexts.Format(found.Message, language)).Append('\n');
        if (string.Equals(found.Code, SyntaxErrors.MoreCode, StringComparison.Ordinal)) return text.ToString();
        var gutter = new string(' ', Digits(found) + 1);
        var place = found.Source.PositionOf(found.Span.Start);
        text.Append(gutter).Append(CultureInfo.InvariantCulture, $"--> {Shown(found.Source.Name)}:{place.Line}:{place.Column}\n");
        foreach (var file in Spans(found).GroupBy(span => span.Source))
        {
            if (file.Key != found.Source)
            {
                var first = file.Key.PositionOf(file.First().Span.Start);
                text.Append(gutter).Append(CultureInfo.InvariantCulture, $"::: {Shown(file.Key.Name)}:{first.Line}:{first.Column}\n");
            }

            text.Append(gutter).Append("|\n");
            AppendLines(text, file.Key, [.. file], gutter, language);
        }

        if (found.Note is { } note) AppendRemark(text, gutter, $"{DiagnosticTexts.Pattern("frame.note", language)}: {DiagnosticTexts.Format(note, language)}");
        if (found.Help is { } help)
            AppendRemark(text, gutter, $"{DiagnosticTexts.Pattern("frame.help", language)}: {DiagnosticTexts.Format(help, language)}");
        else if (found.Fix is { } fix)
            AppendRemark(text, gutter, $"{DiagnosticTexts.Pattern(fix.IsGuess ? "frame.guess" : "frame.write", language)}: `{Corrected(found.Source, fix)}`");
        return text.ToString();
    }

    /// <summary>A piece of rule text for a message: one line, not too long, nothing in it that a terminal would obey.</summary>
    public static string Clipped(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0) line = line[..end];
        var isCut = end >= 0 || line.Length > MostCharacters;
        return Shown(line[..Math.Min(line.Length, MostCharacters)]) + (isCut ? "…" : "");
    }

    /// <summary>The line of a correction as it should be, without the spaces around it.</summary>
    public static string Corrected(RuleSource source, RuleFix fix)
    {
        var line = source.SpanOfLine(source.PositionOf(fix.Span.Start).Line).To(source.SpanOfLine(source.PositionOf(fix.Span.End).Line));
        var window = Window(source, line, fix.Span);
        var before = source.Slice(new SourceSpan(window.Start, fix.Span.Start));
        var after = source.Slice(new SourceSpan(fix.Span.End, Math.Max(fix.Span.End, window.End)));
        var whole = Shown(string.Concat(before, fix.NewText, after)).Trim();
        return (window.Start > line.Start ? "…" : "") + whole + (window.End < line.End ? "…" : "");
    }

    private static IEnumerable<(RuleSource Source, SourceSpan Span, char Sign, DiagnosticText? Label)> Spans(RuleDiagnostic found) =>
        found.Related.Select(related => (Source: related.Source ?? found.Source, related.Span, Sign: '-', Label: (DiagnosticText?)related.Label))
            .Append((found.Source, found.Span, '^', found.Label))
            .OrderBy(span => span.Source == found.Source ? 0 : 1);

    private static void AppendLines(
        StringBuilder text, RuleSource source, List<(RuleSource Source, SourceSpan Span, char Sign, DiagnosticText? Label)> spans, string gutter, string language)
    {
        var before = 0;
        foreach (var group in spans.GroupBy(span => source.PositionOf(span.Span.Start).Line).OrderBy(group => group.Key))
        {
            if (before > 0 && group.Key > before + 1) text.Append(gutter).Append(":\n");
            before = group.Key;
            var line = source.SpanOfLine(group.Key);
            var window = Window(source, line, group.Last().Span);
            var lead = window.Start > line.Start ? "…" : "";
            var tail = window.End < line.End ? "…" : "";
            var number = group.Key.ToString(CultureInfo.InvariantCulture).PadRight(gutter.Length);
            text.Append(number).Append("| ").Append($"{lead}{Shown(source.Slice(window))}{tail}".TrimEnd()).Append('\n');
            var marks = group.Where(span => span.Span.Start >= window.Start && span.Span.Start <= window.End).Select(span => new Mark(
                lead.Length + DisplayWidth.Of(source.Slice(new SourceSpan(window.Start, span.Span.Start))),
                Math.Max(1, DisplayWidth.Of(source.Slice(new SourceSpan(span.Span.Start, Math.Max(span.Span.Start, Math.Min(span.Span.End, window.End)))))),
                span.Sign,
                span.Label is null ? "" : DiagnosticTexts.Format(span.Label, language)));
            AppendMarks(text, [.. marks.OrderBy(mark => mark.Start)], gutter);
        }
    }

    // The signs on one line, the last label behind them; the other labels below, from right to left.
    private static void AppendMarks(StringBuilder text, List<Mark> marks, string gutter)
    {
        if (marks.Count == 0) return;
        var signs = new StringBuilder();
        foreach (var mark in marks.OrderBy(mark => mark.Sign == '^'))
        {
            if (signs.Length < mark.Start + mark.Width) signs.Append(' ', mark.Start + mark.Width - signs.Length);
            for (var i = 0; i < mark.Width; i++) signs[mark.Start + i] = mark.Sign;
        }

        text.Append(gutter).Append("| ").Append($"{signs} {marks[^1].Label}".TrimEnd()).Append('\n');
        foreach (var mark in marks.SkipLast(1).Reverse().Where(mark => mark.Label.Length > 0))
            text.Append(gutter).Append("| ").Append(' ', mark.Start).Append(mark.Label).Append('\n');
    }

    private static void AppendRemark(StringBuilder text, string gutter, string remark) => text.Append(gutter).Append("= ").Append(remark).Append('\n');

    // The part of a long line around the place in question, cut at whole characters.
    private static SourceSpan Window(RuleSource source, SourceSpan line, SourceSpan around)
    {
        if (line.Length <= MostCharacters) return line;
        var start = Math.Clamp(around.Start - CharactersBefore, line.Start, line.End);
        var end = Math.Min(line.End, Math.Max(start + MostCharacters, Math.Min(around.End, start + (2 * MostCharacters))));
        if (start > line.Start && char.IsLowSurrogate(source.Text[start])) start++;
        if (end < line.End && char.IsLowSurrogate(source.Text[end])) end--;
        return new SourceSpan(start, Math.Max(start, end));
    }

    private static int Digits(RuleDiagnostic found) =>
        Spans(found).Max(span => span.Source.PositionOf(span.Span.Start).Line).ToString(CultureInfo.InvariantCulture).Length;

    private static string Shown(ReadOnlySpan<char> text) => DisplayWidth.Shown(text);
}
