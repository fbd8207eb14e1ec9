using System.Text;
using Mirai.History;
using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Core.Tests.Projection;

/// <summary>Histories for tests of forecasts.</summary>
internal static class ForecastHistories
{
    /// <summary>A made-up company; of its rows, those that are wanted.</summary>
    public static PurchaseHistory OfCompany(SampleOptions options, Func<SamplePurchase, bool>? isWanted = null, DateOnly? until = null)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Jpy });
        var writer = builder.CreateWriter();
        foreach (var order in SampleCompany.Create(options).Purchases.Where(isWanted ?? (_ => true)).GroupBy(row => (row.Customer, row.Order, row.Day)))
        {
            writer.Add(Encoding.UTF8.GetBytes(order.Key.Customer), order.Key.Day.DayNumber, order.Sum(row => row.Amount));
        }

        return builder.Build(new HistoryBuildOptions(until ?? options.Days.Last));
    }

    /// <summary>A history of a few rows, in yen.</summary>
    public static PurchaseHistory Of(DateOnly until, params IEnumerable<(string Customer, DateOnly Day, long Amount)> rows)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Jpy });
        var writer = builder.CreateWriter();
        foreach (var (customer, day, amount) in rows) writer.Add(Encoding.UTF8.GetBytes(customer), day.DayNumber, amount);
        return builder.Build(new HistoryBuildOptions(until, BeganWithData: true));
    }
}
