using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Resolves the figures and expectations of one test, and finds what cannot be run.</summary>
internal sealed class TestBinder(BindingSession session, TestSyntax test, RuleSource source, BoundRule rule)
{
    private readonly List<(GivenClause Clause, RuleMetric Metric, CustomerPart Part, List<double> Values, double Last)> _given = [];

    /// <summary>The test; <see langword="null"/> where it has mistakes.</summary>
    public BoundTest? Bind()
    {
        var errors = session.Log.ErrorCount;
        var start = test.Clauses.OfType<StartingClause>().Select(c => (DateOnly?)c.Day).FirstOrDefault();
        foreach (var clause in test.Clauses.OfType<GivenClause>()) Take(clause, start ?? new DateOnly(2000, 1, 1));
        var days = _given.Count == 0 ? 0 : _given.Max(g => g.Values.Count);
        if (session.Log.ErrorCount == errors) CheckLength(days);
        if (session.Log.ErrorCount == errors) CheckParts();
        var isComplete = session.Log.ErrorCount == errors && days > 0;
        var expectations = test.Clauses.OfType<ExpectClause>().Select(e => Expectation(e, days, isComplete)).ToList();
        if (start is null || session.Log.ErrorCount != errors) return null;
        return new BoundTest
        {
            Syntax = test, Source = source, Rule = rule.Name, Start = start.Value, Days = days, Expectations = expectations,
            Series = [.. _given.Select(g => new FigureSeries(g.Metric, g.Part, Whole(g.Values, g.Last, days)))], Sets = [.. test.Clauses.OfType<SetClause>()],
        };
    }

    private int MostDays => 366 * session.Limits.LookBackYears;

    private void Take(GivenClause clause, DateOnly start)
    {
        if (session.Metric(clause.Name.Value) is not { } metric || PartOf(clause) is not { } part) return;
        if (_given.Exists(g => g.Metric == metric && g.Part.Equals(part)))
        {
            Report("MR6011", clause.Name.Span, [Shown(metric.Name, part)]);
            return;
        }

        var values = new List<double>();
        var last = double.NaN;
        foreach (var (piece, isLast) in clause.Parts.Select((piece, place) => (piece, place == clause.Parts.Count - 1)))
        {
            var from = Number(piece.Start);
            if (piece.Length is null && isLast) last = from; // A value without a length goes on to the end of the test.
            var length = piece.Length is null ? 1 : LengthOf(piece.Length.Value, start, values.Count);
            if (values.Count + length > Math.Min(MostDays, DateOnly.MaxValue.DayNumber - start.DayNumber + 1))
            {
                Report("MR6013", piece.Length?.Span ?? piece.Span, [session.Limits.LookBackYears]);
                return;
            }

            if (IsSlope(piece)) Slope(piece, from, (int)length, values);
            else values.AddRange(Enumerable.Repeat(from, (int)length));
        }

        _given.Add((clause, metric, part, values, last));
    }

    /// <summary>Whether a piece moves to another value; a second value that is <c>missing</c> reads like none at all, so the text decides.</summary>
    private bool IsSlope(GivenPart piece) => piece.End is not null || source.Slice(piece.Span).Contains("->", StringComparison.Ordinal);

    private void Slope(GivenPart piece, double from, int length, List<double> values)
    {
        if (piece.Start is null || piece.End is null)
        {
            Report("MR6015", piece.Span, []);
            return;
        }

        var to = Number(piece.End);
        for (var day = 1; day <= length; day++) values.Add(day == length ? to : from + ((to - from) * day / length));
    }

    /// <summary>How many days a length of time has from a place on; more than any test may have where the calendar ends before.</summary>
    private static long LengthOf(RuleDuration duration, DateOnly start, int before)
    {
        if (duration.IsFixed || (duration.NominalDays * 2) + 31 > DateOnly.MaxValue.DayNumber - start.DayNumber - before) return duration.NominalDays;
        var first = start.AddDays(before);
        return first.AddMonths(duration.Months).DayNumber - first.DayNumber;
    }

    private static double Number(LiteralSyntax? literal) => literal is null ? double.NaN : ExpressionBinder.Literal(literal) switch
    {
        ConstantNode constant => constant.Value,
        DurationNode duration => duration.Value.NominalDays,
        _ => double.NaN,
    };

    private static double[] Whole(List<double> values, double last, int days)
    {
        var whole = new double[days];
        Array.Fill(whole, last);
        values.CopyTo(whole);
        return whole;
    }

    private CustomerPart? PartOf(GivenClause clause)
    {
        var picks = new List<SegmentPick>();
        foreach (var pick in clause.Selector?.Picks ?? [])
        {
            var resolved = Resolved(pick);
            if (pick.Segments.Count != 1 || picks.Exists(p => string.Equals(p.Dimension, resolved?.Dimension, StringComparison.Ordinal)))
            {
                Report("MR6010", pick.Span, [pick.Dimension.Value], help: new DiagnosticText("MR6010.help"));
                return null;
            }

            if (resolved is null) return null; // Reported where the test's names are checked.
            picks.Add(resolved);
        }

        return new CustomerPart(picks);
    }

    /// <summary>What is picked; <see langword="null"/> for an unknown dimension, or where a syntax error has left no value.</summary>
    private SegmentPick? Resolved(PickSyntax pick) => session.Dimension(pick.Dimension, source) is { } dimension && pick.Segments.Count > 0
        ? new SegmentPick(dimension, [.. pick.Segments.Select(segment => session.Value(dimension, segment, source))])
        : null;

    private void CheckLength(int days)
    {
        if (_given.Count == 0) return;
        var hasLength = test.Clauses.OfType<GivenClause>().SelectMany(c => c.Parts).Any(p => p.Length is not null);
        if (!hasLength || days == 0) Report("MR6012", test.Name!.Span, [], help: new DiagnosticText("MR6012.help"));
    }

    /// <summary>What the rule reads of certain parts must be given for them, and a rule of parts alone needs one.</summary>
    private void CheckParts()
    {
        var isGiven = _given.SelectMany(g => g.Part.Picks).Select(p => p.Dimension).ToHashSet(StringComparer.Ordinal);
        if (!rule.IncludesOverall && rule.Dimensions.FirstOrDefault(d => !isGiven.Contains(d)) is { } absent)
            Report("MR6009", test.Name!.Span, [rule.Name, absent], help: new DiagnosticText("MR6009.help", absent));

        var lacking = new List<string>();
        foreach (var metric in RuleNodes.Below(RuleNodes.Deciding(rule)).OfType<MetricNode>().Where(m => _given.Exists(g => g.Metric == m.Metric)))
        {
            foreach (var (dimension, value) in metric.Picks.SelectMany(p => p.Values, (pick, value) => (pick.Dimension, value)))
            {
                if (_given.Exists(g => g.Metric == metric.Metric && g.Part.Picks.Any(p => Is(p, dimension, value)))) continue;
                lacking.Add($"{NameText.Written(metric.Metric.Name)}[{NameText.Written(dimension)}: {WrittenForm.OfSegment(value)}]");
            }
        }

        if (lacking.Count == 0) return;
        var shown = lacking.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Report("MR6008", test.Name!.Span, [string.Join("`, `", shown), rule.Name], help: new DiagnosticText("MR6003.help", shown[0]));
    }

    private static bool Is(SegmentPick pick, string dimension, string value) =>
        string.Equals(pick.Dimension, dimension, StringComparison.Ordinal) && string.Equals(pick.Values[0], value, StringComparison.Ordinal);

    private BoundExpectation Expectation(ExpectClause expect, int days, bool isComplete)
    {
        var last = expect.When == ExpectedDay.Before ? days + 1 : days;
        if (isComplete && expect.When != ExpectedDay.Any && (expect.Day < 1 || expect.Day > last)) Report("MR6014", expect.Span, [expect.Day, days]);
        var picks = (expect.Selector?.Picks ?? []).Select(Resolved).OfType<SegmentPick>()
            .GroupBy(p => p.Dimension, StringComparer.Ordinal).Select(g => new SegmentPick(g.Key, [.. g.SelectMany(p => p.Values)]));
        return new BoundExpectation(expect, new CustomerPart(picks));
    }

    private static string Shown(string metric, CustomerPart part) => part.IsWhole ? metric : $"{metric}[{part}]";

    private void Report(string code, SourceSpan span, IReadOnlyList<object> arguments, DiagnosticText? help = null) => session.Log.Add(new RuleDiagnostic
    {
        Code = code, Source = source, Span = span, Message = new DiagnosticText(code, arguments), Help = help,
    });
}
