using Mirai.Projection;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Projection;

/// <summary>The curves of own years from the oracle's trials, by the formulas as they are documented.</summary>
internal sealed class PlainOwnYears
{
    private const int LeastBuyers = 30;

    private readonly IReadOnlyList<OwnYearTrial> _whole;
    private readonly IReadOnlyList<OwnYearTrial> _open;

    public PlainOwnYears(IReadOnlyList<OwnYearTrial> trials, DateOnly asOf, int? pooledYears, DateOnly? firstSeenFrom)
    {
        var counted = trials.Where(trial => firstSeenFrom is null || trial.FirstDay >= firstSeenFrom).ToList();
        _open = [.. counted.Where(trial => !trial.IsWhole)];
        _whole = [.. counted.Where(trial => trial.IsWhole && (pooledYears is null || trial.Last > asOf.AddYears(-pooledYears.Value)))];
    }

    public (long Buyers, decimal Sales, long AtRisk, long Stayed) Whole(int year)
    {
        var (own, next) = (OfYear(_whole, year), OfYear(_whole, year + 1).Where(trial => trial.IsStayer).ToList());
        return (own.Count(trial => trial.HasBought), own.Sum(trial => trial.TotalSales), next.Count, next.Count(trial => trial.HasBought));
    }

    public CurveEvidence Retention(int year)
    {
        var (whole, open) = (Stayers(_whole, year + 1), Stayers(_open, year + 1));
        var until = BuyersUntil(band => Stayers(_whole, band), year + 1, 2);
        var counted = open.Where(trial => until(trial.ElapsedDays) > 0).ToList();
        var stayed = (decimal)whole.Count(trial => trial.HasBought) + counted.Count(trial => trial.HasBought);
        var atRisk = whole.Count + counted.Sum(trial => until(trial.ElapsedDays));
        return new CurveEvidence(year, Math.Min(stayed, atRisk), atRisk);
    }

    public CurveEvidence Value(int year)
    {
        var (whole, open) = (OfYear(_whole, year), OfYear(_open, year));
        var bought = year == 1 ? _ => 1 : BuyersUntil(band => OfYear(_whole, band), year, 2);
        var spent = SalesUntil(year, Math.Min(year, 2));
        var counted = open.Where(trial => bought(trial.ElapsedDays) > 0 && spent(trial.ElapsedDays) > 0).ToList();
        var sales = whole.Sum(trial => trial.TotalSales) + counted.Sum(trial => trial.TotalSales);
        var buyers = whole.Count(trial => trial.HasBought)
            + counted.Where(trial => trial.HasBought).Sum(trial => spent(trial.ElapsedDays) / bought(trial.ElapsedDays));
        return new CurveEvidence(year, buyers == 0 ? 0 : sales, buyers);
    }

    public (long AtRisk, long Returned, CurveEvidence Return, CurveEvidence Value) Lapsed(int silent)
    {
        var (whole, open) = (_whole.Where(trial => trial.SilentYears == silent).ToList(), _open.Where(trial => trial.SilentYears == silent));
        var returners = _whole.Where(trial => trial.SilentYears > 0 && trial.HasBought).ToList();
        var until = returners.Count < LeastBuyers ? Even : Until(returners.Select(trial => (trial.FirstPurchase!.Value, 1m)));
        var counted = open.Where(trial => until(trial.ElapsedDays) > 0).ToList();
        var returned = whole.Count(trial => trial.HasBought);
        var atRisk = whole.Count + counted.Sum(trial => until(trial.ElapsedDays));
        return (
            whole.Count,
            returned,
            new CurveEvidence(silent, Math.Min(returned + counted.Count(trial => trial.HasBought), atRisk), atRisk),
            new CurveEvidence(silent, whole.Where(trial => trial.HasBought).Sum(trial => trial.TotalSales), returned));
    }

    private static decimal Even(int days) => Math.Min(1, days / 365m);

    private static List<OwnYearTrial> OfYear(IReadOnlyList<OwnYearTrial> trials, int year) => [.. trials.Where(trial => trial.Year == year)];

    private static List<OwnYearTrial> Stayers(IReadOnlyList<OwnYearTrial> trials, int year) =>
        [.. trials.Where(trial => trial.Year == year && trial.IsStayer)];

    private static Func<int, decimal> Until(IEnumerable<(int Day, decimal Amount)> parts)
    {
        var all = parts.ToList();
        return days => all.Where(part => part.Day < days).Sum(part => part.Amount) / all.Sum(part => part.Amount);
    }

    /// <summary>The years of a band: 5 and more are one.</summary>
    private static IEnumerable<int> YearsOf(int band) => band == 5 ? Enumerable.Range(5, 100) : [band];

    private static Func<int, decimal> BuyersUntil(Func<int, List<OwnYearTrial>> ofYear, int year, int least)
    {
        for (var band = Math.Min(year, 5); band >= least; band--)
        {
            var buyers = YearsOf(band).SelectMany(ofYear).Where(trial => trial.HasBought).ToList();
            if (buyers.Count >= LeastBuyers) return Until(buyers.Select(trial => (trial.FirstPurchase!.Value, 1m)));
        }

        return Even;
    }

    private Func<int, decimal> SalesUntil(int year, int least)
    {
        for (var band = Math.Min(year, 5); band >= least; band--)
        {
            var trials = YearsOf(band).SelectMany(own => OfYear(_whole, own)).ToList();
            if (trials.Count(trial => trial.HasBought) < LeastBuyers || trials.Sum(trial => trial.TotalSales) <= 0) continue;
            return Until(trials.SelectMany(trial => trial.Sales));
        }

        return Even;
    }
}
