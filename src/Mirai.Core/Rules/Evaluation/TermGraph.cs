using System.Globalization;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>All terms of a run, each distinct one once.</summary>
internal sealed class TermGraph
{
    private readonly List<Term> _terms = [];
    private readonly Dictionary<TermKey, Term> _byKey = [];

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Count;

    /// <summary>A number on every day.</summary>
    public Term Constant(double value) => Intern(new TermKey(TermKind.Constant, "", value, default, "", IsFlagged: false), [], isCondition: false);

    /// <summary>A truth on every day.</summary>
    public Term Constant(bool truth) =>
        Intern(new TermKey(TermKind.Constant, "", truth ? 1 : 0, default, "truth", IsFlagged: false), [], isCondition: true);

    /// <summary>A term of a metric: its values, or the denominators of a rate.</summary>
    public Term OfMetric(TermKind kind, MetricNode metric)
    {
        var part = new CustomerPart(metric.Picks);
        return Intern(new TermKey(kind, "", 0, default, $"{metric.Metric.Name}[{part}]", metric.IsOverall), [], isCondition: false, metric: metric);
    }

    /// <summary>A value by the scope's segment.</summary>
    public Term OfTable(TableNode table)
    {
        var rows = table.Rows.OrderBy(row => row.Key, StringComparer.Ordinal).Append(new("", table.Else ?? double.NaN));
        var text = string.Join('\u0001', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key}\u0002{row.Value:R}")));
        return Intern(new TermKey(TermKind.Table, "", 0, default, $"{table.Dimension}\u0001{text}", IsFlagged: false), [], isCondition: false, table: table);
    }

    /// <summary>Whether a rule, by its place in the run, warns.</summary>
    public Term OfFiring(int rule, bool isOverall) =>
        Intern(new TermKey(TermKind.Firing, "", rule, default, "", isOverall), [], isCondition: true);

    /// <summary>A value that every day has by itself.</summary>
    public Term OfCalendar(TermKind kind) =>
        Intern(new TermKey(kind, "", 0, default, "", IsFlagged: false), [], isCondition: kind == TermKind.IsHoliday);

    /// <summary>A host's function of columns.</summary>
    public Term OfHost(RuleFunction function, IReadOnlyList<Term> operands, bool isCondition) => Intern(
        new TermKey(TermKind.Host, Ids(operands), 0, default, function.Name, IsFlagged: false), operands, isCondition, host: function.Host);

    /// <summary>A term over parts of the scope's part, or of all customers.</summary>
    public Term OverParts(TermKind kind, Term operand, IReadOnlyList<string> by, bool isOverall)
    {
        string[] sorted = [.. by.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Intern(
            new TermKey(kind, Ids([operand]), 0, default, string.Join('\u0001', sorted), isOverall), [operand], isCondition: false, by: sorted);
    }

    /// <summary>A term that its kind and operands say all about.</summary>
    public Term Of(TermKind kind, params IReadOnlyList<Term> operands) => Of(kind, default, 0, operands);

    /// <summary>A term with a duration or a number of its own.</summary>
    public Term Of(TermKind kind, RuleDuration duration, double value, params IReadOnlyList<Term> operands)
    {
        if (Fold(kind, operands) is { } folded) return folded;
        var isCondition = kind switch
        {
            >= TermKind.Less and <= TermKind.IsMissing => true,
            TermKind.Ago or TermKind.Default => operands[0].IsCondition,
            TermKind.If => operands[1].IsCondition,
            _ => false,
        };
        return Intern(new TermKey(kind, Ids(operands), value, duration, "", IsFlagged: false), operands, isCondition);
    }

    /// <summary>How many days before a day a duration reaches, at most.</summary>
    public static int Reach(RuleDuration duration) =>
        (int)Math.Min(int.MaxValue / 4, duration.IsFixed ? duration.NominalDays : Math.Ceiling(duration.Months * 365.25 / 12) + 1);

    private static string Ids(IReadOnlyList<Term> operands) =>
        string.Join(',', operands.Select(o => o.Id.ToString(CultureInfo.InvariantCulture)));

    private Term? Fold(TermKind kind, IReadOnlyList<Term> operands)
    {
        if (!operands.All(o => o.Kind == TermKind.Constant && !o.IsCondition)) return null;
        return kind switch
        {
            TermKind.Add => Constant(ArithmeticKernel.Of<Addition>(operands[0].Value, operands[1].Value)),
            TermKind.Subtract => Constant(ArithmeticKernel.Of<Subtraction>(operands[0].Value, operands[1].Value)),
            TermKind.Multiply => Constant(ArithmeticKernel.Of<Multiplication>(operands[0].Value, operands[1].Value)),
            TermKind.Divide => Constant(ArithmeticKernel.Of<Division>(operands[0].Value, operands[1].Value)),
            _ => null,
        };
    }

    private Term Intern(
        TermKey key, IReadOnlyList<Term> operands, bool isCondition, MetricNode? metric = null, TableNode? table = null, HostFunction? host = null,
        IReadOnlyList<string>? by = null)
    {
        if (_byKey.TryGetValue(key, out var known)) return known;
        var below = operands.Count == 0 ? 0 : operands.Max(o => o.LookBack);
        var term = new Term
        {
            Id = _terms.Count, Kind = key.Kind, Operands = operands, IsCondition = isCondition, Value = key.Value, Duration = key.Duration,
            Metric = metric, Table = table, Host = host, By = by ?? [], IsOverall = key.IsFlagged,
            LookBack = (int)Math.Min(int.MaxValue / 2, (long)below + OwnLookBack(key)),
        };
        _terms.Add(term);
        _byKey.Add(key, term);
        return term;
    }

    private static int OwnLookBack(TermKey key) => key.Kind switch
    {
        TermKind.Ago or TermKind.Score => Reach(key.Duration),
        TermKind.ExpectedWeekly => 7 * (int)key.Value,
        TermKind.ExpectedYearly => SeasonKernel.YearlyLookBack((int)key.Value),
        TermKind.FadingMean => 0,
        >= TermKind.Average and <= TermKind.Percentile or TermKind.CountDays => Math.Max(0, Reach(key.Duration) - 1),
        _ => 0,
    };

    /// <summary>What makes a term the same as another.</summary>
    private readonly record struct TermKey(TermKind Kind, string Operands, double Value, RuleDuration Duration, string Text, bool IsFlagged);
}
