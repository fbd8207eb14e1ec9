namespace Mirai.Lifetime;

/// <summary>The formulae from totals to lifetime value, in fractions.</summary>
internal static class WindowFormula
{
    private const int MonthsOfYear = 12;

    /// <summary>Nobody asks for a payback that takes longer.</summary>
    private const int MostPaybackYears = 1_000;

    /// <summary>The figures of totals that agree with each other.</summary>
    public static WindowChurn Of(WindowTotals totals, WindowChurnOptions options)
    {
        if (totals.BaseCustomers == 0)
            return new WindowChurn(totals, options, annualChurn: null, new MissingLifetimeValue(MissingReason.NoBaseCustomers));
        var lost = new Fraction(totals.BaseCustomers - totals.NextCustomers, totals.BaseCustomers);
        var decline = Decline(totals);
        var churn = lost + (options.IsDeclineSigned ? decline : Fraction.Max(0, decline));
        var annual = Annual(churn, options);
        var keep = Fraction.Max(0, Fraction.One - annual);
        var purchases = Yearly(totals.NextPurchases, totals, options);
        var spend = Yearly(Fraction.Of(totals.NextSales), totals, options);
        var value = ValueOf(spend * Fraction.Of(options.MarginRate), annual, keep, options, Fraction.Of(options.DiscountRate));
        var stays = ValueOf(purchases, annual, keep, options, discount: 0);
        return new WindowChurn(totals, options, annual, value)
        {
            FrequencyDecline = decline.ToDouble(),
            Churn = churn.ToDouble(),
            YearlyKeep = keep.ToDouble(),
            AnnualSpend = spend.ToDouble(),
            ExpectedYears = annual.Sign > 0 ? (Fraction.One / annual).ToDouble() : null,
            ExpectedPurchases = stays.Amount,
            PaybackMonths = options.AcquisitionCost is { } cost ? Payback(cost, spend, keep, value, options) : null,
            ValuePerCost = FiniteOrNull(value.Amount / (double?)options.AcquisitionCost),
        };
    }

    private static Fraction Decline(WindowTotals totals) => totals.NextCustomers == 0
        ? 0
        : Fraction.One - (new Fraction(totals.NextPurchases, totals.NextCustomers) / new Fraction(totals.BasePurchases, totals.BaseCustomers));

    private static Fraction Yearly(Fraction ofWindow, WindowTotals totals, WindowChurnOptions options) =>
        totals.NextCustomers == 0 ? 0 : ofWindow / totals.NextCustomers * options.PeriodsPerYear;

    private static Fraction Annual(Fraction churn, WindowChurnOptions options)
    {
        if (options.Annualisation == Annualisation.Simple) return churn * options.PeriodsPerYear;
        var keep = Fraction.Max(0, Fraction.One - churn);
        var (periods, years) = options.Window.PeriodsPerYear;
        if (periods % years == 0) return Fraction.One - keep.Pow((int)(periods / years));
        return Fraction.One - Fraction.Of(Math.Pow(keep.ToDouble(), (double)periods / years));
    }

    /// <summary>The sum of <c>yearly x (keep / (1 + discount))^k</c> over the years of the horizon.</summary>
    private static LifetimeValue ValueOf(Fraction yearly, Fraction annual, Fraction keep, WindowChurnOptions options, Fraction discount)
    {
        var ratio = keep / (Fraction.One + discount);
        var first = options.FirstYear == FirstYear.Whole ? yearly : yearly * ratio;
        if (options.HorizonYears is { } years) return Finite(first * SumOfPowers(ratio, years));
        if (discount.Sign > 0)
            return ratio < Fraction.One ? Finite(first / (Fraction.One - ratio)) : new UnboundedLifetimeValue(UnboundedReason.GrowthOutpacesDiscount);
        return annual.Sign > 0 ? Finite(first / annual) : new UnboundedLifetimeValue(UnboundedReason.NoChurn);
    }

    /// <summary><c>1 + q + q^2 + ...</c> over some years, of the last one the part that lies within.</summary>
    private static Fraction SumOfPowers(Fraction ratio, Fraction years)
    {
        var whole = (int)years.Floor();
        var last = ratio.Pow(whole);
        var sum = ratio == Fraction.One ? whole : (Fraction.One - last) / (Fraction.One - ratio);
        return sum + ((years - whole) * last);
    }

    private static LifetimeValue Finite(Fraction amount)
    {
        var value = amount.ToDouble();
        return double.IsFinite(value) ? new FiniteLifetimeValue(value) : new UnboundedLifetimeValue(UnboundedReason.BeyondRange);
    }

    private static double? FiniteOrNull(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    /// <summary>Spend comes in evenly within each year of the sum that lifetime value is.</summary>
    private static double? Payback(decimal cost, Fraction spend, Fraction keep, LifetimeValue value, WindowChurnOptions options)
    {
        if (value.Amount < (double)cost) return null;
        var ratio = (keep / (Fraction.One + Fraction.Of(options.DiscountRate))).ToDouble();
        var ofYear = (spend * Fraction.Of(options.MarginRate)).ToDouble() * (options.FirstYear == FirstYear.Whole ? 1 : ratio);
        var rest = (double)cost;
        for (var year = 0; year < MostPaybackYears && ofYear > 0; year++)
        {
            if (rest <= ofYear) return MonthsOfYear * (year + (rest / ofYear));
            rest -= ofYear;
            ofYear *= ratio;
        }

        return null;
    }
}
