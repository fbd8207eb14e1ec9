using System.Diagnostics;

namespace Mirai.Rules.Evaluation;

/// <content>One kernel a kind of term.</content>
internal sealed partial class TermEvaluation
{
    private Column Compute(Term term) => term.Kind switch
    {
        TermKind.Constant => term.IsCondition ? Fill(Truth.Of(term.Value != 0)) : Column.Of(term.Value),
        TermKind.Table => Column.Of(OfTable(term)),
        TermKind.Metric => Column.Of(run.Figures.Of(term.Metric!, _part, isDenominator: false).Values),
        TermKind.Denominator => Column.Of(run.Figures.Of(term.Metric!, _part, isDenominator: true).Values),
        TermKind.Firing => Firing(term),
        >= TermKind.Weekday and <= TermKind.IsHoliday => run.OfCalendar(term.Kind),
        TermKind.Add => Arithmetic<Addition>(term),
        TermKind.Subtract => Arithmetic<Subtraction>(term),
        TermKind.Multiply => Arithmetic<Multiplication>(term),
        TermKind.Divide => Arithmetic<Division>(term),
        TermKind.RelativeChange => Arithmetic<RelativeChange>(term),
        TermKind.Least => Arithmetic<Lesser>(term),
        TermKind.Greatest => Arithmetic<Greater>(term),
        TermKind.Absolute => Arithmetic<Magnitude>(term),
        TermKind.Default when !term.IsCondition => Arithmetic<Fallback>(term),
        TermKind.If => If(term),
        TermKind.WilsonLow or TermKind.WilsonHigh => Wilson(term),
        TermKind.Host => Host(term),
        >= TermKind.Less and <= TermKind.NotEqual when term.Operands[0].IsCondition => Logic(term),
        TermKind.Less => Comparison<IsLess>(term),
        TermKind.LessOrEqual => Comparison<IsLessOrEqual>(term),
        TermKind.Greater => Comparison<IsGreater>(term),
        TermKind.GreaterOrEqual => Comparison<IsGreaterOrEqual>(term),
        TermKind.Equal => Comparison<IsEqual>(term),
        TermKind.NotEqual => Comparison<IsNotEqual>(term),
        TermKind.And or TermKind.Or or TermKind.Not or TermKind.Default => Logic(term),
        TermKind.IsMissing => IsMissing(term),
        TermKind.LargestShare or TermKind.Concentration => OverParts(term),
        _ => OverDays(term),
    };

    private Column Fill(byte truth)
    {
        var column = Truths(out var array);
        Array.Fill(array, truth);
        return column;
    }

    private double OfTable(Term term)
    {
        var table = term.Table!;
        var pick = _part.Picks.FirstOrDefault(p => string.Equals(p.Dimension, table.Dimension, StringComparison.Ordinal));
        if (pick is { Values: [var value] } && table.Rows.TryGetValue(value, out var found)) return found;
        return table.Else ?? double.NaN;
    }

    private Column Firing(Term term)
    {
        var column = Truths(out var array);
        run.FillFiring(term, _part, array);
        return column;
    }

    private Column Arithmetic<TOperation>(Term term)
        where TOperation : IArithmetic
    {
        var left = _slots[term.Operands[0].Id];
        var right = term.Operands.Count > 1 ? _slots[term.Operands[1].Id] : Column.Of(0.0);
        if (left.Numbers is null && right.Numbers is null) return Column.Of(ArithmeticKernel.Of<TOperation>(left.Single, right.Single));
        var column = Numbers(out var result);
        ArithmeticKernel.Run<TOperation>(left.Span, left.Single, right.Span, right.Single, result);
        return column;
    }

    private Column Comparison<TComparison>(Term term)
        where TComparison : IComparison
    {
        var (left, right) = (_slots[term.Operands[0].Id], _slots[term.Operands[1].Id]);
        var column = Truths(out var result);
        ComparisonKernel.Run<TComparison>(left.Span, left.Single, right.Span, right.Single, result);
        return column;
    }

    private Column Logic(Term term)
    {
        var left = TruthsOf(term.Operands[0]);
        var column = Truths(out var result);
        if (term.Kind == TermKind.Not)
        {
            LogicKernel.Not(left, result);
            return column;
        }

        var right = TruthsOf(term.Operands[1]);
        switch (term.Kind)
        {
            case TermKind.And: LogicKernel.And(left, right, result); break;
            case TermKind.Or: LogicKernel.Or(left, right, result); break;
            case TermKind.Default: LogicKernel.Fallback(left, right, result); break;
            case TermKind.Equal: LogicKernel.Equal(left, right, isNegated: false, result); break;
            case TermKind.NotEqual: LogicKernel.Equal(left, right, isNegated: true, result); break;
            default: throw new UnreachableException($"{term.Kind} orders numbers, not truths.");
        }

        return column;
    }

    private Column IsMissing(Term term)
    {
        var operand = _slots[term.Operands[0].Id];
        if (operand.Truths is null && operand.Numbers is null) return Fill(Truth.Of(double.IsNaN(operand.Single)));
        var column = Truths(out var result);
        if (operand.Truths is { } truths) LogicKernel.IsMissing(truths, result);
        else LogicKernel.IsMissing(operand.Span, result);
        return column;
    }

    private Column If(Term term)
    {
        var condition = TruthsOf(term.Operands[0]);
        if (term.IsCondition)
        {
            var truths = Truths(out var chosen);
            RunKernel.Choose(condition, TruthsOf(term.Operands[1]), TruthsOf(term.Operands[2]), chosen);
            return truths;
        }

        var column = Numbers(out var result);
        RunKernel.Choose(condition, _slots[term.Operands[1].Id], _slots[term.Operands[2].Id], result);
        return column;
    }

    private Column Wilson(Term term)
    {
        var column = Numbers(out var result);
        var (part, whole, confidence) = (_slots[term.Operands[0].Id], _slots[term.Operands[1].Id], _slots[term.Operands[2].Id]);
        RunKernel.Wilson(part, whole, confidence, term.Kind == TermKind.WilsonHigh, result);
        return column;
    }

    private Column Host(Term term)
    {
        double[][] arguments = [.. term.Operands.Select(o => Enumerable.Range(0, run.Days.Count).Select(_slots[o.Id].ValueAt).ToArray())];
        var result = new double[run.Days.Count];
        term.Host!.Compute(arguments, result);
        for (var day = 0; day < result.Length; day++) result[day] = ArithmeticKernel.Finite(result[day]);
        if (!term.IsCondition) return Column.Of(result);
        var column = Truths(out var truths);
        for (var day = 0; day < result.Length; day++) truths[day] = double.IsNaN(result[day]) ? Truth.Missing : Truth.Of(result[day] != 0);
        return column;
    }

    private Column OverParts(Term term)
    {
        var column = Numbers(out var result);
        double[] total = [.. Enumerable.Repeat(0.0, run.Days.Count)];
        var isShare = term.Kind == TermKind.LargestShare;
        Array.Fill(result, isShare ? double.NegativeInfinity : 0);
        var inner = new TermEvaluation(run, pool);
        foreach (var part in run.PartsOf(term.IsOverall ? CustomerPart.Whole : _part, term.By))
        {
            inner.Run(run.ScheduleOf(term.Operands[0], part), part);
            var values = inner[term.Operands[0]];
            for (var day = 0; day < result.Length; day++)
            {
                var value = values.At(day);
                total[day] += value;
                result[day] = isShare ? Math.Max(result[day], value) : result[day] + (value * value);
            }

            inner.Clear();
        }

        for (var day = 0; day < result.Length; day++)
        {
            var whole = isShare ? total[day] : total[day] * total[day];
            result[day] = Tolerance.IsPositive(total[day]) ? ArithmeticKernel.Finite(result[day] / whole) : double.NaN;
        }

        return column;
    }
}
