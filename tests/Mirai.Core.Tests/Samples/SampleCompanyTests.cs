using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleCompanyTests
{
    private static readonly SampleCompany Company = SampleCompany.Create(new SampleOptions { CustomerCount = 3_000, Seed = 7 });

    [Theory]
    [InlineData(SampleScenario.Healthy)]
    [InlineData(SampleScenario.Leaky)]
    [InlineData(SampleScenario.Discount)]
    [InlineData(SampleScenario.Mail)]
    public void Purchases_EveryRow_IsAValidPurchaseOrReturn(SampleScenario scenario)
    {
        var company = SampleCompany.Create(new SampleOptions { CustomerCount = 1_000, Scenario = scenario });
        var known = company.Customers.Select(customer => customer.Customer).ToHashSet(StringComparer.Ordinal);

        Assert.All(company.Purchases, row =>
        {
            Assert.Contains(row.Customer, known);
            Assert.True(company.Options.Days.Contains(row.Day));
            Assert.NotEqual(0, row.Amount);
            Assert.True(row.Amount > 0 ? row.Discount >= 0 : row.Discount <= 0);
            Assert.Equal(0, row.Discount % 10);
        });
        foreach (var order in company.Purchases.GroupBy(row => row.Order, StringComparer.Ordinal))
        {
            Assert.Single(order.Select(row => row.Customer).Distinct(StringComparer.Ordinal));
            var bought = order.Where(row => row.Amount > 0).ToList();
            var returned = order.Where(row => row.Amount < 0).ToList();
            Assert.Single(bought.Select(row => row.Day).Distinct());
            Assert.InRange(returned.Select(row => row.Day).Distinct().Count(), 0, 1);
            Assert.All(returned, row => Assert.InRange(row.Day.DayNumber - bought[0].Day.DayNumber, 3, 12));
            Assert.True(returned.Count == 0 || bought.Sum(row => row.Amount) >= -returned.Sum(row => row.Amount));
        }
    }

    [Fact]
    public void Purchases_Shape_HasReturnsLinesPauseSeasonAndSales()
    {
        var orders = Company.Purchases.Where(row => row.Amount > 0).GroupBy(row => row.Order, StringComparer.Ordinal).ToList();
        var returned = Company.Purchases.Where(row => row.Amount < 0).Select(row => row.Order).Distinct(StringComparer.Ordinal).Count();
        var calendar = Enumerable.Range(0, Company.Options.Days.Count).Select(day => Company.Options.Days[day]).ToList();
        double PerDay(Func<DateOnly, bool> days) => orders.Count(order => days(order.First().Day)) / (double)calendar.Count(days);

        Assert.InRange((double)returned / orders.Count, 0.012, 0.018);
        Assert.InRange(orders.Count(order => order.Count() > 1) / (double)orders.Count, 0.3, 0.5);
        Assert.True(PerDay(day => day is { Month: 1, Day: <= 3 }) < 0.3 * PerDay(_ => true));
        Assert.True(PerDay(day => day is { Month: 12, Day: < 27 }) > 1.2 * PerDay(_ => true));
        Assert.InRange(orders.Count(order => order.Any(row => row.Discount > 0)) / (double)orders.Count, 0.05, 0.2);
    }

    [Fact]
    public void Purchases_Order_IsByDay()
    {
        Assert.Equal(Company.Purchases.Select(row => row.Day).Order(), Company.Purchases.Select(row => row.Day));
        Assert.Equal(Company.Contacts.Select(row => row.Day).Order(), Company.Contacts.Select(row => row.Day));
    }

    [Fact]
    public void Customers_Count_IsThatOfPersonsWithAFewWrittenTwice()
    {
        Assert.Equal(3_000, Company.Identities.Select(record => record.Person).Distinct().Count());
        Assert.Equal(Company.Identities.Select(record => record.SourceKey), Company.Customers.Select(customer => customer.Customer), StringComparer.Ordinal);
        Assert.InRange(Company.Customers.Count - 3_000, 30, 150);
        Assert.Equal(
            Company.Customers.Select(customer => customer.Customer).Order(StringComparer.Ordinal),
            Company.Purchases.Select(row => row.Customer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Customers_OfBetterChannels_BuyASecondTimeMoreOften()
    {
        var orders = Company.Purchases.Where(row => row.Amount > 0).GroupBy(row => row.Customer, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Order).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        double Repeaters(string channel)
        {
            var customers = Company.Customers.Where(customer => string.Equals(customer.AcquisitionChannel, channel, StringComparison.Ordinal)).ToList();
            return customers.Count(customer => orders[customer.Customer] > 1) / (double)customers.Count;
        }

        Assert.True(Repeaters("referral") > Repeaters("social_ad") + 0.05);
    }

    [Fact]
    public void Stream_OfTheSameOptions_GivesTheSameRows()
    {
        var lives = SampleCompany.Stream(Company.Options).ToList();

        Assert.Equal(Company.Purchases, lives.SelectMany(life => life.Purchases).OrderBy(row => row.Day));
        Assert.Equal(Company.Contacts, lives.SelectMany(life => life.Contacts).OrderBy(row => row.Day));
        Assert.Equal(Company.Customers, lives.SelectMany(life => life.Customers));
        Assert.Equal(Company.Identities, lives.SelectMany(life => life.Identities));
    }

    [Fact]
    public void Create_WithAnotherSeed_DiffersEverywhere()
    {
        var other = SampleCompany.Create(Company.Options with { Seed = 8 });

        Assert.True(Company.Purchases.Intersect(other.Purchases).Count() < Company.Purchases.Count / 100);
        Assert.True(Company.Identities.Intersect(other.Identities).Count() < Company.Identities.Count / 100);
    }

    [Fact]
    public void Create_OneYearFromALeapDay_StaysInsideItsDays()
    {
        var company = SampleCompany.Create(new SampleOptions { CustomerCount = 200, Years = 1, FirstDay = new DateOnly(2024, 2, 29) });

        Assert.Equal(new DateOnly(2025, 2, 27), company.Options.Days.Last);
        Assert.All(company.Purchases, row => Assert.True(company.Options.Days.Contains(row.Day)));
        Assert.Equal(200, company.Identities.Select(record => record.Person).Distinct().Count());
    }

    [Fact]
    public void ToPurchase_ALine_KeepsEverything()
    {
        var row = Company.Purchases[0];
        var purchase = row.ToPurchase();

        Assert.Equal((row.Customer, row.Order, row.Day), (purchase.Customer, purchase.Order!, purchase.Day));
        Assert.Equal((row.Amount, row.Discount), (purchase.Amount, purchase.Discount));
        Assert.Equal((row.Channel, row.Category), (purchase.Dimensions["channel"], purchase.Dimensions["category"]));
    }

    [Fact]
    public void Create_OptionsOutOfBounds_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.Create(new SampleOptions { CustomerCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.Create(new SampleOptions { Years = 31 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.Create(new SampleOptions { Scenario = (SampleScenario)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.Create(new SampleOptions { FirstDay = new DateOnly(1949, 12, 31) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCompany.Stream(new SampleOptions { CustomerCount = -1 }));
    }
}
