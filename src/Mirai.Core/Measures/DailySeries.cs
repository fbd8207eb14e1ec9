using Mirai.Model;

namespace Mirai.Measures;

/// <summary>One measure on consecutive days, for all customers or for one value of a segment.</summary>
/// <remarks>
/// Counts and money are exact whole numbers (money in minor units), rates exact fractions of them. A rate whose denominator is 0 is missing.
/// </remarks>
public sealed class DailySeries
{
    private readonly Memory<long> _numerators;
    private readonly Memory<long> _denominators;
    private readonly Memory<double> _given;
    private readonly (long Numerator, long Denominator) _factor;

    internal DailySeries(
        Measure measure, string? segmentValue, DayRange days, DateOnly? completeFrom, Currency currency,
        Memory<long> numerators, Memory<long> denominators, (long Numerator, long Denominator) factor)
    {
        Measure = measure;
        SegmentValue = segmentValue;
        Days = days;
        CompleteFrom = completeFrom;
        Currency = currency;
        _numerators = numerators;
        _denominators = denominators;
        _factor = factor;
    }

    internal DailySeries(Measure measure, string? segmentValue, DayRange days, DateOnly? completeFrom, Currency currency, Memory<double> given)
    {
        Measure = measure;
        SegmentValue = segmentValue;
        Days = days;
        CompleteFrom = completeFrom;
        Currency = currency;
        _given = given;
        _factor = (1, 1);
    }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>The value of the segment, or <see langword="null"/> for all customers.</summary>
    public string? SegmentValue { get; }

    /// <summary>The days, one value each.</summary>
    public DayRange Days { get; }

    /// <summary>The currency of money.</summary>
    public Currency Currency { get; }

    /// <summary>The first day with enough history before it; earlier figures are incomplete. <see langword="null"/> where no day has enough.</summary>
    public DateOnly? CompleteFrom { get; }

    /// <summary>What is counted on each day: customers, purchases, or minor units of money. Empty for a measure that is given as it is: the host application's, and those of later stages.</summary>
    public ReadOnlySpan<long> Numerators => _numerators.Span;

    /// <summary>What it is divided by on each day; empty for a level or flow.</summary>
    public ReadOnlySpan<long> Denominators => _denominators.Span;

    /// <summary>The exact factor on every ratio, where the measure is converted to a year; else 1/1.</summary>
    public (long Numerator, long Denominator) Factor => _factor;

    /// <summary>The value of a day in the measure's unit; money in currency units; <see langword="null"/> where it is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside <see cref="Days"/>.</exception>
    public double? this[DateOnly day]
    {
        get
        {
            var value = ValueAt(IndexOf(day));
            return double.IsNaN(value) ? null : value;
        }
    }

    /// <summary>Whether a day has enough history before it.</summary>
    public bool IsComplete(DateOnly day) => CompleteFrom is { } from && day >= from;

    /// <summary>The whole number of a day: customers, purchases or contacts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside <see cref="Days"/>.</exception>
    /// <exception cref="InvalidOperationException">The measure is a rate, money, or the host application's.</exception>
    public long Count(DateOnly day)
    {
        if (Measure.Unit is not (MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts) || !_denominators.IsEmpty || !_given.IsEmpty)
        {
            throw new InvalidOperationException($"`{Measure.Id}` is not a count but {Measure.Unit}.");
        }

        return _numerators.Span[IndexOf(day)];
    }

    /// <summary>The exact money of a day in currency units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside <see cref="Days"/>.</exception>
    /// <exception cref="InvalidOperationException">The measure is not an amount of money.</exception>
    public decimal Money(DateOnly day)
    {
        if (Measure.Unit != MeasureUnit.Money || !_denominators.IsEmpty || !_given.IsEmpty)
        {
            throw new InvalidOperationException($"`{Measure.Id}` is not an amount of money but {Measure.Unit}.");
        }

        return Currency.ToAmount(_numerators.Span[IndexOf(day)]);
    }

    /// <summary>The evidence behind a rate of a day: so many out of so many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside <see cref="Days"/>.</exception>
    /// <exception cref="InvalidOperationException">The measure is not a percentage.</exception>
    public Share Share(DateOnly day)
    {
        if (Measure.Unit != MeasureUnit.Percentage || _denominators.IsEmpty) throw new InvalidOperationException($"`{Measure.Id}` is not a share.");
        var index = IndexOf(day);
        return new Share(_numerators.Span[index], _denominators.Span[index]);
    }

    /// <summary>All values in order, in the measure's unit; <see cref="double.NaN"/> where a value is missing.</summary>
    public double[] ToDoubles()
    {
        var values = new double[Days.Count];
        for (var i = 0; i < values.Length; i++) values[i] = ValueAt(i);
        return values;
    }

    /// <summary>The value at a position from 0; <see cref="double.NaN"/> where it is missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not in the series.</exception>
    public double ValueAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Days.Count);
        if (!_given.IsEmpty) return _given.Span[index];
        double numerator = _numerators.Span[index];
        var scale = Measure.Unit is MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase ? Currency.MinorPerUnit : 1L;
        if (_denominators.IsEmpty) return numerator / scale;
        double denominator = _denominators.Span[index];
        if (denominator == 0) return double.NaN;
        return numerator * _factor.Numerator / (denominator * _factor.Denominator * scale);
    }

    /// <summary>The same series on some of its days; nothing is copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days are not all in the series.</exception>
    public DailySeries Slice(DayRange days)
    {
        IndexOf(days.First);
        IndexOf(days.Last);
        var start = Days.IndexOf(days.First);
        if (!_given.IsEmpty) return new DailySeries(Measure, SegmentValue, days, CompleteFrom, Currency, _given.Slice(start, days.Count));
        return new DailySeries(
            Measure, SegmentValue, days, CompleteFrom, Currency, _numerators.Slice(start, days.Count),
            _denominators.IsEmpty ? default : _denominators.Slice(start, days.Count), _factor);
    }

    private int IndexOf(DateOnly day) => Days.Contains(day)
        ? Days.IndexOf(day)
        : throw new ArgumentOutOfRangeException(nameof(day), day, $"The series has the days {Days}.");
}
