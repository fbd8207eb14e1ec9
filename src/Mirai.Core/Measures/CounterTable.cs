namespace Mirai.Measures;

/// <summary>Counters by day, for all customers or for one value of a segment. Filled part by part, as measures ask for them.</summary>
internal sealed class CounterTable(int days)
{
    private readonly long[]?[] _columns = new long[Enum.GetValues<Counter>().Length][];

    /// <summary>How many days.</summary>
    public int Days => days;

    /// <summary>A counter's days.</summary>
    /// <exception cref="InvalidOperationException">The counter has not been filled.</exception>
    public long[] this[Counter counter]
    {
        get => _columns[(int)counter] ?? throw new InvalidOperationException($"Counter {counter} has not been filled.");
        set => _columns[(int)counter] = value;
    }

    /// <summary>Whether a counter has been filled.</summary>
    public bool Has(Counter counter) => _columns[(int)counter] is not null;

    /// <summary>A column of so many days, one value each.</summary>
    public long[] Column(Func<int, long> valueOfDay)
    {
        var column = new long[days];
        for (var day = 0; day < days; day++) column[day] = valueOfDay(day);
        return column;
    }

    /// <summary>Running sums of a column of differences.</summary>
    public static long[] Accumulate(long[] differences)
    {
        var sums = new long[differences.Length];
        long sum = 0;
        for (var day = 0; day < sums.Length; day++) sums[day] = sum += differences[day];
        return sums;
    }

    /// <summary>Sums of a flow over a window that a day enters at once and leaves on <paramref name="leave"/>.</summary>
    public static long[] Window(long[] flow, int[] leave)
    {
        var differences = (long[])flow.Clone();
        for (var day = 0; day < flow.Length; day++)
        {
            if (leave[day] < flow.Length) differences[leave[day]] -= flow[day];
        }

        return Accumulate(differences);
    }

    /// <summary>A level as it stood a period before each day; 0 before the first day.</summary>
    public static long[] Shift(long[] level, int[] before)
    {
        var shifted = new long[level.Length];
        for (var day = 0; day < level.Length; day++) shifted[day] = before[day] < 0 ? 0 : level[before[day]];
        return shifted;
    }
}
