using System.Globalization;
using Microsoft.Data.Analysis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.DataFrames;

/// <summary>Gives results as data frames.</summary>
/// <remarks>
/// Counts are 64-bit integers, money is decimal, days are midnights (<see cref="DateTime"/>, since a frame has no columns of
/// <see cref="DateOnly"/>), shares and averages are doubles. What is missing is null, never 0 and never NaN. Columns have the names that the
/// <c>mirai</c> tool writes into CSV.
/// </remarks>
public static class ResultFrames
{
    /// <summary>Daily series, a column for each measure: <c>day</c>, then the ids. With series by segment, <c>day</c> and <c>segment</c>, then the ids.</summary>
    /// <param name="series">
    /// Series of the same days, at most one for each measure and value of the segment. Those of all customers may stand beside those by segment:
    /// their <c>segment</c> is null. A measure without a series for some value is null there.
    /// </param>
    /// <returns>Rows by day; within a day by segment, in the order of the series. Early, incomplete figures included: see <see cref="DailySeries.CompleteFrom"/>.</returns>
    /// <exception cref="ArgumentException">The series have different days, two are of one measure and value, or a host's measure has the id of another column.</exception>
    public static DataFrame ToDataFrame(this IReadOnlyList<DailySeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return ColumnTableFrame.ToFrame(SeriesTable.Of(series));
    }

    /// <summary>A cohort table with a row for each cohort and period since: <c>cohort</c>, <c>start</c>, <c>size</c>, <c>since</c>, <c>customers</c>, <c>purchases</c>, <c>sales</c>.</summary>
    /// <returns>Rows by cohort, then by <c>since</c> from 0. A period not yet observed has no row.</returns>
    public static DataFrame ToDataFrame(this CohortTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var cells = table.Rows.SelectMany(row => row.Cells.Select((cell, since) => (Row: row, Since: since, Cell: cell))).ToArray();
        return ColumnTableFrame.ToFrame(new ColumnTable(
        [
            Texts("cohort", cells, c => c.Row.Label),
            Days("start", cells, c => c.Row.Start),
            Counts("size", cells, c => c.Row.Size),
            Counts("since", cells, c => c.Since),
            Counts("customers", cells, c => c.Cell.Customers),
            Counts("purchases", cells, c => c.Cell.Purchases),
            Money("sales", cells, c => c.Cell.Sales),
        ]));
    }

    /// <summary>A cohort table as people print it, with a row for each cohort: <c>cohort</c>, <c>size</c>, and a column for each period since, <c>0</c>, <c>1</c>, <c>2</c>, ...</summary>
    /// <param name="table">The table.</param>
    /// <param name="value">What the cells hold: sales are decimal, the others 64-bit integers.</param>
    /// <returns>Null where a period is not yet observed.</returns>
    public static DataFrame ToDataFrame(this CohortTable table, CohortValue value)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "One of the three values is expected.");
        var columns = new List<TableColumn> { Texts("cohort", table.Rows, row => row.Label), Counts("size", table.Rows, row => row.Size) };
        for (var since = 0; since < table.PeriodCount; since++)
        {
            var period = since;
            var name = since.ToString(CultureInfo.InvariantCulture);
            decimal? ValueOf(CohortRow row) => period < row.Cells.Count ? row.Cells[period][value] : null;
            columns.Add(value == CohortValue.Sales ? Money(name, table.Rows, ValueOf) : Counts(name, table.Rows, row => (long?)ValueOf(row)));
        }

        return ColumnTableFrame.ToFrame(new ColumnTable(columns));
    }

    /// <summary>A segment on a day, with a row for each value: <c>segment</c>, <c>customers</c>, <c>customer_share</c>, <c>purchases</c>, <c>sales</c>, <c>sales_share</c>.</summary>
    public static DataFrame ToDataFrame(this SegmentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ColumnTableFrame.ToFrame(new ColumnTable(
        [
            Texts("segment", table.Rows, row => row.Value),
            Counts("customers", table.Rows, row => row.Customers),
            Numbers("customer_share", table.Rows, row => row.CustomerShare.Value),
            Counts("purchases", table.Rows, row => row.Purchases),
            Money("sales", table.Rows, row => row.Sales),
            Numbers("sales_share", table.Rows, row => row.SalesShare),
        ]));
    }

    /// <summary>A list of customers: <c>customer</c>, <c>segment</c>, <c>state</c> (<c>active</c>, <c>lapsed</c>), <c>first_purchase</c>, <c>last_purchase</c>, <c>purchases</c>, <c>sales</c>.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<SegmentMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var rows = members.ToArray();
        return ColumnTableFrame.ToFrame(new ColumnTable(
        [
            Texts("customer", rows, member => member.Customer),
            Texts("segment", rows, member => member.Value),
            Texts("state", rows, member => member.State == CustomerState.Active ? "active" : "lapsed"),
            Days("first_purchase", rows, member => member.FirstPurchase),
            Days("last_purchase", rows, member => member.LastPurchase),
            Counts("purchases", rows, member => member.Purchases),
            Money("sales", rows, member => member.Sales),
        ]));
    }

    /// <summary>Flows between two days, a row for each, so that months or years can stand below each other: <c>from</c>, <c>to</c>, then the heads.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<CustomerFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var rows = flows.ToArray();
        return ColumnTableFrame.ToFrame(new ColumnTable(
        [
            Days("from", rows, flow => flow.From),
            Days("to", rows, flow => flow.To),
            Counts("active_before", rows, flow => flow.ActiveBefore),
            Counts("new", rows, flow => flow.New),
            Counts("retained", rows, flow => flow.Retained),
            Counts("reactivated", rows, flow => flow.Reactivated),
            Counts("lapsed", rows, flow => flow.Lapsed),
            Counts("active_after", rows, flow => flow.ActiveAfter),
            Counts("gross_new", rows, flow => flow.GrossNew),
            Counts("gross_reactivated", rows, flow => flow.GrossReactivated),
            Counts("gross_lapsed", rows, flow => flow.GrossLapsed),
        ]));
    }

    /// <summary>Explanations of changes of sales, a row for each: <c>from</c>, <c>to</c>, the sales at both ends, the change and its parts.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<SalesExplanation> explanations)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        var rows = explanations.ToArray();
        return ColumnTableFrame.ToFrame(new ColumnTable(
        [
            Days("from", rows, row => row.From),
            Days("to", rows, row => row.To),
            Money("sales_before", rows, row => row.SalesBefore),
            Money("sales_after", rows, row => row.SalesAfter),
            Money("change", rows, row => row.Change),
            Money("customers", rows, row => row.Customers),
            Money("frequency", rows, row => row.Frequency),
            Money("order_value", rows, row => row.OrderValue),
            Money("returns", rows, row => row.Returns),
            Money("new_customers", rows, row => row.NewCustomers),
            Money("reactivated_customers", rows, row => row.ReactivatedCustomers),
            Money("lapsed_customers", rows, row => row.LapsedCustomers),
        ]));
    }

    private static TextTableColumn Texts<T>(string name, IEnumerable<T> rows, Func<T, string?> valueOf) => new(name, [.. rows.Select(valueOf)]);

    private static DayTableColumn Days<T>(string name, IEnumerable<T> rows, Func<T, DateOnly?> valueOf) => new(name, [.. rows.Select(valueOf)]);

    private static IntegerTableColumn Counts<T>(string name, IEnumerable<T> rows, Func<T, long?> valueOf) => new(name, [.. rows.Select(valueOf)]);

    private static DecimalTableColumn Money<T>(string name, IEnumerable<T> rows, Func<T, decimal?> valueOf) => new(name, [.. rows.Select(valueOf)]);

    private static NumberTableColumn Numbers<T>(string name, IEnumerable<T> rows, Func<T, double?> valueOf) => new(name, [.. rows.Select(valueOf)]);
}
