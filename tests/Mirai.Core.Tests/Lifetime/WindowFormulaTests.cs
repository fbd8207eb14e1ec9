using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Core.Tests.Lifetime;

/// <summary>From totals to lifetime value: the worked examples, and every option against sums written out.</summary>
public sealed class WindowFormulaTests
{
    private static readonly WindowTotals StoreA = new(10_000, 100_000, 200_000_000, 9_600, 91_200, 182_400_000);
    private static readonly WindowTotals StoreB = new(10_000, 100_000, 200_000_000, 9_800, 98_000, 196_000_000);

    [Fact]
    public void StoreA_OfTheWorkedExample_IsWorth211111()
    {
        var churn = WindowChurn.Of(StoreA);
        Assert.Equal(new Share(400, 10_000), churn.LostCustomers);
        Assert.Equal((0.04, 0.05, 0.09, 0.36), (churn.LostRate, churn.FrequencyDecline, churn.Churn, churn.AnnualChurn));
        Assert.Equal((2_000, 10, 2_000, 9.5), (churn.BaseOrderValue, churn.BaseFrequency, churn.NextOrderValue, churn.NextFrequency));
        Assert.Equal((0.64, 76_000d), (churn.YearlyKeep, churn.AnnualSpend));
        Assert.Equal(new FiniteLifetimeValue(1_900_000d / 9), churn.LifetimeValue);
        Assert.Equal("211,111", churn.LifetimeValue.ToString());
        Assert.Equal((1 / 0.36, 38 / 0.36), (churn.ExpectedYears!.Value, churn.ExpectedPurchases!.Value));
        Assert.False(churn.ExceedsOneYear);
        Assert.Null(churn.PaybackMonths);
    }

    [Fact]
    public void StoreB_OfTheWorkedExample_IsWorthAMillion()
    {
        var churn = WindowChurn.Of(StoreB);
        Assert.Equal((0.02, 0d, 0.02, 0.08), (churn.LostRate, churn.FrequencyDecline, churn.Churn, churn.AnnualChurn));
        Assert.Equal((80_000d, 1_000_000d), (churn.AnnualSpend, churn.LifetimeValue.Amount));
        Assert.Equal((12.5, 500d), (churn.ExpectedYears, churn.ExpectedPurchases));
    }

    [Fact]
    public void StoresAAndB_Together_SellNearlyAlikeAndAreWorth47TimesAsMuch()
    {
        Assert.Equal((0.912m, 0.98m), (StoreA.NextSales / StoreA.BaseSales, StoreB.NextSales / StoreB.BaseSales));
        Assert.Equal(4.7, Math.Round(WindowChurn.Of(StoreB).LifetimeValue.Amount!.Value / WindowChurn.Of(StoreA).LifetimeValue.Amount!.Value, 1));
    }

    [Fact]
    public void SampleOfStoreA_100CustomersOfWhom96Stay_GivesTheSameValue() => Assert.Equal(
        WindowChurn.Of(StoreA).LifetimeValue, WindowChurn.Of(new WindowTotals(100, 1_000, 2_000_000, 96, 912, 1_824_000)).LifetimeValue);

    [Theory]
    [InlineData("3m", Annualisation.Simple, 0.36)]
    [InlineData("6m", Annualisation.Simple, 0.18)]
    [InlineData("1y", Annualisation.Simple, 0.09)]
    [InlineData("2y", Annualisation.Simple, 0.045)]
    [InlineData("1m", Annualisation.Simple, 1.08)]
    [InlineData("90d", Annualisation.Simple, 0.36525)]
    [InlineData("3m", Annualisation.Compound, 1 - (0.91 * 0.91 * 0.91 * 0.91))]
    [InlineData("1y", Annualisation.Compound, 0.09)]
    [InlineData("2y", Annualisation.Compound, 1 - 0.9539392014169456)]
    [InlineData("90d", Annualisation.Compound, 0.3180127)]
    public void AnnualChurn_OfEveryWindow_IsThatOfAYear(string window, Annualisation annualisation, double expected)
    {
        var churn = WindowChurn.Of(StoreA, new WindowChurnOptions { Window = Period.Parse(window), Annualisation = annualisation });
        Assert.Equal(expected, churn.AnnualChurn!.Value, 0.5e-5);
        Assert.Equal(expected > 1, churn.ExceedsOneYear);
    }

    [Theory]
    [InlineData(FirstYear.Whole, null, 0, 1, 1_900_000d / 9)]
    [InlineData(FirstYear.Thinned, null, 0, 1, 1_900_000d / 9 * 0.64)]
    [InlineData(FirstYear.Whole, "1y", 0, 1, 76_000)]
    [InlineData(FirstYear.Thinned, "1y", 0, 1, 76_000 * 0.64)]
    [InlineData(FirstYear.Whole, "3y", 0, 1, 76_000 * (1 + 0.64 + (0.64 * 0.64)))]
    [InlineData(FirstYear.Whole, "30m", 0, 1, 76_000 * (1 + 0.64 + (0.64 * 0.64 / 2)))]
    [InlineData(FirstYear.Thinned, "6m", 0, 1, 76_000 * 0.64 / 2)]
    [InlineData(FirstYear.Whole, null, 0.1, 1, 76_000 / (1 - (0.64 / 1.1)))]
    [InlineData(FirstYear.Thinned, null, 0.1, 1, 76_000 / (1 - (0.64 / 1.1)) * 0.64 / 1.1)]
    [InlineData(FirstYear.Whole, "2y", 0.1, 0.3, 76_000 * 0.3 * (1 + (0.64 / 1.1)))]
    [InlineData(FirstYear.Whole, null, 0, 0.3, 1_900_000d / 9 * 0.3)]
    [InlineData(FirstYear.Whole, "100y", 0, 1, 1_900_000d / 9)]
    public void LifetimeValue_OfEveryOption_IsTheSumWrittenOut(FirstYear firstYear, string? horizon, double discount, double margin, double expected)
    {
        var options = new WindowChurnOptions
        {
            FirstYear = firstYear, Horizon = horizon is null ? null : Period.Parse(horizon), DiscountRate = (decimal)discount, MarginRate = (decimal)margin,
        };
        Assert.Equal(expected, WindowChurn.Of(StoreA, options).LifetimeValue.Amount!.Value, expected * 1e-13);
    }

    [Fact]
    public void ExpectedPurchases_WithMarginAndDiscount_AreThoseOfTheSameYearsUndiscounted()
    {
        var options = new WindowChurnOptions { MarginRate = 0.3m, DiscountRate = 0.1m, Horizon = Period.Years(2) };
        Assert.Equal(38 * 1.64, WindowChurn.Of(StoreA, options).ExpectedPurchases!.Value, 1e-12);
    }

    [Fact]
    public void FrequencyThatRises_ClampedOrSigned_CountsAsSaid()
    {
        var totals = new WindowTotals(100, 200, 20_000, 90, 216, 21_600);
        var clamped = WindowChurn.Of(totals);
        Assert.Equal((0.1, -0.2, 0.1), (clamped.LostRate, clamped.FrequencyDecline, clamped.Churn));
        var signed = WindowChurn.Of(totals, new WindowChurnOptions { IsDeclineSigned = true });
        Assert.Equal((0.1, -0.2, -0.1, -0.4, 1.4), (signed.LostRate, signed.FrequencyDecline, signed.Churn, signed.AnnualChurn, signed.YearlyKeep));
        Assert.Equal(new UnboundedLifetimeValue(UnboundedReason.NoChurn), signed.LifetimeValue);
        Assert.Null(signed.ExpectedYears);
        Assert.Null(signed.ExpectedPurchases);
        var compound = WindowChurn.Of(totals, new WindowChurnOptions { IsDeclineSigned = true, Annualisation = Annualisation.Compound });
        Assert.Equal(1 - Math.Pow(1.1, 4), compound.AnnualChurn!.Value, 1e-12);
    }

    [Fact]
    public void NobodyLeft_Always_IsFullChurnAndNoValue()
    {
        var churn = WindowChurn.Of(new WindowTotals(10, 20, 3_000, 0, 0, 0));
        Assert.Equal((1d, 0d, 1d, 4d, 0d), (churn.LostRate, churn.FrequencyDecline, churn.Churn, churn.AnnualChurn, churn.YearlyKeep));
        Assert.Equal((0d, new FiniteLifetimeValue(0)), (churn.AnnualSpend, churn.LifetimeValue));
        Assert.Null(churn.NextFrequency);
        Assert.True(churn.ExceedsOneYear);
        var compound = WindowChurn.Of(churn.Totals, new WindowChurnOptions { Annualisation = Annualisation.Compound });
        Assert.Equal((1d, false), (compound.AnnualChurn, compound.ExceedsOneYear));
    }

    [Fact]
    public void ChurnBeyondAYear_ByDefault_IsStillSpendByChurn()
    {
        var totals = new WindowTotals(100, 100, 10_000, 50, 50, 5_000);
        var churn = WindowChurn.Of(totals, new WindowChurnOptions { AcquisitionCost = 100 });
        Assert.True(churn.ExceedsOneYear);
        Assert.Equal((2d, 400d, 200d, 0.5), (churn.AnnualChurn, churn.AnnualSpend, churn.LifetimeValue.Amount, churn.ExpectedYears));
        Assert.Equal((3d, 2d), (churn.PaybackMonths, churn.ValuePerCost));
        Assert.Equal(400, WindowChurn.Of(totals, new WindowChurnOptions { DiscountRate = 0.1m }).LifetimeValue.Amount);
        Assert.Equal(0, WindowChurn.Of(totals, new WindowChurnOptions { FirstYear = FirstYear.Thinned }).LifetimeValue.Amount);
    }

    [Fact]
    public void NobodyLost_WithoutEnd_IsUnboundedWithItsReason()
    {
        var totals = new WindowTotals(10, 20, 3_000, 10, 20, 3_000);
        var churn = WindowChurn.Of(totals, new WindowChurnOptions { AcquisitionCost = 600 });
        Assert.Equal(new UnboundedLifetimeValue(UnboundedReason.NoChurn), churn.LifetimeValue);
        Assert.Contains("nobody is being lost", churn.LifetimeValue.ToString(), StringComparison.Ordinal);
        Assert.Equal((0d, 6d), (churn.AnnualChurn, churn.PaybackMonths));
        Assert.Null(churn.ValuePerCost);
        Assert.Equal(6_000, WindowChurn.Of(totals, new WindowChurnOptions { Horizon = Period.Years(5) }).LifetimeValue.Amount);
        Assert.Equal(1_200 * 1.1 / 0.1, WindowChurn.Of(totals, new WindowChurnOptions { DiscountRate = 0.1m }).LifetimeValue.Amount!.Value, 1e-9);
    }

    [Fact]
    public void SpendThatGrows_FasterThanItsDiscount_IsUnboundedWithItsReason()
    {
        var totals = new WindowTotals(100, 200, 20_000, 90, 216, 21_600);
        var signed = new WindowChurnOptions { IsDeclineSigned = true, DiscountRate = 0.4m };
        Assert.Equal(new UnboundedLifetimeValue(UnboundedReason.GrowthOutpacesDiscount), WindowChurn.Of(totals, signed).LifetimeValue);
        Assert.Equal(960 * 1.5 / 0.1, WindowChurn.Of(totals, signed with { DiscountRate = 0.5m }).LifetimeValue.Amount!.Value, 1e-9);
        var steep = new WindowTotals(1, 1, 1, 1, 1_000_000, 1);
        Assert.Equal(
            new UnboundedLifetimeValue(UnboundedReason.BeyondRange),
            WindowChurn.Of(steep, new WindowChurnOptions { IsDeclineSigned = true, Horizon = Period.Years(100) }).LifetimeValue);
    }

    [Theory]
    [InlineData(19_000, 3d)]
    [InlineData(76_000, 12d)]
    [InlineData(100_320, 18d)]
    [InlineData(300_000, null)]
    public void Payback_OfACost_IsWhenSpendHasReachedIt(int cost, double? months)
    {
        var churn = WindowChurn.Of(StoreA, new WindowChurnOptions { AcquisitionCost = cost });
        Assert.Equal(months, churn.PaybackMonths);
        Assert.Equal(1_900_000d / 9 / cost, churn.ValuePerCost!.Value, 1e-9);
    }

    [Fact]
    public void NoBaseCustomers_Always_AreMissingFiguresWithTheirReason()
    {
        var churn = WindowChurn.Of(default);
        Assert.Equal(new MissingLifetimeValue(MissingReason.NoBaseCustomers), churn.LifetimeValue);
        Assert.Equal("missing: nobody purchased in the base window", churn.LifetimeValue.ToString());
        Assert.All(
            [churn.LostRate, churn.FrequencyDecline, churn.Churn, churn.AnnualChurn, churn.YearlyKeep, churn.AnnualSpend, churn.ExpectedYears, churn.BaseFrequency],
            Assert.Null);
        Assert.Null(BreakEven.Of(churn, 100, 5, Period.OneYear).MissingNewCustomers);
    }

    [Fact]
    public void BreakEven_OfStoreA_NeedsAnnualChurnOfNewCustomers()
    {
        var churn = WindowChurn.Of(StoreA);
        Assert.Equal(new BreakEven(10_000, 3_000, 0.3, 0.36, 3_600, 600), BreakEven.Of(churn, 10_000, 3_000, Period.OneYear));
        Assert.Equal(new BreakEven(10_001, 900, 3_600d / 10_001, 0.36, 3_601, 1), BreakEven.Of(churn, 10_001, 900, Period.Months(3)));
        Assert.Equal((3_600, 0), (BreakEven.Of(churn, 10_000, 5_000, Period.OneYear).NeededNewCustomers, BreakEven.Of(churn, 10_000, 5_000, Period.OneYear).MissingNewCustomers));
        Assert.Null(BreakEven.Of(churn, 0, 10, Period.OneYear).NewCustomerRate);
    }

    [Theory]
    [InlineData(10, 20, 30, 11, 20, 30, TotalsContradiction.MoreNextThanBaseCustomers, "at most as many customers")]
    [InlineData(10, 9, 30, 5, 5, 30, TotalsContradiction.FewerPurchasesThanCustomers, "at least one purchase")]
    [InlineData(10, 20, 30, 5, 4, 30, TotalsContradiction.FewerPurchasesThanCustomers, "at least one purchase")]
    [InlineData(10, 20, 30, 0, 0, 30, TotalsContradiction.SalesOfNobody, "without customers")]
    [InlineData(0, 20, 30, 0, 0, 0, TotalsContradiction.SalesOfNobody, "without customers")]
    [InlineData(10, 20, -30, 5, 5, 30, TotalsContradiction.NegativeNumber, "no negative number")]
    public void Totals_ThatContradictEachOther_AreRefusedWithTheReason(
        long n0, long q0, int s0, long n1, long q1, int s1, TotalsContradiction expected, string reason)
    {
        var totals = new WindowTotals(n0, q0, s0, n1, q1, s1);
        Assert.Equal(expected, totals.Contradiction);
        var refused = Assert.Throws<ArgumentException>(() => WindowChurn.Of(totals));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains(totals.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfTheirBounds_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { Coverage = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { Coverage = 1.01m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { Window = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Months(-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { Horizon = Period.Years(101) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { DiscountRate = -0.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { MarginRate = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowChurnOptions { AcquisitionCost = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowSampling { Customers = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowSampling { Share = 1.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowSampling { Confidence = 0.8 });
    }
}
