using System.Globalization;
using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>The findings about characters, MR1xxx: one method each.</summary>
internal static partial class SyntaxErrors
{
    /// <summary>The code of the warning about full-width characters.</summary>
    public const string FullWidthCode = "MR1006";

    /// <summary>MR1001: a text whose quote is never closed.</summary>
    public static RuleDiagnostic TextNotClosed(RuleSource source, SourceSpan span)
    {
        var open = source.Text[span.Start];
        var quote = open is '“' or '「' or '‘' or '＂' or '＇' or '”' or '’' ? '"' : open;
        return new RuleDiagnostic
        {
            Code = "MR1001",
            Source = source,
            Span = new SourceSpan(span.Start, span.Start + 1),
            Message = new DiagnosticText("MR1001"),
            Label = new DiagnosticText("label.opened-here"),
            Help = new DiagnosticText("MR1001.help", quote.ToString()),
        };
    }

    /// <summary>MR1002: characters that mean nothing.</summary>
    public static RuleDiagnostic UnknownCharacter(RuleSource source, SourceSpan span)
    {
        var first = source.Slice(span)[0];
        return Error("MR1002", source, span, Visible(source.Slice(span))) with
        {
            Note = first == '\\' ? new DiagnosticText("MR1002.backslash") : null,
            Fix = first == ';' ? new RuleFix(span, "") : null,
        };
    }

    /// <summary>MR1003: a comma between digits.</summary>
    public static RuleDiagnostic CommaInNumber(RuleSource source, SourceSpan span, bool isThousands)
    {
        var written = source.Slice(span).ToString();
        return Error(isThousands ? "MR1003" : "MR1003.values", source, span, written) with
        {
            Code = "MR1003",
            Note = new DiagnosticText("MR1003.note"),
            Fix = new RuleFix(span, isThousands ? Halved(written).Replace(',', '_') : Halved(written).Replace(",", ", ", StringComparison.Ordinal)),
        };
    }

    /// <summary>MR1004: the operator of another language, or a sign of typesetting.</summary>
    public static RuleDiagnostic OtherOperator(RuleSource source, SourceSpan span, TokenKind kind)
    {
        var word = Spelling(kind);
        var text = source.Text;
        var before = Keywords.IsWord(kind) && span.Start > 0 && !char.IsWhiteSpace(text[span.Start - 1]) ? " " : "";
        var after = Keywords.IsWord(kind) && span.End < text.Length && !char.IsWhiteSpace(text[span.End]) ? " " : "";
        return Error("MR1004", source, span, source.Slice(span).ToString(), word) with { Fix = new RuleFix(span, before + word + after) };
    }

    /// <summary>MR1005: the comma of Japanese text.</summary>
    public static RuleDiagnostic JapaneseComma(RuleSource source, SourceSpan span) =>
        Error("MR1005.comma", source, span) with { Code = "MR1005", Fix = new RuleFix(span, span.End < source.Text.Length && char.IsWhiteSpace(source.Text[span.End]) ? "," : ", ") };

    /// <summary>MR1005: quotes of typesetting or of Japanese text.</summary>
    public static RuleDiagnostic OtherQuotes(RuleSource source, SourceSpan span)
    {
        var inner = source.Slice(span)[1..^1].ToString().Replace("\"", "\\\"", StringComparison.Ordinal);
        return Error("MR1005", source, span, source.Text[span.Start].ToString()) with { Fix = new RuleFix(span, $"\"{inner}\"") };
    }

    /// <summary>MR1006, a warning: full-width forms of ASCII.</summary>
    public static RuleDiagnostic FullWidth(RuleSource source, SourceSpan span)
    {
        var line = source.SpanOfLine(source.PositionOf(span.Start).Line);
        var corrected = Halved(source.Slice(line).ToString());
        return Error("MR1006", source, span) with
        {
            Severity = DiagnosticSeverity.Warning,
            Help = new DiagnosticText("MR1006.help", DiagnosticRenderer.Clipped(corrected.Trim())),
            Fix = new RuleFix(span, Halved(source.Slice(span).ToString())),
        };
    }

    /// <summary>MR1007: a space between a number and its mark.</summary>
    public static RuleDiagnostic SpaceBeforeMark(RuleSource source, SourceSpan span, SourceSpan gap) =>
        Error("MR1007", source, span, source.Slice(new SourceSpan(gap.End, span.End)).ToString()) with { Fix = new RuleFix(gap, "") };

    /// <summary>MR1008: a hyphen between a number and its unit.</summary>
    public static RuleDiagnostic HyphenatedUnit(RuleSource source, SourceSpan span, SourceSpan hyphen)
    {
        var unit = Halved(source.Slice(new SourceSpan(hyphen.End, span.End)).ToString());
        var isOne = LiteralText.Number(source.Slice(new SourceSpan(span.Start, hyphen.Start))) == 1;
        return Error("MR1008", source, span, source.Slice(span).ToString()) with
        {
            Fix = new RuleFix(new SourceSpan(hyphen.Start, span.End), $" {unit}{(isOne || unit.EndsWith('s') ? "" : "s")}"),
        };
    }

    /// <summary>MR1009: letters that follow a number at once.</summary>
    public static RuleDiagnostic NumberRunsOn(RuleSource source, SourceSpan span, int wordStart, bool isUnit)
    {
        var word = source.Slice(new SourceSpan(wordStart, span.End)).ToString();
        var unit = word switch { "d" => "days", "w" => "weeks", "m" => "months", "q" => "quarters", "y" => "years", _ => null };
        return Error("MR1009", source, span, source.Slice(span).ToString(), word) with
        {
            Fix = isUnit ? new RuleFix(new SourceSpan(wordStart, wordStart), " ")
                : unit is not null ? new RuleFix(new SourceSpan(wordStart, span.End), " " + unit, IsGuess: true)
                : null,
        };
    }

    /// <summary>MR1009: a decimal fraction without its zero.</summary>
    public static RuleDiagnostic BareFraction(RuleSource source, SourceSpan span) =>
        Error("MR1009.fraction", source, span, source.Slice(span).ToString()) with { Code = "MR1009", Fix = new RuleFix(new SourceSpan(span.Start, span.Start), "0") };

    /// <summary>MR1010: an opening backtick without a closing one.</summary>
    public static RuleDiagnostic NameNotClosed(RuleSource source, SourceSpan span) =>
        Error("MR1010", source, new SourceSpan(span.Start, span.Start + 1)) with { Label = new DiagnosticText("label.opened-here") };

    /// <summary>MR1010: backticks around nothing that is a name.</summary>
    public static RuleDiagnostic EmptyName(RuleSource source, SourceSpan span) => Error("MR1010.empty", source, span) with { Code = "MR1010" };

    /// <summary>MR1011: no day of the calendar, or one written in another way.</summary>
    public static RuleDiagnostic NotADate(RuleSource source, SourceSpan span, DateOnly? day) =>
        Error(day is null ? "MR1011" : "MR1011.digits", source, span, source.Slice(span).ToString()) with
        {
            Code = "MR1011",
            Fix = day is { } meant ? new RuleFix(span, meant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        };

    /// <summary>MR1012: a backslash before a character that needs none.</summary>
    public static RuleDiagnostic UnknownEscape(RuleSource source, SourceSpan span) =>
        Error("MR1012", source, span, Visible(source.Slice(span))) with { Fix = new RuleFix(new SourceSpan(span.Start, span.Start), "\\") };

    /// <summary>MR1013: more digits than a number keeps.</summary>
    public static RuleDiagnostic TooManyDigits(RuleSource source, SourceSpan span, int digits) => Error("MR1013", source, span, digits, Lexer.MostDigits);

    private static string Halved(string written) => FullWidthText.Halved(written);

    private static string Visible(ReadOnlySpan<char> characters)
    {
        var result = new StringBuilder();
        foreach (var rune in characters[..Math.Min(characters.Length, 8)].EnumerateRunes())
        {
            var isHidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar;
            if (isHidden) result.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            else result.Append(rune.ToString());
        }

        return characters.Length > 8 ? result.Append('…').ToString() : result.ToString();
    }
}
