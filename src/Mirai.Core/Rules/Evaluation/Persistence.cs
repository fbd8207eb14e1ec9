using Mirai.Rules.Syntax;

namespace Mirai.Rules.Evaluation;

/// <summary>Follows a condition day by day and says when it has held for long enough: <c>for 7 days</c>, <c>for 5 of 7 days</c>.</summary>
/// <remarks>A missing day neither counts nor breaks a run; more than three in a row make it begin anew.</remarks>
internal sealed class Persistence(PersistSyntax? persist, DayTable days)
{
    private readonly int[]? _required = persist is null ? null : days.Before(persist.Required);
    private readonly int[]? _window = persist?.OutOf is { } outOf ? days.Before(outOf) : null;
    private int _run;
    private int _gap;
    private int _since;
    private int _held;
    private int _start;

    /// <summary>Takes the next day.</summary>
    /// <returns>Whether the condition holds and has held for long enough.</returns>
    public bool Take(int day, ReadOnlySpan<byte> truths)
    {
        var truth = truths[day];
        var required = _required is null ? 1 : day - _required[day];
        if (_window is null)
        {
            RunKernel.Advance(truth, ref _run, ref _gap);
            if (_run == 1 && truth == Truth.True) _since = day;
            return truth == Truth.True && _run >= required;
        }

        if (truth == Truth.True) _held++;
        for (; _start <= _window[day]; _start++)
        {
            if (truths[_start] == Truth.True) _held--;
        }

        return truth == Truth.True && _held >= required;
    }

    /// <summary>The first day that counted towards what holds on a day, which is the last one taken.</summary>
    public int Since(ReadOnlySpan<byte> truths) => _window is null ? _since : _start + truths[_start..].IndexOf(Truth.True);
}
