using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

/// <summary>A sample company's figures by the plainest LINQ, independent of the library's engine.</summary>
internal sealed class CompanyFigures
{
    private readonly List<(string Customer, DateOnly Day, long Amount, long Discount)> _orders;
    private readonly List<(string Customer, DateOnly Day, long Amount, long Discount)> _purchases;
    private readonly Dictionary<string, DateOnly[]> _days;
    private readonly Dictionary<string, DateOnly[]> _mail;

    public CompanyFigures(SampleOptions options)
    {
        Options = options;
        var company = SampleCompany.Create(options);
        _orders = company.Purchases
            .GroupBy(row => (row.Customer, row.Order, row.Day))
            .Select(lines => (lines.Key.Customer, lines.Key.Day, lines.Sum(row => row.Amount), lines.Sum(row => row.Discount)))
            .ToList();
        _purchases = _orders.Where(order => order.Amount >= 0).ToList();
        _days = _purchases.GroupBy(p => p.Customer, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Day).Distinct().Order().ToArray(), StringComparer.Ordinal);
        _mail = company.Contacts.GroupBy(c => c.Customer, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Day).Order().ToArray(), StringComparer.Ordinal);
    }

    public SampleOptions Options { get; }

    /// <summary>The month's ends from a day to the end of the data.</summary>
    public IEnumerable<DateOnly> MonthEnds(DateOnly from)
    {
        for (var day = from; day <= Options.Days.Last; day = day.AddDays(1))
            if (day.AddDays(1).Day == 1) yield return day;
    }

    public int Active(DateOnly t) => _days.Values.Count(days => IsActive(days, t));

    public double Sales(DateOnly t) => Year(_orders, t).Sum(order => (double)order.Amount);

    /// <summary>Retention over the year to t of those in a customer year at its beginning; of all for 0.</summary>
    public Share Retention(DateOnly t, int customerYear = 0)
    {
        var s = t.AddYears(-1);
        var before = _days.Values.Where(days => IsActive(days, s) && (customerYear == 0 || CustomerYear(days[0], s) == customerYear)).ToList();
        return new Share(before.Count(days => IsActive(days, t)), before.Count);
    }

    /// <summary>Of those first seen in the year to 90 days before t, the share that bought a second time within 90 days.</summary>
    public Share SecondPurchase(DateOnly t, bool? discounted = null)
    {
        var end = t.AddDays(-90);
        var first = _days.Where(c => c.Value[0] > end.AddYears(-1) && c.Value[0] <= end);
        if (discounted is { } wanted)
        {
            var discountedFirst = _purchases.Where(p => p.Discount > 0 && p.Day == _days[p.Customer][0])
                .Select(p => p.Customer).ToHashSet(StringComparer.Ordinal);
            first = first.Where(c => discountedFirst.Contains(c.Key) == wanted);
        }

        var list = first.ToList();
        return new Share(list.Count(c => c.Value.Length > 1 && c.Value[1].DayNumber - c.Value[0].DayNumber <= 90), list.Count);
    }

    public double DiscountRate(DateOnly t)
    {
        var recent = _purchases.Where(p => p.Day > t.AddDays(-90) && p.Day <= t).ToList();
        double discount = recent.Sum(p => p.Discount), gross = recent.Sum(p => p.Amount);
        return discount / (gross + discount);
    }

    public (double Gross, double Discounted) GrossSales(DateOnly t)
    {
        var year = Year(_purchases, t).ToList();
        return (year.Sum(p => (double)p.Amount), year.Where(p => p.Discount > 0).Sum(p => (double)p.Amount));
    }

    public double ContactsPerCustomer(DateOnly t) => ContactsOfActive(t).Average();

    public double PurchasesPerContact(DateOnly t) => Year(_purchases, t).Count() / (double)ContactsOfActive(t).Sum();

    public double TopTenthContactShare(DateOnly t)
    {
        var contacts = ContactsOfActive(t).OrderDescending().ToList();
        return contacts.Take(contacts.Count / 10).Sum() / (double)contacts.Sum();
    }

    public Share AtRiskCoverage(DateOnly t)
    {
        var atRisk = _days.Where(c => IsActive(c.Value, t) && t.DayNumber - c.Value.Last(day => day <= t).DayNumber >= 240).ToList();
        return new Share(atRisk.Count(c => _mail.GetValueOrDefault(c.Key, []).Any(day => day > t.AddDays(-60) && day <= t)), atRisk.Count);
    }

    /// <summary>Of the contact days in the year to 30 days before t, the share that a purchase within 30 days is credited to.</summary>
    public Share Response(DateOnly t)
    {
        var (from, to) = (t.AddDays(-30).AddYears(-1), t.AddDays(-30));
        int contacts = 0, credited = 0;
        foreach (var (customer, mail) in _mail)
        {
            var days = mail.Distinct().ToList();
            contacts += days.Count(day => day > from && day <= to);
            credited += _days.GetValueOrDefault(customer, [])
                .Select(p => days.FindLast(day => day <= p && day >= p.AddDays(-30)))
                .Distinct()
                .Count(day => day > from && day <= to);
        }

        return new Share(credited, contacts);
    }

    private IEnumerable<int> ContactsOfActive(DateOnly t) => _days
        .Where(c => IsActive(c.Value, t))
        .Select(c => _mail.GetValueOrDefault(c.Key, []).Count(day => day > t.AddYears(-1) && day <= t));

    private static IEnumerable<(string Customer, DateOnly Day, long Amount, long Discount)> Year(
        IEnumerable<(string Customer, DateOnly Day, long Amount, long Discount)> rows, DateOnly t) =>
        rows.Where(row => row.Day > t.AddYears(-1) && row.Day <= t);

    private static bool IsActive(DateOnly[] days, DateOnly t) => days.Any(day => day > t.AddYears(-1) && day <= t);

    private static int CustomerYear(DateOnly first, DateOnly s)
    {
        var years = 0;
        while (s.AddYears(-years - 1) >= first) years++;
        return years + 1;
    }
}
