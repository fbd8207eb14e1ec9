using Mirai.Model;
using static Mirai.TestSupport.CalendarSteps;

namespace Mirai.TestSupport;

public sealed partial class LinqOracle
{
    /// <summary>
    /// The change of active customers from one active period before by new customers, retention rate, base, reactivation rate and pool:
    /// straight from the formulae, in fractions.
    /// </summary>
    public IReadOnlyList<Ratio> Attribution(DateOnly t)
    {
        var now = OriginsBetween(Back(t, _activePeriod), t);
        var before = OriginsBetween(Back(t, _activePeriod.Times(2)), Back(t, _activePeriod));
        var (r1, r0) = Rates(new Ratio(now.Retained, now.Base), new Ratio(before.Retained, before.Base));
        var (q1, q0) = Rates(new Ratio(now.Reactivated, now.Pool), new Ratio(before.Reactivated, before.Pool));
        return
        [
            Ratio.Of(now.New - before.New),
            Half(Add(r1, r0, -1), before.Base + now.Base), Half(Add(r1, r0, 1), now.Base - before.Base),
            Half(Add(q1, q0, -1), before.Pool + now.Pool), Half(Add(q1, q0, 1), now.Pool - before.Pool),
        ];
    }

    /// <summary>Where the customers active at the end of a period came from, of all or of those with a value of a segment.</summary>
    /// <param name="from">The day before the period; <see langword="null"/> before the calendar.</param>
    /// <param name="to">Its last day.</param>
    /// <param name="segment">A single-valued segment: new customers by the value at the end, the others by that at the beginning.</param>
    /// <param name="value">The value.</param>
    public (int New, int Base, int Retained, int Pool, int Reactivated) OriginsBetween(
        DateOnly? from, DateOnly? to, string? segment = null, string? value = null)
    {
        bool Has(Customer customer, DateOnly? day) =>
            segment is null || (day is { } at && string.Equals(ValuesAt(segment, at)[customer.Key], value, StringComparison.Ordinal));
        var fresh = _customers.Where(customer => IsKnown(customer, to) && !IsKnown(customer, from) && Has(customer, to)).ToList();
        var active = _customers.Where(customer => IsActive(customer, from) && Has(customer, from)).ToList();
        var lapsed = _customers.Where(customer => IsLapsed(customer, from) && Has(customer, from)).ToList();
        int Active(List<Customer> customers) => customers.Count(customer => IsActive(customer, to));
        return (Active(fresh), active.Count, Active(active), lapsed.Count, Active(lapsed));
    }

    /// <summary>A rate of nobody is taken equal to the other one; 0 where both are of nobody.</summary>
    private static (Ratio Now, Ratio Before) Rates(Ratio now, Ratio before)
    {
        if (now.IsMissing && before.IsMissing) return (Ratio.Of(0), Ratio.Of(0));
        return (now.IsMissing ? before : now, before.IsMissing ? now : before);
    }

    private static Ratio Add(Ratio one, Ratio other, int sign) =>
        new((one.Part * other.Whole) + (sign * other.Part * one.Whole), one.Whole * other.Whole);

    private static Ratio Half(Ratio rate, decimal size) => new(rate.Part * size, rate.Whole * 2);
}
