namespace Mirai.Rules.Syntax;

/// <summary>Collects the findings of one text: keeps as many as the limit allows and counts the rest.</summary>
internal sealed class DiagnosticBag(RuleSource source, RuleLimits limits)
{
    private readonly List<RuleDiagnostic> _kept = [];
    private int _dropped;

    /// <summary>The text that is read.</summary>
    public RuleSource Source { get; } = source;

    /// <summary>The bounds of the reading.</summary>
    public RuleLimits Limits { get; } = limits;

    /// <summary>How many findings there are so far, dropped ones included.</summary>
    public int Count => _kept.Count + _dropped;

    /// <summary>Adds a finding. Of those past the limit only the number is kept, and they are not made at all.</summary>
    public void Add(Func<RuleSource, RuleDiagnostic> make)
    {
        if (_kept.Count < Limits.Diagnostics * 2) _kept.Add(make(Source));
        else _dropped++;
    }

    /// <summary>Whether something was already found that begins in a stretch.</summary>
    public bool HasErrorIn(SourceSpan span)
    {
        foreach (var found in _kept)
        {
            if (found.Severity == DiagnosticSeverity.Error && found.Span.Start >= span.Start && found.Span.Start <= span.End) return true;
        }

        return false;
    }

    /// <summary>The findings by place, at most as many as the limit, then one that counts the rest.</summary>
    public IReadOnlyList<RuleDiagnostic> ToList() => Capped(Source, [.. _kept], _dropped, Limits);

    /// <summary>Findings of one text by place, at most as many as the limit, then one that counts the rest.</summary>
    public static IReadOnlyList<RuleDiagnostic> Capped(RuleSource source, IReadOnlyList<RuleDiagnostic> found, int dropped, RuleLimits limits)
    {
        var sorted = OnePerLine(source, found.OrderBy(one => one.Span.Start));
        dropped += sorted.Count - Math.Min(sorted.Count, limits.Diagnostics);
        if (dropped == 0) return sorted;
        sorted.RemoveRange(limits.Diagnostics, sorted.Count - limits.Diagnostics);
        sorted.Add(SyntaxErrors.More(source, sorted.Count == 0 ? default : sorted[^1].Span, dropped));
        return sorted;
    }

    // Full-width characters are reported once a line, those inside placeholders together with the others.
    private static List<RuleDiagnostic> OnePerLine(RuleSource source, IEnumerable<RuleDiagnostic> sorted)
    {
        var result = new List<RuleDiagnostic>();
        var lastLine = 0;
        foreach (var found in sorted)
        {
            if (string.Equals(found.Code, SyntaxErrors.FullWidthCode, StringComparison.Ordinal))
            {
                var line = source.PositionOf(found.Span.Start).Line;
                if (line == lastLine) continue;
                lastLine = line;
            }

            result.Add(found);
        }

        return result;
    }
}
