using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>A rule text that cannot be used because of mistakes in it.</summary>
public sealed class RuleTextException : Exception
{
    /// <summary>An exception with the mistakes as its message, in English.</summary>
    /// <param name="diagnostics">What was found, errors and other findings, by place.</param>
    public RuleTextException(IReadOnlyList<RuleDiagnostic> diagnostics)
        : base(MessageOf(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What was found in the text, by place.</summary>
    public IReadOnlyList<RuleDiagnostic> Diagnostics { get; }

    private static string MessageOf(IReadOnlyList<RuleDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return string.Join('\n', diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()));
    }
}
