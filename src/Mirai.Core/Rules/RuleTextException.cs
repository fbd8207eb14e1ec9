using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>Rule texts that cannot be used: all their mistakes at once.</summary>
public sealed class RuleTextException : FormatException
{
    /// <summary>An exception whose message shows every error with its line and a caret.</summary>
    /// <param name="diagnostics">The findings, at least one of them an error.</param>
    public RuleTextException(IReadOnlyList<RuleDiagnostic> diagnostics)
        : base(MessageOf(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All findings, warnings among them, by text and place.</summary>
    public IReadOnlyList<RuleDiagnostic> Diagnostics { get; }

    private static string MessageOf(IReadOnlyList<RuleDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return string.Join('\n', diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }
}
