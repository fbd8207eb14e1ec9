using Mirai.Diagnosis;
using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Projection;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Writing;

/// <content>The tables of the parts A, B and C, and the forecast.</content>
internal sealed partial class DiagnosisWriter
{
    private void Tables()
    {
        Heads();
        Portfolio();
        Marketing();
        using (var churn = Into(
            "churn", "at", "churn_window", "base_customers", "base_purchases", "base_sales", "next_customers", "next_purchases", "next_sales", "is_complete",
            "lost_rate", "frequency_decline", "churn", "annual_churn", "annual_spend", "lifetime_value", "lifetime_value_is_unbounded", "new_customer_rate",
            "missing_new_customers"))
        {
            Churn(churn, "now", report.Purchases.Churn);
            if (report.Purchases.ChurnBefore is { } before) Churn(churn, "before", before);
        }

        Overdue();
        SalesChange();
        DoseResponse();
    }

    private void Heads()
    {
        using var rows = Into("heads", "segment", "position", "value", "customers", "customers_of", "purchases", "sales", "sales_exact", "sales_share");
        foreach (var (at, row) in report.List.ByPurchaseCount.Index())
        {
            rows.Write(
                Day, PurchaseCount, at + 1, row.Value, row.Customers, row.CustomerShare.Whole, row.Purchases, row.Sales, Minor(row.Sales), row.SalesShare);
        }
    }

    private void Portfolio()
    {
        using var rows = Into(
            "portfolio", "position", "portfolio_group", "customers", "customers_of", "active_customers", "purchases", "sales", "sales_exact", "sales_share",
            "cumulative_sales", "cumulative_sales_exact", "tenure_days");
        foreach (var (at, row) in report.List.ByPortfolio.Index())
        {
            rows.Write(
                Day, at + 1, row.Group.Id, row.Customers.Part, row.Customers.Whole, row.ActiveCustomers, row.Purchases, row.Sales, Minor(row.Sales), row.SalesShare,
                row.CumulativeSales, Minor(row.CumulativeSales), row.TenureDays);
        }

        using var moves = Into("portfolio_move", "position", "from_group", "to_group", "customers");
        foreach (var (at, move) in report.Charts.PortfolioMoves.Index()) moves.Write(Day, at + 1, move.From, move.To, move.Customers);
    }

    private void Marketing()
    {
        using var rows = Into(
            "marketing", "position", "kind", "customers", "before", "share_of_change", "rate", "rate_part", "rate_whole", "rate_before", "rate_part_before",
            "rate_whole_before", "by_rate", "by_pool");
        foreach (var (at, row) in report.Customers.Rows.Index())
        {
            rows.Write(
                Day, at + 1, Word.Of(row.Kind), row.Now, row.Before, row.ShareOfChange, row.RateNow.Value, row.RateNow.Part, row.RateNow.Whole,
                row.RateBefore.Value, row.RateBefore.Part, row.RateBefore.Whole, row.ByRate, row.ByPool);
        }
    }

    private void Churn(RowWriter rows, string at, WindowChurn churn) => rows.Write(
        Day, at, churn.Options.Window.ToString(), churn.Totals.BaseCustomers, churn.Totals.BasePurchases, churn.Totals.BaseSales, churn.Totals.NextCustomers,
        churn.Totals.NextPurchases, churn.Totals.NextSales, churn.Selection is not { IsComplete: false }, churn.LostRate, churn.FrequencyDecline, churn.Churn,
        churn.AnnualChurn, churn.AnnualSpend, churn.LifetimeValue.Amount, churn.LifetimeValue.IsUnbounded, churn.BreakEven?.NewCustomerRate,
        churn.BreakEven?.MissingNewCustomers);

    /// <summary>The customers themselves are listed in the document alone, where the caller wants that.</summary>
    private void Overdue()
    {
        var overdue = report.Purchases.Overdue;
        using var rows = Into("overdue", "position", "segment", "value", "customers", "customers_of", "sales", "sales_exact");
        rows.Write(Day, 1, null, null, overdue.Customers.Part, overdue.Customers.Whole, overdue.Sales, Minor(overdue.Sales));
        foreach (var (at, (segment, row)) in overdue.BySegment.SelectMany(table => table.Rows.Select(row => (table.SegmentId, row))).Index())
            rows.Write(Day, at + 2, segment, row.Value, row.Customers.Part, row.Customers.Whole, row.Sales, Minor(row.Sales));
    }

    private void SalesChange()
    {
        if (report.Purchases.Explanation is not { } explained) return;
        using var rows = Into("sales_change", "position", "part", "since", "amount", "amount_exact", "customers");
        var parts = new (string Part, decimal Amount, long? Customers)[]
        {
            ("new_customers", explained.NewCustomers, explained.Flow.New),
            ("reactivated_customers", explained.ReactivatedCustomers, explained.Flow.Reactivated),
            ("lapsed_customers", explained.LapsedCustomers, explained.Flow.Lapsed),
            ("frequency", explained.Frequency, null), ("order_value", explained.OrderValue, null), ("returns", explained.Returns, null),
        };
        foreach (var (at, (part, amount, customers)) in parts.Index()) rows.Write(Day, at + 1, part, explained.From, amount, Minor(amount), customers);
    }

    private void DoseResponse()
    {
        if (report.Contacts is not { } contacts) return;
        using var rows = Into(
            "dose_response", "position", "band", "customers", "contacts", "purchases", "sales", "sales_exact", "retention_rate", "retained", "retained_of",
            "marginal_purchases");
        foreach (var (at, row) in contacts.DoseResponse.Rows.Index())
        {
            rows.Write(
                Day, at + 1, row.Band, row.Customers, row.Contacts, row.Purchases, row.Sales, Minor(row.Sales), row.Retention.Value, row.Retention.Part,
                row.Retention.Whole, row.MarginalPurchases);
        }
    }

    private void Forecast()
    {
        if (report.Forecast is not { } outlook) return;
        using var rows = Into("forecast", "position", "horizon", "forecast_day", "measure", "number", "low_80", "high_80", "low_95", "high_95", "method");
        var figures = outlook.Points.SelectMany(point => new[]
        {
            (point, CustomerMeasures.ActiveCustomers, point.ActiveCustomers), (point, SalesMeasures.AnnualSales, point.AnnualSales),
        });
        foreach (var (at, (point, measure, figure)) in figures.Index())
        {
            rows.Write(
                Day, at + 1, point.Horizon.ToString(), point.Day, measure.Id, figure.Value, figure.Band80.Low, figure.Band80.High, figure.Band95.Low,
                figure.Band95.High, Word.Of(outlook.Forecast.Method));
        }

        using var notes = Into("forecast_note", "position", "caution", "text_en", "text_ja");
        if (outlook.Caution == ForecastCaution.None) return;
        notes.Write(Day, 1, Word.Of(outlook.Caution), DiagnosisWords.English.CautionOf(outlook), DiagnosisWords.Japanese.CautionOf(outlook));
    }
}
