namespace Mirai.Rules.Evaluation;

/// <summary>How much work a run would be, before it is begun.</summary>
internal sealed class WorkEstimate(RuleRun run)
{
    /// <summary>Refuses a run that would compute more cells than allowed.</summary>
    /// <exception cref="RuleLimitException">It would; the message names the three dearest rules.</exception>
    public void Check(IReadOnlyList<ScopeGroup> groups)
    {
        var cells = groups.Sum(g => Cells(g.Schedule.Steps.Select(s => s.Term).OfType<Term>(), g.Parts.Count));
        if (cells <= run.Limits.Cells) return;
        var dearest = groups
            .SelectMany(g => g.Plans.Select(plan => (plan.Rule.Name, Cells: Cells(TermsOf(plan), g.Parts.Count))))
            .GroupBy(r => r.Name, r => r.Cells, StringComparer.Ordinal)
            .Select(r => (Name: r.Key, Cells: r.Sum()))
            .OrderByDescending(r => r.Cells)
            .Take(3);
        throw new RuleLimitException(
            $"The rules would compute {Billions(cells)} cells; {Billions(run.Limits.Cells)} are allowed. The dearest are "
            + string.Join(", ", dearest.Select(r => $"`{r.Name}` ({Billions(r.Cells)})")) + ".");
    }

    private static string Billions(double cells) => cells >= 1e8
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cells / 1e9:0.0} billion")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cells:N0}");

    private double Cells(IEnumerable<Term> terms, int parts) => terms.Sum(Weight) * parts * run.Days.Count;

    private double Weight(Term term)
    {
        if (term.By.Count == 0) return term.Host is { } host ? 1 + Math.Max(0, host.CostPerDay) : 1;
        return run.Segments(term.By).Count * (1 + Below(term.Operands[0]).Sum(Weight));
    }

    private static HashSet<Term> TermsOf(RulePlan plan)
    {
        var terms = new HashSet<Term>();
        foreach (var root in plan.DecisionTerms.Concat(plan.LaterTerms)) terms.UnionWith(Below(root));
        return terms;
    }

    /// <summary>A term and those it is made of, but for those that are computed part by part.</summary>
    private static HashSet<Term> Below(Term root)
    {
        var (found, open) = (new HashSet<Term>(), new Stack<Term>([root]));
        while (open.TryPop(out var term))
        {
            if (!found.Add(term) || term.By.Count > 0) continue;
            foreach (var operand in term.Operands) open.Push(operand);
        }

        return found;
    }
}
