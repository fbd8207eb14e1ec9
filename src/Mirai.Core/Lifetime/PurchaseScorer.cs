namespace Mirai.Lifetime;

/// <summary>Scores patterns of whole days, and remembers what depends on the frequency and one day alone. One per thread.</summary>
internal class PurchaseScorer(PurchaseModel model, int lastDay, double horizon, PurchaseScoreOptions options)
{
    private readonly double[] _times = TimeUnits.OfDays(model.Unit, lastDay);
    private readonly PatternMemo _expected = new(lastDay);
    private readonly PatternMemo _discounted = new(lastDay);

    /// <summary>P(alive).</summary>
    public virtual double ProbabilityAlive(int frequency, int recencyDays, int ageDays) =>
        model.ProbabilityAlive(frequency, _times[recencyDays], _times[ageDays]);

    /// <summary>Expected purchases within the horizon of a customer who is alive.</summary>
    public double ExpectedWhileAlive(int frequency, int ageDays)
    {
        ref var known = ref _expected.At(frequency, ageDays);
        if (double.IsNaN(known)) known = model.ExpectedWhileAlive(frequency, _times[ageDays], horizon);
        return known;
    }

    /// <summary>Discounted purchases of the coming months of a customer who is alive.</summary>
    public double DiscountedWhileAlive(int frequency, int ageDays)
    {
        ref var known = ref _discounted.At(frequency, ageDays);
        if (double.IsNaN(known)) known = model.DiscountedWhileAlive(frequency, _times[ageDays], options.ValueMonths, options.MonthlyDiscountRate);
        return known;
    }
}

/// <summary>Numbers by frequency and day, each computed when first wanted.</summary>
internal sealed class PatternMemo(int lastDay)
{
    private const int Frequencies = 1_024;
    private readonly double[]?[] _rows = new double[]?[Frequencies];
    private double _other;

    /// <summary>The place of a number; NaN until it is filled. Very high frequencies are not kept.</summary>
    public ref double At(int frequency, int day)
    {
        if (frequency >= Frequencies)
        {
            _other = double.NaN;
            return ref _other;
        }

        if (_rows[frequency] is not { } row)
        {
            row = new double[lastDay + 1];
            Array.Fill(row, double.NaN);
            _rows[frequency] = row;
        }

        return ref row[day];
    }
}
