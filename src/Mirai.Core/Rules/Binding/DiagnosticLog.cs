using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>The findings of one pass. A finding that several rules run into, in a shared expression, is kept once.</summary>
internal sealed class DiagnosticLog
{
    private readonly List<RuleDiagnostic> _found = [];
    private readonly HashSet<(string Code, RuleSource Source, SourceSpan Span)> _seen = [];

    /// <summary>The findings in the order in which they were made.</summary>
    public IReadOnlyList<RuleDiagnostic> Found => _found;

    /// <summary>How many of them stop the text from being used.</summary>
    public int ErrorCount => _found.Count(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Notes a finding, unless the same has been found at the same place.</summary>
    public void Add(RuleDiagnostic diagnostic)
    {
        if (_seen.Add((diagnostic.Code, diagnostic.Source, diagnostic.Span))) _found.Add(diagnostic);
    }

    /// <summary>Notes findings of an earlier stage.</summary>
    public void AddRange(IEnumerable<RuleDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }
}
