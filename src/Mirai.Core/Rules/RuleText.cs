using Mirai.Rules.Formatting;
using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>What can be done with a rule text without knowing any figures.</summary>
public static class RuleText
{
    /// <summary>Finds mistakes in the characters and the syntax of a rule text. Whether its names and units fit needs a vocabulary, and is not looked at.</summary>
    /// <param name="text">The rule text; any text whatever.</param>
    /// <param name="sourceName">The name of the text in the findings.</param>
    /// <returns>Errors and warnings by place; empty for a sound text.</returns>
    public static IReadOnlyList<RuleDiagnostic> CheckSyntax(string text, string sourceName = "rules.mirai") =>
        RuleParser.Parse(new RuleSource(sourceName, text), RuleLimits.Default).Diagnostics;

    /// <summary>
    /// Lays a rule text out in the one way there is: two spaces before a clause, keywords in a column, one language of a text on a line. Comments, numbers
    /// and texts stay as they are; full-width characters outside texts become half-width. Formatting twice changes nothing more.
    /// </summary>
    /// <param name="text">The rule text.</param>
    /// <exception cref="RuleTextException">The text has syntax errors; a text that is not understood is not touched.</exception>
    public static string Format(string text) =>
        TryFormat(text, out var formatted, out var diagnostics) ? formatted : throw new RuleTextException(diagnostics);

    /// <summary>Lays a rule text out as <see cref="Format"/> does, if it has no syntax errors.</summary>
    /// <param name="text">The rule text.</param>
    /// <param name="formatted">The text laid out; as it was where it has syntax errors.</param>
    /// <param name="diagnostics">What was found in the text; also warnings about a text that could be formatted.</param>
    /// <param name="sourceName">The name of the text in the findings.</param>
    /// <returns>Whether the text could be formatted.</returns>
    public static bool TryFormat(string text, out string formatted, out IReadOnlyList<RuleDiagnostic> diagnostics, string sourceName = "rules.mirai")
    {
        var source = new RuleSource(sourceName, text);
        (var file, diagnostics) = RuleParser.Parse(source, RuleLimits.Default);
        var isSound = diagnostics.All(found => found.Severity != DiagnosticSeverity.Error);
        formatted = isSound ? RuleFormatter.Format(file) : text;
        return isSound;
    }
}
