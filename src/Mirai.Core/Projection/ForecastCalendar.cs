using Mirai.Model;

namespace Mirai.Projection;

/// <summary>The months of a forecast: they end on the as-of day and, month by month, before and after it. Where that day ends a calendar month, all do.</summary>
/// <remarks>Month 0 holds the days before the first month that is observed from its first day; it may be empty, and is never used as evidence.</remarks>
internal sealed class ForecastCalendar
{
    private const int MostFounding = 12;
    private const int LongMonths = 24;
    private const int LeastMonths = 6;
    private readonly bool _endsMonths;

    public ForecastCalendar(DayRange days, DateOnly asOf, bool beganWithData)
    {
        AsOf = asOf;
        Days = days;
        _endsMonths = asOf.Day == DateTime.DaysInMonth(asOf.Year, asOf.Month);
        var whole = 0;
        while (Reaches(-(whole + 1)) && Shifted(-(whole + 1)).DayNumber >= days.First.DayNumber - 1) whole++;
        Count = whole + 1;
        Founding = beganWithData ? 0 : Math.Min(MostFounding, whole * 2 / 3);
        MonthOf = new int[days.IndexOf(asOf) + 1];
        for (int day = 0, month = 0; day < MonthOf.Length; day++)
        {
            while (days.IndexOf(EndOf(month)) < day) month++;
            MonthOf[day] = month;
        }
    }

    /// <summary>The day after which everything is forecast.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The days of the history.</summary>
    public DayRange Days { get; }

    /// <summary>How many months are observed, month 0 included. The last ends on the as-of day.</summary>
    public int Count { get; }

    /// <summary>The last observed month.</summary>
    public int Last => Count - 1;

    /// <summary>
    /// The last month whose new customers only look new, because the data begins in the middle of the business: they are old customers of unknown age, and
    /// count as such. The twelfth month, or in a history of less than 18 months two thirds of them: there, too, the customers of the last months are least likely
    /// to be old ones. 0 where the business began with the data.
    /// </summary>
    public int Founding { get; }

    /// <summary>How many times as large as after two years or more the error of a forecast usually is; 1 after two years, and where the business began with the data.</summary>
    /// <remarks>In made-up companies that were cut short it grew about as the square of what was missing.</remarks>
    public double Shortness
    {
        get
        {
            var missing = (double)LongMonths / Math.Max(LeastMonths, Last);
            return Founding == 0 ? 1 : Math.Max(1, missing * missing);
        }
    }

    /// <summary>By day index up to the as-of day, the month that it lies in.</summary>
    public int[] MonthOf { get; }

    /// <summary>The last day of a month, also of one to come.</summary>
    public DateOnly EndOf(int month) => Shifted(month - Last);

    /// <summary>The first day of a month, also of one to come.</summary>
    public DateOnly StartOf(int month) => month <= 0 ? Days.First : EndOf(month - 1).AddDays(1);

    /// <summary>From 0 to 11: the same for the same part of every year.</summary>
    public int SeasonOf(int month) => (((month - Last) % 12) + 12) % 12;

    private bool Reaches(int months) => (AsOf.Year * 12L) + AsOf.Month - 1 + months >= 12;

    private DateOnly Shifted(int months)
    {
        var day = AsOf.AddMonths(months);
        return _endsMonths ? new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) : day;
    }
}
