using System.Globalization;
using Mirai.Diagnosis;
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
        Page = EnglishPage.All,
    };

    internal static string PeriodOf(Period period) => DiagnosisWords.English.Of(period);

    internal static string Count(long count, string word) =>
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
        [IngestIssueKind.UnreadableCost] = "unreadable cost",
        [IngestIssueKind.NegativeCost] = "negative cost",
        [IngestIssueKind.WrongFieldCount] = "too few or too many fields",
        [IngestIssueKind.BrokenQuote] = "broken quotes",
        [IngestIssueKind.InvalidText] = "not text in the encoding",
        [IngestIssueKind.AfterObservedUntil] = "after the observed days",
        [IngestIssueKind.CutOff] = "input cut off",
    };

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
