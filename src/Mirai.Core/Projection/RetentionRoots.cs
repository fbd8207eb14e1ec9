namespace Mirai.Projection;

/// <summary>All constant retention rates with which a year's figure meets a target.</summary>
/// <param name="polynomial">The figure as a polynomial of the rate: tells where it rises and where it falls.</param>
/// <param name="attain">The figure by a projection, at a rate.</param>
/// <param name="scenario">What stays as it is.</param>
/// <param name="target">The target.</param>
internal sealed class RetentionRoots(RetentionPolynomial polynomial, Func<decimal, decimal> attain, Scenario scenario, decimal target)
{
    /// <summary>An interval so short that the figure's turning point in it is taken as found.</summary>
    private const decimal Shortest = 0.000_000_1m;

    private const int Halvings = 80;

    private readonly List<decimal> _ends = [0];

    /// <summary>The answer.</summary>
    public SolveOutcome Solve()
    {
        if (polynomial.IsConstant) return new SolveOutcome.NoInfluence(attain(0));
        AddMonotone(0, 1);
        var figures = _ends.ConvertAll(attain.Invoke);
        var roots = new List<decimal>();
        for (var i = 0; i < _ends.Count; i++)
        {
            if (figures[i] == target) roots.Add(_ends[i]);
            else if (i > 0 && figures[i - 1] < target == figures[i] > target && figures[i - 1] != target) roots.Add(Bisect(_ends[i - 1], _ends[i], figures[i] > target));
        }

        if (roots.Count > 1) return new SolveOutcome.NotMonotone(roots);
        if (roots.Count == 1) return new SolveOutcome.Solved(roots[0], attain(roots[0]), scenario.With(SolveUnknown.Retention, roots[0]));
        var (most, least) = (figures.Max(), figures.Min());
        return most < target
            ? new SolveOutcome.OutOfReach(most, _ends[figures.IndexOf(most)])
            : new SolveOutcome.AlreadyPassed(least, _ends[figures.IndexOf(least)]);
    }

    /// <summary>Adds the ends of intervals in which the figure only rises or only falls.</summary>
    private void AddMonotone(decimal from, decimal to)
    {
        var (least, most) = polynomial.Slope(from, to);
        if (least >= 0 || most <= 0 || to - from < Shortest)
        {
            _ends.Add(to);
            return;
        }

        var middle = (from + to) / 2;
        AddMonotone(from, middle);
        AddMonotone(middle, to);
    }

    private decimal Bisect(decimal low, decimal high, bool rises)
    {
        for (var i = 0; i < Halvings && high - low > 0; i++)
        {
            var middle = (low + high) / 2;
            var figure = attain(middle);
            if (figure == target) return middle;
            if (figure < target == rises) low = middle;
            else high = middle;
        }

        return Math.Abs(attain(low) - target) <= Math.Abs(attain(high) - target) ? low : high;
    }
}
