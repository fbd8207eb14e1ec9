namespace Mirai.Rules.Evaluation;

/// <summary>Tells on which dimensions of a part a term depends: a term that names its own part of a dimension is the same for all segments of it.</summary>
internal sealed class DependentDimensions(IReadOnlyList<RulePlan> plans)
{
    private readonly Dictionary<(int Term, string Dimensions), IReadOnlyList<string>> _known = [];
    private readonly Lock _knowing = new();

    /// <summary>Those of the dimensions, in their order, on which the term depends.</summary>
    public IReadOnlyList<string> Of(Term term, IReadOnlyList<string> dimensions)
    {
        if (dimensions.Count == 0) return dimensions;
        lock (_knowing) return Find(term, dimensions, KeyOf(dimensions));
    }

    /// <summary>Dimensions as one text.</summary>
    public static string KeyOf(IReadOnlyList<string> dimensions) => string.Join('\u0001', dimensions);

    private IReadOnlyList<string> Find(Term term, IReadOnlyList<string> dimensions, string key)
    {
        StackCheck.Ensure();
        if (_known.TryGetValue((term.Id, key), out var known)) return known;
        var found = term.Kind switch
        {
            TermKind.Table => Keep(dimensions, d => string.Equals(d, term.Table!.Dimension, StringComparison.Ordinal)),
            TermKind.Metric or TermKind.Denominator => term.IsOverall
                ? []
                : Keep(dimensions, d => !term.Metric!.Picks.Any(p => string.Equals(p.Dimension, d, StringComparison.Ordinal))),
            TermKind.Firing => !term.IsOverall && plans[term.Rule].FiresFor(dimensions) ? dimensions : [],
            TermKind.LargestShare or TermKind.Concentration => term.IsOverall ? [] : OverParts(term, dimensions),
            _ => Union(term, dimensions, key),
        };
        _known.Add((term.Id, key), found);
        return found;
    }

    private IReadOnlyList<string> OverParts(Term term, IReadOnlyList<string> dimensions)
    {
        string[] inner = [.. dimensions.Union(term.By, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var found = Find(term.Operands[0], inner, KeyOf(inner));
        return Keep(dimensions, d => found.Contains(d, StringComparer.Ordinal) && !term.By.Contains(d, StringComparer.Ordinal));
    }

    private IReadOnlyList<string> Union(Term term, IReadOnlyList<string> dimensions, string key)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operand in term.Operands) all.UnionWith(Find(operand, dimensions, key));
        return Keep(dimensions, all.Contains);
    }

    private static IReadOnlyList<string> Keep(IReadOnlyList<string> dimensions, Func<string, bool> isKept)
    {
        string[] kept = [.. dimensions.Where(isKept)];
        return kept.Length == dimensions.Count ? dimensions : kept;
    }
}
