using Mirai.History;
using Mirai.Model;

namespace Mirai.Lifetime;

/// <summary>The base and next windows of some days t, ascending, turned into look-ups by day.</summary>
/// <remarks>
/// A purchase of day d lies in the next windows of the t at places <c>NextFrom[d] .. BaseFrom[d]</c>, and in the base windows of those at
/// <c>BaseFrom[d] .. BaseEnd[d]</c>, since t, t - P and t - 2P never fall as t rises.
/// </remarks>
internal sealed class WindowGrid
{
    /// <summary>The windows of some days.</summary>
    /// <param name="history">The purchases.</param>
    /// <param name="window">P.</param>
    /// <param name="asOf">Day indexes, ascending.</param>
    public WindowGrid(PurchaseHistory history, Period window, int[] asOf)
    {
        AsOf = asOf;
        var twice = window.Times(2);
        Middle = Array.ConvertAll(asOf, day => history.Axis.BeforeIndex(day, window));
        int[] start = Array.ConvertAll(asOf, day => history.Axis.BeforeIndex(day, twice));
        IsComplete = Array.ConvertAll(start, before => history.BeganWithData || before >= 0);
        NextFrom = FirstAtLeast(asOf, history.Days.Count);
        BaseFrom = FirstAtLeast(Middle, history.Days.Count);
        BaseEnd = FirstAtLeast(start, history.Days.Count);
    }

    /// <summary>The days t.</summary>
    public int[] AsOf { get; }

    /// <summary>The days t - P; negative before the first observed day.</summary>
    public int[] Middle { get; }

    /// <summary>By place of t, whether the data reaches back to t - 2P.</summary>
    public bool[] IsComplete { get; }

    /// <summary>By day, the first place whose t is not earlier.</summary>
    public int[] NextFrom { get; }

    /// <summary>By day, the first place whose t - P is not earlier.</summary>
    public int[] BaseFrom { get; }

    /// <summary>By day, the first place whose t - 2P is not earlier.</summary>
    public int[] BaseEnd { get; }

    /// <summary>How many days t there are.</summary>
    public int Count => AsOf.Length;

    private static int[] FirstAtLeast(int[] ascending, int days)
    {
        var first = new int[days];
        var place = 0;
        for (var day = 0; day < days; day++)
        {
            while (place < ascending.Length && ascending[place] < day) place++;
            first[day] = place;
        }

        return first;
    }
}
