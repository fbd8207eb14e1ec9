using Mirai.Model;

namespace Mirai.Samples;

/// <summary>The company's year: gift seasons, weekdays, the pause at New Year, sales; and when new customers come.</summary>
internal sealed class SampleCalendar
{
    /// <summary>How many days before the data the oldest customers came.</summary>
    public const int PastDays = 12 * 365;

    private static readonly double[] MonthFactor = [0.84, 0.86, 0.98, 0.96, 0.95, 1.02, 1.2, 0.88, 0.95, 0.99, 1.07, 1.3];
    private static readonly double[] WeekdayFactor = [1.04, 1.1, 1.02, 0.97, 0.95, 0.97, 0.95];

    private readonly double[] _demand;
    private readonly bool[] _sale;
    private readonly double[] _pastArrivals;
    private readonly double[] _arrivals;

    public SampleCalendar(DayRange days, ScenarioStory story)
    {
        Days = days;
        _demand = new double[PastDays + days.Count];
        _sale = new bool[PastDays + days.Count];
        _pastArrivals = new double[PastDays];
        _arrivals = new double[days.Count];
        for (var day = -PastDays; day < days.Count; day++)
        {
            var date = days.First.AddDays(day);
            _demand[day + PastDays] = DemandOn(date);
            _sale[day + PastDays] = IsSaleOn(date);
            MaxDemand = Math.Max(MaxDemand, _demand[day + PastDays]);
        }

        // Acquisition grows in a straight line, by 4 % of its level on day 0 each year.
        var total = 0.0;
        for (var day = 0; day < days.Count; day++)
            _arrivals[day] = total += Growth(day) * _demand[day + PastDays] * story.AcquisitionFactor(day);
        Arrivals = total;
        total = 0;
        for (var day = -PastDays; day < 0; day++) _pastArrivals[day + PastDays] = total += Growth(day) * _demand[day + PastDays];
    }

    /// <summary>The days of the data.</summary>
    public DayRange Days { get; }

    /// <summary>The largest value of <see cref="Demand"/>.</summary>
    public double MaxDemand { get; }

    /// <summary>New customers in the data, in the unit of one ordinary day's at the beginning.</summary>
    public double Arrivals { get; }

    /// <summary>The demand of a day relative to an average one.</summary>
    public double Demand(int day) => _demand[day + PastDays];

    /// <summary>Whether a sale is on.</summary>
    public bool IsSale(int day) => _sale[day + PastDays];

    /// <summary>The day on which a customer of the data's span came: the one below which the share <paramref name="quantile"/> came.</summary>
    public int ArrivalDay(double quantile) => Find(_arrivals, quantile);

    /// <summary>The same for a customer who came before the data; negative.</summary>
    public int PastArrivalDay(double quantile) => Find(_pastArrivals, quantile) - PastDays;

    private static int Find(double[] cumulative, double quantile)
    {
        var found = Array.BinarySearch(cumulative, quantile * cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, cumulative.Length - 1);
    }

    private static double Growth(int day) => Math.Max(0.3, 1 + (0.04 / 365 * day));

    private static double DemandOn(DateOnly date)
    {
        var factor = MonthFactor[date.Month - 1] * WeekdayFactor[(int)date.DayOfWeek];
        return (date.Month, date.Day) switch
        {
            (1, <= 3) => factor * 0.08,
            (12, >= 27) => factor * 0.4,
            (12, >= 5 and <= 20) or (7, >= 1 and <= 15) => factor * 1.2,
            _ => factor,
        };
    }

    private static bool IsSaleOn(DateOnly date) => (date.Month, date.Day) is
        (1, >= 6 and <= 18) or (3, >= 10 and <= 20) or (6, >= 20 and <= 30) or (9, >= 10 and <= 20) or (11, >= 18 and <= 30);
}
