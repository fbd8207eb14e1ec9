using System.Diagnostics;

namespace Mirai.Rules.Evaluation;

/// <content>The kinds of terms that look back over days.</content>
internal sealed partial class TermEvaluation
{
    private Column OverDays(Term term)
    {
        var operand = _slots[term.Operands[0].Id];
        if (term.Kind == TermKind.Ago) return Ago(term, operand);
        var column = Numbers(out var result);
        if (operand.Truths is { } truths)
        {
            switch (term.Kind)
            {
                case TermKind.Streak: RunKernel.Streak(truths, result); break;
                case TermKind.DaysSince: RunKernel.DaysSince(truths, result); break;
                case TermKind.CountDays: RunKernel.CountDays(truths, run.Days.Before(term.Duration), result); break;
                default: throw new UnreachableException($"{term.Kind} is no term over truths.");
            }

            return column;
        }

        var spread = operand.Numbers is null ? Spread(operand.Single) : default;
        var values = operand.Numbers ?? spread.Numbers!;
        if (term.Kind is >= TermKind.Average and <= TermKind.Coverage or TermKind.ExpectedYearly) OverSums(term, values, result);
        else if (term.Kind is TermKind.Deviation or TermKind.Score) Deviation(term, values, result);
        else if (term.Kind is TermKind.Slope or TermKind.Trend) Line(term, values, result);
        else ByOrder(term, values, result);
        pool.Return(spread);
        return column;
    }

    private Column Spread(double value)
    {
        var column = Numbers(out var array);
        Array.Fill(array, value);
        return column;
    }

    private Column Ago(Term term, Column operand)
    {
        var before = run.Days.Before(term.Duration);
        if (operand.Truths is { } truths)
        {
            var shifted = Truths(out var past);
            for (var day = 0; day < past.Length; day++) past[day] = before[day] < 0 ? Truth.Missing : truths[before[day]];
            return shifted;
        }

        if (operand.Numbers is not { } numbers) return operand;
        var column = Numbers(out var result);
        if (term.Duration.IsFixed)
        {
            var shift = (int)Math.Min(term.Duration.NominalDays, result.Length);
            Array.Fill(result, double.NaN, 0, shift);
            Array.Copy(numbers, 0, result, shift, result.Length - shift);
            return column;
        }

        for (var day = 0; day < result.Length; day++) result[day] = before[day] < 0 ? double.NaN : numbers[before[day]];
        return column;
    }

    private void OverSums(Term term, double[] values, double[] result)
    {
        var sums = SumsOf(term.Operands[0], values);
        switch (term.Kind)
        {
            case TermKind.Average: WindowKernel.Run<WindowMean>(sums, run.Days.Windows(term.Duration), result); break;
            case TermKind.Sum: WindowKernel.Run<WindowSum>(sums, run.Days.Windows(term.Duration), result); break;
            case TermKind.Coverage: WindowKernel.Known(sums, run.Days.Before(term.Duration), result); break;
            default: Yearly(sums, (int)term.Value, result); break;
        }
    }

    /// <summary>The running sums of a term, kept as long as its column.</summary>
    private PrefixSums SumsOf(Term term, double[] values)
    {
        if (_sums[term.Id] is { } known) return known;
        var sums = pool.Sums();
        sums.Fill(values);
        return _sums[term.Id] = sums;
    }

    private void Yearly(PrefixSums sums, int years, double[] result)
    {
        var weeks = Numbers(out var means);
        SeasonKernel.Yearly(sums, years, pool.Spare, means, result);
        pool.Return(weeks);
    }

    private void Deviation(Term term, double[] values, double[] result)
    {
        var (shifted, squares) = (pool.Sums(), pool.Sums());
        var first = Array.FindIndex(values, v => !double.IsNaN(v));
        var shift = first < 0 ? 0 : values[first];
        var spare = pool.Spare;
        ArithmeticKernel.Run<Subtraction>(values, 0, [], shift, spare);
        shifted.Fill(spare);
        squares.FillProducts(spare, spare);
        var windows = run.Days.Windows(term.Duration);
        if (term.Kind == TermKind.Deviation) MomentKernel.Deviation(shifted, squares, shift, windows, result);
        else MomentKernel.Score(shifted, squares, shift, windows, values, result);
        pool.Return(shifted);
        pool.Return(squares);
    }

    private void Line(Term term, double[] values, double[] result)
    {
        var (sums, weighted) = (SumsOf(term.Operands[0], values), pool.Sums());
        var spare = pool.Spare;
        for (var day = 0; day < spare.Length; day++) spare[day] = day;
        weighted.FillProducts(values, spare);
        LineKernel.FillDayNumbers(values, pool.DayNumbers);
        var windows = run.Days.Windows(term.Duration);
        if (term.Kind == TermKind.Trend) LineKernel.Trend(sums, weighted, pool.DayNumbers, windows, result);
        else LineKernel.Slope(sums, weighted, pool.DayNumbers, windows, result);
        pool.Return(weighted);
    }

    private void ByOrder(Term term, double[] values, double[] result)
    {
        switch (term.Kind)
        {
            case TermKind.Minimum or TermKind.Maximum:
                OrderKernel.Extreme(values, run.Days.Before(term.Duration), term.Kind == TermKind.Maximum, pool.Positions, result);
                break;
            case TermKind.Percentile:
                OrderKernel.Percentile(values, run.Days.Before(term.Duration), _slots[term.Operands[1].Id].At(0), pool.Spare, result);
                break;
            case TermKind.ExpectedWeekly:
                SeasonKernel.Weekly(values, (int)term.Value, pool.Spare, result);
                break;
            case TermKind.FadingMean:
                RunKernel.FadingMean(values, term.Duration.NominalDays, result);
                break;
            default:
                throw new UnreachableException($"{term.Kind} is no term over numbers of days.");
        }
    }
}
