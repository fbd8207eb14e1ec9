using Mirai.Rules.Syntax;

namespace Mirai.Cli.Page;

/// <summary>Findings about rule files, with the lines they are in.</summary>
internal static class FindingsPage
{
    /// <summary>All findings, an empty line after each.</summary>
    public static Block Of(IEnumerable<RuleDiagnostic> findings, PageSetting setting)
    {
        var page = new Block();
        foreach (var found in findings) page.Add(Of(found, setting)).Blank();
        return page;
    }

    /// <summary>One finding.</summary>
    public static Block Of(RuleDiagnostic found, PageSetting setting, string indent = "")
    {
        var block = new Block();
        var tone = found.Severity switch { DiagnosticSeverity.Error => Tone.Bad, DiagnosticSeverity.Warning => Tone.Accent, _ => Tone.Faint };
        foreach (var line in found.ToString(setting.Texts.Language).TrimEnd('\n').Split('\n')) block.Add(Coloured(indent, line, block.Lines.Count == 0, tone));
        return block;
    }

    /// <summary>A line of a finding: the head, a line of the rule text behind its number, or signs and remarks below it.</summary>
    private static Line Coloured(string indent, string text, bool isHead, Tone tone)
    {
        var line = Line.Of(indent);
        if (isHead)
        {
            var end = text.IndexOf(']', StringComparison.Ordinal) + 1;
            return line.Add(text[..end], tone).Add(text[end..], Tone.Strong);
        }

        var gutter = text.IndexOf('|', StringComparison.Ordinal);
        if (gutter < 0 || !text.AsSpan(0, gutter).TrimStart().TrimEnd().ToString().All(char.IsAsciiDigit)) return line.Add(text, text.TrimStart().StartsWith('=') ? Tone.Plain : Tone.Faint);
        var isSigns = string.IsNullOrWhiteSpace(text[..gutter]);
        return line.Add(text[..(gutter + 1)], Tone.Faint).Add(text[(gutter + 1)..], isSigns ? tone : Tone.Plain);
    }
}
