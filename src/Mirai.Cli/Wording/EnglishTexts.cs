using System.Globalization;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>The tool in English.</summary>
internal static class EnglishTexts
{
    /// <summary>All of it.</summary>
    public static Texts All { get; } = new()
    {
        Language = "en",
        Help = EnglishHelp.All,
        Messages = Messages(),
        Page = Page(),
        Numbers = new NumberTexts { Money = Money, Percent = " %", Points = " pt", Period = PeriodOf },
    };

    private static string Money(string digits, Currency currency) => currency.Code switch
    {
        "JPY" => "¥" + digits,
        "USD" => "$" + digits,
        "GBP" => "£" + digits,
        "EUR" => "€" + digits,
        var code => $"{code} {digits}",
    };

    private static string PeriodOf(Period period) => Count(period.Length, period.Unit switch
    {
        PeriodUnit.Day => "day",
        PeriodUnit.Month => "month",
        _ => "year",
    });

    private static string Count(long count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}{(count == 1 ? "" : "s")}");

    private static string Meant(string? nearest) => nearest is null ? "" : $" Did you mean `{nearest}`?";

    private static MessageTexts Messages() => new()
    {
        Error = text => $"mirai: {text}",
        Unexpected = text => $"Something went wrong that should not: {text}",
        Stopped = "Stopped. No file was left half-written.",
        OutOfMemory = "The input does not fit into memory.",
        Overflow = text => $"A sum does not fit 64 bits of minor units: {text}",
        CannotWrite = text => $"The output cannot be written: {text}",
        Rejected = text => text,
        CannotRead = text => $"The input cannot be read: {text}",
        SeeHelp = (tool, command) => $"`{tool}{command} --help` shows what it takes.",
        UnknownCommand = (name, nearest) => $"There is no command `{name}`.{Meant(nearest)}",
        UnknownOption = (name, nearest) => $"There is no option `{name}`.{Meant(nearest)}",
        UnexpectedArgument = text => $"`{text}` is one argument too many.",
        CommandNeeded = "A command is expected.",
        OptionNeeded = option => $"{option} is needed.",
        PurchasesNeeded = "No purchases were given; expected a file, a pattern such as data/*.csv, or - for standard input.",
        ValueNeeded = (option, expected) => $"{option} needs a value: {expected}",
        GivenTwice = option => $"{option} was given more than once.",
        BadValue = (option, found, expected) => $"{option}: found `{found}`, expected {expected}",
        DayOutside = (option, days) => $"{option} lies outside the observed days {days}.",
        DaysReversed = (from, to) => $"The first day {Iso(from)} must come before the last day {Iso(to)}.",
        UnknownMeasure = (name, nearest) => $"There is no measure `{name}`.{Meant(nearest)}",
        UnknownSegment = (name, nearest, known) => $"There is no segment `{name}`.{Meant(nearest)} There are: {known}.",
        AmbiguousSegment = name => $"`{name}` is both an attribute and a dimension; write attribute:{name} or dimension:{name}.",
        NeedsDiscounts = name => $"`{name}` needs discounts, and the purchases have no discount column; --map discount=HEADER names one.",
        NotSegmentable = name => $"`{name}` cannot be split by segment.",
        FolderInTheWay = path => $"{path} is a folder; expected a file to write.",
        NoSuchFolder = path => $"There is no folder {path} to write into.",
        FilesInTheWay = files => $"These files are already there: {files}. --force writes over them.",
        SampleWritten = (folder, files) => $"Written to {folder}: {files}.",
        DaysLeftOut = (shown, all) =>
            string.Create(CultureInfo.InvariantCulture, $"The last {shown:N0} of {all:N0} days. --from and --to choose the days, --format csv prints all."),
        Reading = "Reading purchases",
        Computing = "Computing",
        MakingSample = "Making a company",
        RowsRead = (rows, customers) => $"{Count(rows, "row")} of {Count(customers, "customer")} read.",
        BadRows = (bad, rows) => $"{Count(bad, "row")} of {rows.ToString("N0", CultureInfo.InvariantCulture)} could not be used:",
        BadRowsOfKind = (kind, count, lines) => string.Create(CultureInfo.InvariantCulture, $"  {count:N0} x {kind}, line {lines}"),
        BadRow = issue => $"    {issue}",
        FurtherBadRows = count => string.Create(CultureInfo.InvariantCulture, $"and {count:N0} more"),
        IssueKinds = IssueKinds,
        Contradiction = text => $"Contradicting attributes: {text}.",
        FurtherContradictions = count => $"{Count(count, "further contradiction")} of attributes.",
    };

    private static Dictionary<IngestIssueKind, string> IssueKinds => new()
    {
        [IngestIssueKind.MissingCustomer] = "no customer",
        [IngestIssueKind.UnreadableDay] = "unreadable day",
        [IngestIssueKind.UnreadableAmount] = "unreadable amount",
        [IngestIssueKind.AmountTooLarge] = "amount beyond 64 bits",
        [IngestIssueKind.TooManyDecimals] = "more decimals than the currency has",
        [IngestIssueKind.UnreadableDiscount] = "unreadable discount",
        [IngestIssueKind.NegativeDiscount] = "negative discount on a purchase",
        [IngestIssueKind.WrongFieldCount] = "too few or too many fields",
        [IngestIssueKind.BrokenQuote] = "broken quotes",
        [IngestIssueKind.InvalidText] = "not text in the encoding",
        [IngestIssueKind.AfterObservedUntil] = "after the observed days",
        [IngestIssueKind.CutOff] = "input cut off",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PageTexts Page() => new()
    {
        Title = "Customer diagnosis",
        FlowTitle = "Customer flow",
        AsOf = day => $"as of {Iso(day)}",
        OnBefore = period => period == Period.OneYear ? "on a year before" : $"on {PeriodOf(period)} before",
        HistoryOf = days => $"{Iso(days.First)} to {Iso(days.Last)}",
        Changes = "Changes over",
        ChangeColumns = ["1 day", "7 days", "30 days", "90 days", "1 year"],
        Customers = "Customers",
        OfTheDay = "Of the day",
        Omens = "Omens",
        Sales = "Sales",
        Rates = "Rates",
        Discounts = "Discounts",
        Recent = days => $"last {days.ToString(CultureInfo.InvariantCulture)} days",
        Now = "now",
        Before = period => period == Period.OneYear ? "a year before" : $"{PeriodOf(period)} before",
        Change = "change",
        RetentionByYear = "Retention by customer year",
        RetentionByCount = "Retention by purchases so far",
        Retained = "retained",
        Rate = "rate",
        Benchmark = "benchmark",
        IntoYear = year => $"into year {year}",
        InYear = year => $"in year {year}",
        PurchaseCount = count => count is "1" ? "1 purchase" : $"{count} purchases",
        Flow = "The flow of customers",
        ActiveOn = "Active on",
        Retaining = "of them retained",
        New = "+ new",
        Reactivated = "+ came back",
        Lapsed = "- lapsed",
        Net = "net",
        Gross = "gross",
        GrossNote = "Gross counts every arrival and departure; who came and went in between is in no net figure.",
        Explanation = "What explains the change of sales",
        SalesOn = "Sales until",
        ByNew = "new customers",
        ByReactivated = "customers who came back",
        ByLapsed = "lapsed customers",
        ByFrequency = "purchase frequency",
        ByOrderValue = "order value",
        ByReturns = "returns",
        WholeChange = "change in all",
        Notes = "About the figures",
        Observed = (days, customers, purchases) =>
            $"Observed {Iso(days.First)} to {Iso(days.Last)}: {Count(customers, "customer")}, {Count(purchases, "purchase")} and returns.",
        Incomplete = period =>
            $"* and dotted curves: incomplete, since the data does not reach back far enough (active period {period}). "
            + "--from-start says that the business began with the data.",
        NoDayBefore = first => $"The day before is not observed: the data begins on {Iso(first)}.",
        Day = "day",
        Cohort = "cohort",
        CohortSize = "size",
        Heads = "customers",
        Share = "share",
        Purchases = "purchases",
        Customer = "customer",
        State = "state",
        FirstPurchase = "first purchase",
        LastPurchase = "last purchase",
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["retained_customers"] = "Retained",
            ["new_customers_yoy"] = "New",
            ["reactivated_customers_yoy"] = "Came back",
            ["lost_customers"] = "Lost",
            ["lapsed_pool"] = "Lapsed pool",
            ["new_customers"] = "New",
            ["reactivated_customers"] = "Came back",
            ["lapsed_customers"] = "Lapsed",
            ["at_risk_customers"] = "At risk (long silent)",
            ["expiring_customers"] = "Expiring in 30 days",
            ["overdue_customers"] = "Overdue by own rhythm",
            ["average_order_value"] = "Order value",
            ["trailing_sales"] = "Trailing sales",
            ["discount_rate"] = "Discount rate",
            ["second_purchase_rate"] = "Second-purchase rate",
        },
    };
}
