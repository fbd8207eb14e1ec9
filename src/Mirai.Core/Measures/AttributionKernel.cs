using System.Numerics;
using Mirai.History;

namespace Mirai.Measures;

/// <summary>Counts for every day t the customers who were active both at t - 2A and at t - A. One per thread.</summary>
/// <remarks>
/// Where months are clamped, t - 2A is not one period before t - A, so the retained customers of an earlier day do not say it. A spell of activity
/// covers, seen from t, the days on which t - A lies in it and those on which t - 2A does; the customer counts where both lie in some spell.
/// </remarks>
/// <param name="once">For each day, the first t with t - A on or after it.</param>
/// <param name="twice">For each day, the first t with t - 2A on or after it.</param>
internal sealed class AttributionKernel(int[] once, int[] twice) : IColumnWork
{
    private readonly List<(int From, int Until)> _spells = [];

    /// <summary>Differences by day; one more entry than days.</summary>
    public long[] Changes { get; } = new long[once.Length];

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        for (var customer = firstCustomer; customer < endCustomer; customer++)
        {
            _spells.Clear();
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                if (TAmount.IsNegative(amounts[row])) continue;
                var day = int.CreateTruncating(days[row]);
                if (_spells.Count > 0 && day <= _spells[^1].Until) _spells[^1] = (_spells[^1].From, once[day]);
                else _spells.Add((day, once[day]));
            }

            Meet();
        }
    }

    /// <summary>Walks over both lists of stretches, which are ascending, and counts where they meet.</summary>
    private void Meet()
    {
        var (at, before) = (0, 0);
        while (at < _spells.Count && before < _spells.Count)
        {
            var (from, until) = (once[_spells[at].From], once[_spells[at].Until]);
            var (fromBefore, untilBefore) = (twice[_spells[before].From], twice[_spells[before].Until]);
            var (first, end) = (Math.Max(from, fromBefore), Math.Min(until, untilBefore));
            if (first < end)
            {
                Changes[first]++;
                Changes[end]--;
            }

            if (until <= untilBefore) at++;
            else before++;
        }
    }
}
