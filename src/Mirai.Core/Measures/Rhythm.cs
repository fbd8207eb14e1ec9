namespace Mirai.Measures;

/// <summary>A customer's own intervals between purchase days, as exact sums.</summary>
internal struct Rhythm
{
    private int _intervals;
    private long _sum;
    private long _sumOfSquares;

    /// <summary>Whether there are two intervals, which a standard deviation needs.</summary>
    public readonly bool IsKnown => _intervals >= 2;

    /// <summary>The mean interval; there is at least one.</summary>
    public readonly double MeanDays => (double)_sum / _intervals;

    /// <summary>Takes in one more interval.</summary>
    public void Add(int days)
    {
        _intervals++;
        _sum += days;
        _sumOfSquares += (long)days * days;
    }

    /// <summary>Whether a silence is no longer than the mean interval, so that it cannot be overdue.</summary>
    public readonly bool IsWithinMean(int days) => (long)days * _intervals <= _sum;

    /// <summary>The least whole number of days that is greater than the mean + 1 sample standard deviation, exactly.</summary>
    public readonly int OverdueDays()
    {
        double n = _intervals;
        var spread = (n * _sumOfSquares) - ((double)_sum * _sum);
        var limit = (_sum / n) + Math.Sqrt(Math.Max(0, spread) / (n * (n - 1)));
        var days = (int)Math.Min(limit, int.MaxValue / 2) + 1;
        while (days > 0 && IsBeyond(days - 1)) days--;
        while (!IsBeyond(days)) days++;
        return days;
    }

    private readonly bool IsBeyond(int days)
    {
        // days > S/n + sqrt((nQ - S²) / (n(n-1)))  <=>  n·days > S  and  (n·days - S)² (n-1) > n (nQ - S²)
        var beyondMean = ((Int128)days * _intervals) - _sum;
        if (beyondMean <= 0) return false;
        var spread = ((Int128)_intervals * _sumOfSquares) - ((Int128)_sum * _sum);
        return beyondMean * beyondMean * (_intervals - 1) > _intervals * spread;
    }
}
