using System.Data;
using System.Data.Common;
using System.Globalization;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Samples;

namespace Mirai.Core.Tests.Docs;

/// <summary>A made-up company of four years, on which the examples of the documentation run.</summary>
public sealed class ExampleCompany : IDisposable
{
    private readonly SampleCompany _company = SampleCompany.Create(new SampleOptions { CustomerCount = 400, Years = 4, Scenario = SampleScenario.Leaky });

    public ExampleCompany()
    {
        History = Purchases.Load(_company.Purchases.Select(row => row.ToPurchase()).ToList()).History;
        Attributes = CustomerAttributes.Of(_company.Customers.Select(customer => (customer.Customer, "region", (string?)customer.Region)));
    }

    public PurchaseHistory History { get; }

    public CustomerAttributes Attributes { get; }

    /// <summary>The same rows as a database would give them.</summary>
    public DbDataReader OpenReader()
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("顧客ID", typeof(string));
        table.Columns.Add("購入日", typeof(DateTime));
        table.Columns.Add("金額", typeof(long));
        table.Columns.Add("値引額", typeof(long));
        table.Columns.Add("伝票番号", typeof(string));
        foreach (var row in _company.Purchases)
            table.Rows.Add(row.Customer, row.Day.ToDateTime(TimeOnly.MinValue), row.Amount, row.Discount, row.Order);
        return table.CreateDataReader();
    }

    public void Dispose() => History.Dispose();
}
