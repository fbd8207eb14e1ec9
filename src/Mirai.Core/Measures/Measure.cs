namespace Mirai.Measures;

/// <summary>What a measure's values count.</summary>
public enum MeasureUnit
{
    /// <summary>Customers, as a whole number.</summary>
    Customers,

    /// <summary>Purchases, as a whole number.</summary>
    Purchases,

    /// <summary>Money in currency units.</summary>
    Money,

    /// <summary>A share or rate as a fraction: 0.05 is 5 %.</summary>
    Percentage,

    /// <summary>Money per customer.</summary>
    MoneyPerCustomer,

    /// <summary>Money per purchase.</summary>
    MoneyPerPurchase,

    /// <summary>Purchases per customer.</summary>
    PurchasesPerCustomer,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>Contacts, as a whole number.</summary>
    Contacts,

    /// <summary>Contacts per customer.</summary>
    ContactsPerCustomer,

    /// <summary>Purchases per contact.</summary>
    PurchasesPerContact,
}

/// <summary>How a measure behaves over days.</summary>
public enum MeasureKind
{
    /// <summary>A state at the end of a day.</summary>
    Level,

    /// <summary>Something that happens on a day and adds up over days.</summary>
    Flow,

    /// <summary>A ratio; missing where its denominator is 0.</summary>
    Rate,
}

/// <summary>Which way a measure should go.</summary>
public enum GoodDirection
{
    /// <summary>Neither: it depends.</summary>
    Neither,

    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}

/// <summary>Which stage computes a measure.</summary>
internal enum MeasureStage
{
    /// <summary>The daily counters, all in one pass.</summary>
    Counters,

    /// <summary>What the numbers of contacts with every customer give.</summary>
    Contacts,

    /// <summary>The attribution of the change of active customers.</summary>
    Attribution,

    /// <summary>The customer portfolio, month's end by month's end.</summary>
    Portfolio,

    /// <summary>The host application.</summary>
    Host,

    /// <summary>Window churn and lifetime value.</summary>
    WindowChurn,

    /// <summary>Forecasts.</summary>
    Forecast,
}

/// <summary>How much history must lie before a day for a figure of that day to be complete.</summary>
public enum HistoryNeeded
{
    /// <summary>The day alone.</summary>
    None,

    /// <summary>90 days.</summary>
    NinetyDays,

    /// <summary>180 days.</summary>
    HalfYear,

    /// <summary>One calendar year.</summary>
    OneYear,

    /// <summary>One active period.</summary>
    ActivePeriod,

    /// <summary>Two active periods.</summary>
    TwoActivePeriods,

    /// <summary>Three active periods.</summary>
    ThreeActivePeriods,

    /// <summary>Two windows of window churn.</summary>
    TwoChurnWindows,

    /// <summary>
    /// Two calendar years, the day included, even where the business began with the data: as long as a season cannot be told from growth
    /// (<see cref="Projection.ForecastCaution.SeasonUnknown"/>).
    /// </summary>
    TwoYears,
}

/// <summary>One entry of the catalog: what a number is called, what it counts, what it needs. Its values come from <see cref="CustomerAnalysis"/>.</summary>
/// <remarks>Rules, reports, stores and documents read the catalog; none keeps a list of its own.</remarks>
public sealed record Measure
{
    /// <summary>The name in the API, in rules, files, SQL and databases: <c>active_customers</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people, in English.</summary>
    public required string EnglishName { get; init; }

    /// <summary>The name for people, in Japanese.</summary>
    public required string JapaneseName { get; init; }

    /// <summary>What the values count.</summary>
    public required MeasureUnit Unit { get; init; }

    /// <summary>How the values behave over days.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Which way is better.</summary>
    public GoodDirection GoodDirection { get; init; }

    /// <summary>Whether the measure can be split by segments.</summary>
    public bool IsSegmentable { get; init; } = true;

    /// <summary>Whether purchases must carry discounts.</summary>
    public bool NeedsDiscounts { get; init; }

    /// <summary>Whether there must be contacts.</summary>
    public bool NeedsContacts { get; init; }

    /// <summary>Whether contacts must say what they cost.</summary>
    public bool NeedsContactCosts { get; init; }

    /// <summary>Whether the measure is computed at each month's end and carried to the next; before the first one it is missing.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>How much history a figure needs to be complete.</summary>
    public HistoryNeeded Needs { get; init; }

    /// <summary>The formula in words.</summary>
    public required string Formula { get; init; }

    /// <summary>How many days of contacts a figure looks back on, where that is not the active period; 0 for those of the day alone.</summary>
    internal int? ContactDays { get; init; }

    internal MeasureStage Stage { get; init; }

    internal MeasureFormula? Counters { get; init; }

    internal Func<HostMeasureContext, double[]>? Host { get; init; }

    /// <summary>A measure of the host application: an id, a unit and a daily series.</summary>
    /// <param name="id">Lower-case letters, digits and underscores, beginning with a letter.</param>
    /// <param name="unit">What the values count.</param>
    /// <param name="kind">How the values behave over days.</param>
    /// <param name="daily">Gives one value for each observed day; <see cref="double.NaN"/> where it is missing.</param>
    /// <exception cref="ArgumentException">The id has other characters.</exception>
    public static Measure FromHost(string id, MeasureUnit unit, MeasureKind kind, Func<HostMeasureContext, double[]> daily)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(daily);
        if (!char.IsAsciiLetterLower(id[0]) || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new ArgumentException($"`{id}` is not a measure's id: expected lower-case letters, digits and underscores.", nameof(id));
        }

        return new Measure
        {
            Id = id, EnglishName = id, JapaneseName = id, Unit = unit, Kind = kind, IsSegmentable = false, Formula = "given by the host application",
            Stage = MeasureStage.Host, Host = daily,
        };
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
