namespace Mirai.Rules.Evaluation;

/// <summary>What a term is on all days: numbers, truths, or one number that holds on every day.</summary>
/// <param name="Numbers">A number a day; <see langword="null"/> for truths and for a single number.</param>
/// <param name="Truths">A <see cref="Truth"/> a day; <see langword="null"/> for numbers.</param>
/// <param name="Single">The number that holds on every day.</param>
/// <param name="IsPooled">Whether the array goes back to the pool after the last use.</param>
internal readonly record struct Column(double[]? Numbers, byte[]? Truths, double Single, bool IsPooled)
{
    /// <summary>One number on every day.</summary>
    public static Column Of(double single) => new(Numbers: null, Truths: null, single, IsPooled: false);

    /// <summary>Numbers that others keep.</summary>
    public static Column Of(double[] numbers) => new(numbers, Truths: null, double.NaN, IsPooled: false);

    /// <summary>Truths that others keep.</summary>
    public static Column Of(byte[] truths) => new(Numbers: null, truths, double.NaN, IsPooled: false);

    /// <summary>The numbers; empty for a single one.</summary>
    public ReadOnlySpan<double> Span => Numbers;

    /// <summary>The number of a day.</summary>
    public double At(int day) => Numbers is null ? Single : Numbers[day];

    /// <summary>The value of a day as a number: 1 and 0 for a truth.</summary>
    public double ValueAt(int day) => Truths is null ? At(day) : Truths[day] switch { Truth.True => 1, Truth.False => 0, _ => double.NaN };
}

/// <summary>Arrays of one length, used again and again by one thread, so that the columns of a scope stay in the processor's cache.</summary>
internal sealed class ColumnPool(int days)
{
    private readonly Stack<double[]> _numbers = new();
    private readonly Stack<byte[]> _truths = new();
    private readonly Stack<PrefixSums> _sums = new();
    private int[]? _positions;
    private double[]? _spare;

    /// <summary>A column of numbers with whatever was in it.</summary>
    public double[] Numbers() => _numbers.TryPop(out var array) ? array : new double[days];

    /// <summary>A column of truths with whatever was in it.</summary>
    public byte[] Truths() => _truths.TryPop(out var array) ? array : new byte[days];

    /// <summary>Room for running sums.</summary>
    public PrefixSums Sums() => _sums.TryPop(out var sums) ? sums : new PrefixSums(days);

    /// <summary>Gives room back.</summary>
    public void Return(PrefixSums sums) => _sums.Push(sums);

    /// <summary>Gives a column of truths back.</summary>
    public void Return(byte[] truths) => _truths.Push(truths);

    /// <summary>Gives a column back, if it is the pool's.</summary>
    public void Return(Column column)
    {
        if (!column.IsPooled) return;
        if (column.Numbers is { } numbers) _numbers.Push(numbers);
        if (column.Truths is { } truths) _truths.Push(truths);
    }

    /// <summary>Room for two running sums of whole numbers, beginning at 0, for the kernel that runs now.</summary>
    public (double[] Sums, double[] Squares) DayNumbers { get; } = (new double[days + 1], new double[days + 1]);

    /// <summary>Room for a position a day, for the kernel that runs now.</summary>
    public int[] Positions => _positions ??= new int[days];

    /// <summary>Room for a number a day, for the kernel that runs now.</summary>
    public double[] Spare => _spare ??= new double[days];
}
