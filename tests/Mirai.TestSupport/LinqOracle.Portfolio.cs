using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    /// <summary>A customer's group of the portfolio on a day, computed for it; <c>none</c> before the first purchase.</summary>
    public string PortfolioGroup(string key, DateOnly t)
    {
        var customer = _customers.First(c => string.Equals(c.Key, key, StringComparison.Ordinal));
        var days = customer.PurchaseDaysUntil(t).Select(day => day.DayNumber).ToList();
        if (days.Count == 0) return None;
        var (tenure, silence) = (days[^1] - days[0], t.DayNumber - days[^1]);
        var spend = Sales(customer.Orders.Where(order => order.Day <= t));
        var isGood = PortfolioThreshold(t) is { IsMissing: false } threshold && spend * threshold.Whole >= threshold.Part;
        var stage = (days.Count, tenure, isGood) switch
        {
            (1, _, _) => "first",
            (_, < 90, _) => "toddler",
            (_, _, false) => "steady",
            (_, < 210, true) => "fad",
            _ => "best",
        };
        return stage + (silence >= GoneDays ? "_gone" : "_current");
    }

    /// <summary>Seven average orders of the history up to the month's end before a day; missing where there is no purchase.</summary>
    public Ratio PortfolioThreshold(DateOnly t)
    {
        var monthEnd = MonthEndBefore(t);
        var orders = _customers.SelectMany(customer => customer.Orders).Where(order => order.Day <= monthEnd).ToList();
        return new Ratio(7 * Sales(orders), Purchases(orders));
    }

    /// <summary>Of the current customers of a stage one active period before the last month's end, the share that is beyond it.</summary>
    /// <param name="stage">The lower stage.</param>
    /// <param name="reached">The stages that count as gone on.</param>
    /// <param name="t">The day; a month's end itself counts.</param>
    public Ratio PortfolioStep(string stage, IReadOnlyList<string> reached, DateOnly t)
    {
        var monthEnd = t.AddDays(1).Day == 1 ? t : MonthEndBefore(t);
        if (monthEnd is not { } now || now < FirstDay || Back(now, _activePeriod) is not { } before || before < FirstDay) return default;
        var own = _customers.Where(customer => string.Equals(PortfolioGroup(customer.Key, before), stage + "_current", StringComparison.Ordinal)).ToList();
        return new Ratio(own.Count(customer => reached.Contains(PortfolioGroup(customer.Key, now).Split('_')[0], StringComparer.Ordinal)), own.Count);
    }

    /// <summary>240 days for a year of 365, in proportion for other active periods, whole days upwards.</summary>
    private decimal GoneDays => Math.Ceiling(_activePeriod.Unit switch
    {
        PeriodUnit.Day => _activePeriod.Length * 240m / 365,
        PeriodUnit.Month => _activePeriod.Length * 20m,
        _ => _activePeriod.Length * 240m,
    });
}
