namespace Mirai.Rules.Syntax;

/// <summary>Whether a finding stops a rule text from being used.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Advice of the linter.</summary>
    Advice,

    /// <summary>The text can be used; something in it deserves a look.</summary>
    Warning,

    /// <summary>The text cannot be used.</summary>
    Error,
}

/// <summary>A finding in a rule text, as data: every text is made from a key and arguments, in the language asked for.</summary>
/// <remarks>Codes: MR1xxx characters, MR2xxx syntax, MR3xxx names, MR4xxx units, MR5xxx rules, MR6xxx tests, MR7xxx overrides, MR9xxx limits, MRLxxx advice.</remarks>
public sealed record RuleDiagnostic
{
    /// <summary>The stable code, such as <c>MR3001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>The text it was found in.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The thing to change.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>What is wrong.</summary>
    public required DiagnosticText Message { get; init; }

    /// <summary>A few words beside the caret.</summary>
    public DiagnosticText? Label { get; init; }

    /// <summary>Other places that the reader should see.</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];

    /// <summary>What explains it.</summary>
    public DiagnosticText? Note { get; init; }

    /// <summary>What to do. Where <see cref="Fix"/> is given and this is not, the corrected line is the help.</summary>
    public DiagnosticText? Help { get; init; }

    /// <summary>The correction, where it is certain or likely.</summary>
    public RuleFix? Fix { get; init; }

    /// <summary>Findings as a JSON array for editors: texts in one language, places as offsets and as lines and columns from 1.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public static string ToJson(IEnumerable<RuleDiagnostic> diagnostics, string language)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(language);
        return DiagnosticJson.Write(diagnostics, language);
    }

    /// <summary>What is wrong in one sentence, without the line it is in.</summary>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public string MessageIn(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return DiagnosticTexts.Format(Message, language);
    }

    /// <summary>What is wrong, with what would be right where that is known, for a place that does not show the line: <c>--sweep rule.drop=90%</c>.</summary>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public string ReasonIn(string language)
    {
        var reason = MessageIn(language);
        if (Label is not null) reason = $"{reason} ({DiagnosticTexts.Format(Label, language)})";
        return Fix is { } fix ? $"{reason} -> `{fix.NewText}`{(fix.IsGuess ? "?" : "")}" : reason;
    }

    /// <summary>The finding for a console, in English.</summary>
    public override string ToString() => ToString("en");

    /// <summary>The finding for a console: the line it is in, a caret under the thing to change, and what to write instead.</summary>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public string ToString(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return DiagnosticRenderer.Render(this, language);
    }
}

/// <summary>A text by its key, with the values that stand in it.</summary>
/// <param name="Key">The key in the texts of each language.</param>
/// <param name="Arguments">Names, numbers and pieces of the rule text; an argument may itself be a <see cref="DiagnosticText"/>.</param>
public sealed record DiagnosticText(string Key, params IReadOnlyList<object> Arguments);

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Span">Where.</param>
/// <param name="Label">A few words about it.</param>
public sealed record RelatedSpan(SourceSpan Span, DiagnosticText Label)
{
    /// <summary>The text it stands in, where it is another one than the finding's.</summary>
    public RuleSource? Source { get; init; }
}

/// <summary>A correction: the stretch is replaced by the text.</summary>
/// <param name="Span">What is replaced; empty to insert.</param>
/// <param name="NewText">The replacement.</param>
/// <param name="IsGuess">Whether it is only the nearest name: shown as "did you mean" rather than "write".</param>
public sealed record RuleFix(SourceSpan Span, string NewText, bool IsGuess = false);
