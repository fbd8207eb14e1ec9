using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>Everything the tool says in one language. One instance a language, each in a file of its own.</summary>
internal sealed record Texts
{
    /// <summary>The languages by the name that <c>--lang</c> takes.</summary>
    private static readonly Dictionary<string, Texts> Languages = new(StringComparer.Ordinal) { ["en"] = EnglishTexts.All, ["ja"] = JapaneseTexts.All };

    /// <summary>Used until another language is asked for.</summary>
    public static Texts Default => EnglishTexts.All;

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What stands in the help.</summary>
    public required HelpTexts Help { get; init; }

    /// <summary>Errors, progress and remarks.</summary>
    public required MessageTexts Messages { get; init; }

    /// <summary>The page of the diagnosis.</summary>
    public required PageTexts Page { get; init; }

    /// <summary>The words that every output of a diagnosis shares.</summary>
    public DiagnosisWords Words => DiagnosisWords.For(Language);

    /// <summary>What follows the digits of a percentage.</summary>
    public string Percent => IsJapanese ? "%" : " %";

    /// <summary>What the daily run says.</summary>
    public RunTexts Run => IsJapanese ? RunTexts.Japanese : RunTexts.English;

    /// <summary>What is said about contacts.</summary>
    public ContactTexts Contacts => IsJapanese ? ContactTexts.Japanese : ContactTexts.English;

    /// <summary>The heads of the portfolio's table.</summary>
    public PortfolioTexts Portfolio => IsJapanese ? PortfolioTexts.Japanese : PortfolioTexts.English;

    private bool IsJapanese => Language is "ja";

    /// <summary>The texts of a language; those of the default one where there is no such language.</summary>
    public static bool TryFind(string language, out Texts texts)
    {
        var found = Languages.TryGetValue(language, out var known);
        texts = known ?? Default;
        return found;
    }

    /// <summary>The measure's name for people.</summary>
    public string NameOf(Measure measure) => Words.Of(measure);
}

/// <summary>Errors, progress and remarks.</summary>
internal sealed record MessageTexts
{
    public required Func<string, string> Error { get; init; }

    public required Func<string, string> Unexpected { get; init; }

    public required string Stopped { get; init; }

    public required string OutOfMemory { get; init; }

    public required Func<string, string> Overflow { get; init; }

    public required Func<string, string> CannotWrite { get; init; }

    /// <summary>What the library, which speaks English, has to say about the input.</summary>
    public required Func<string, string> Rejected { get; init; }

    public required Func<string, string> CannotRead { get; init; }

    public required Func<string, string, string> SeeHelp { get; init; }

    public required Func<string, string?, string> UnknownCommand { get; init; }

    public required Func<string, string?, string> UnknownOption { get; init; }

    public required Func<string, string> UnexpectedArgument { get; init; }

    public required string CommandNeeded { get; init; }

    public required Func<string, string> OptionNeeded { get; init; }

    public required string PurchasesNeeded { get; init; }

    public required Func<string, string, string> ValueNeeded { get; init; }

    public required Func<string, string> GivenTwice { get; init; }

    public required Func<string, string, string, string> BadValue { get; init; }

    public required Func<string, DayRange, string> DayOutside { get; init; }

    public required Func<DateOnly, DateOnly, string> DaysReversed { get; init; }

    public required Func<string, string?, string> UnknownMeasure { get; init; }

    public required Func<string, string?, string, string> UnknownSegment { get; init; }

    public required Func<string, string> AmbiguousSegment { get; init; }

    public required Func<string, string> NeedsDiscounts { get; init; }

    public required Func<string, string> NotSegmentable { get; init; }

    public required Func<string, string> FolderInTheWay { get; init; }

    public required Func<string, string> NoSuchFolder { get; init; }

    public required Func<string, string> FilesInTheWay { get; init; }

    public required Func<string, string, string> SampleWritten { get; init; }

    public required Func<int, int, string> DaysLeftOut { get; init; }

    public required string Reading { get; init; }

    public required string Computing { get; init; }

    public required string MakingSample { get; init; }

    public required Func<long, long, string> RowsRead { get; init; }

    public required Func<long, long, string> BadRows { get; init; }

    public required Func<string, long, string, string> BadRowsOfKind { get; init; }

    public required Func<long, string> FurtherBadRows { get; init; }

    public required IReadOnlyDictionary<IngestIssueKind, string> IssueKinds { get; init; }

    public required Func<string, string> Contradiction { get; init; }

    public required Func<long, string> FurtherContradictions { get; init; }
}
