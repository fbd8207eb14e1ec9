using Mirai.Model;

namespace Mirai.DuckDb;

/// <summary>The questions of the measure specification, asked in DuckDB SQL: an independent second opinion, and the yardstick of speed.</summary>
/// <remarks>
/// The way in is the same for all: lines of one order are merged (<c>orders</c>), one window pass gives every purchase its customer's previous
/// purchase day and first purchase day (<c>steps</c>), and distinct pairs of consecutive days are counted (<c>gaps</c>), after which all daily
/// customer figures are sums over a few million pairs joined to a calendar, whatever the number of purchases.
/// </remarks>
public sealed partial class DuckDbAnalysis
{
    private readonly DuckDbPurchases _table;
    private readonly DateOnly? _observedUntil;
    private bool _hasCalendar;
    private bool _hasSteps;

    /// <summary>Questions to a purchase table.</summary>
    /// <param name="table">The purchases; the caller keeps owning it. Temporary tables of an earlier analysis on it are replaced.</param>
    /// <param name="activePeriod">How long a purchase keeps a customer active.</param>
    /// <param name="observedUntil">The last day the table covers, or <see langword="null"/> for the last row's day.</param>
    public DuckDbAnalysis(DuckDbPurchases table, Period activePeriod, DateOnly? observedUntil = null)
    {
        _table = table;
        ActivePeriod = activePeriod;
        _observedUntil = observedUntil;
    }

    /// <summary>How long a purchase keeps a customer active.</summary>
    public Period ActivePeriod { get; }

    /// <summary>The observed days.</summary>
    public DayRange Days
    {
        get
        {
            PrepareCalendar();
            return field;
        }

        private set;
    }

    private string A => DuckDbPurchases.Interval(ActivePeriod);

    private string LastDay => DuckDbPurchases.Literal(Days.Last);

    /// <summary>The table of merged orders; the purchases themselves where no order ids say that there is anything to merge.</summary>
    private string Orders => _table.HasOrders ? "orders" : "purchases";

    private void PrepareCalendar()
    {
        if (_hasCalendar) return;
        _hasCalendar = true;
        if (_table.HasOrders) _table.Execute($"CREATE OR REPLACE TEMP TABLE orders AS {MergedOrders("purchases")}");
        var (first, last) = _table.Query(
            "SELECT min(day), max(day) FROM purchases",
            reader => (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1)))[0];
        Days = new DayRange(first, _observedUntil ?? last);
        _table.Execute(Calendar());
    }

    private void PrepareSteps()
    {
        if (_hasSteps) return;
        PrepareCalendar();
        _hasSteps = true;
        _table.Execute(Steps());
        _table.Execute("""
            CREATE OR REPLACE TEMP TABLE gaps AS
            SELECT prev, day, count(*) AS customers FROM steps WHERE prev <> day GROUP BY ALL;
            CREATE OR REPLACE TEMP TABLE firsts AS
            SELECT day, count(*) AS customers FROM steps WHERE prev IS NULL GROUP BY ALL
            """);
    }

    /// <summary>Lines of one order of one customer on one day become one row; a line without an order id is a row of its own.</summary>
    private string MergedOrders(string source, string partition = "")
    {
        var discount = _table.HasDiscounts ? ", discount" : "";
        if (!_table.HasOrders) return $"SELECT {partition} customer, day, amount {discount} FROM {source}";
        return $"""
            SELECT {partition} customer, day, sum(amount)::BIGINT AS amount {(_table.HasDiscounts ? ", sum(discount)::BIGINT AS discount" : "")}
            FROM {source} WHERE order_id <> '' GROUP BY {partition} customer, order_id, day
            UNION ALL
            SELECT {partition} customer, day, amount {discount} FROM {source} WHERE coalesce(order_id, '') = ''
            """;
    }

    /// <summary>Every purchase with the purchase day before it (the same day for a second one on a day) and the first purchase day.</summary>
    private string Steps() => $"""
        CREATE OR REPLACE TEMP TABLE steps AS
        SELECT customer, day, amount {(_table.HasDiscounts ? ", discount" : "")}, lag(day) OVER days AS prev, first_value(day) OVER days AS first
        FROM {Orders} WHERE amount >= 0
        WINDOW days AS (PARTITION BY customer ORDER BY day)
        """;

    /// <summary>
    /// Every day with <c>t - A</c>, <c>t - 1 year</c> and the first day on which a purchase of it no longer counts (<c>leave</c>), twice over
    /// (<c>leave2</c>). It reaches beyond the observed days, so that leaves are true calendar days.
    /// </summary>
    private string Calendar() => $"""
        CREATE OR REPLACE TEMP TABLE calendar AS
        WITH {Leaves(A)}
        SELECT days.day, days.day <= {LastDay} AS observed, (days.day - {A})::DATE AS before, (days.day - INTERVAL 1 YEAR)::DATE AS year_before,
          once.leave, twice.leave AS leave2,
          date_trunc('month', days.day)::DATE AS month, date_trunc('quarter', days.day)::DATE AS quarter, date_trunc('year', days.day)::DATE AS year
        FROM days JOIN leaves once ON once.day = days.day LEFT JOIN leaves twice ON twice.day = once.leave
        ORDER BY days.day
        """;

    /// <summary>For every day d the first day t with t - period >= d, out of the days t on which a t - period is reached first.</summary>
    private string Leaves(string period) => $"""
        days AS (
          SELECT unnest(generate_series({DuckDbPurchases.Literal(Days.First)}, {LastDay} + {A} + {A} + INTERVAL 430 DAY, INTERVAL 1 DAY))::DATE AS day),
        enters AS (SELECT (day - {period})::DATE AS before, min(day) AS day FROM days GROUP BY 1),
        leaves AS (
          SELECT days.day, min(enters.day) OVER (ORDER BY days.day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS leave
          FROM days LEFT JOIN enters ON enters.before = days.day)
        """;
}
