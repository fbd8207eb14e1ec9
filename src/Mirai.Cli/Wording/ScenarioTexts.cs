using System.Globalization;

namespace Mirai.Cli.Wording;

/// <summary>What is expected of a scenario file.</summary>
internal sealed record ScenarioTexts
{
    private static readonly ScenarioTexts English = new()
    {
        YearsExpected = "years from 1 to 200",
        RampYearsExpected = "years from 2 to 200",
        NameExpected = "a name in quotes",
        ScenariosExpected = "parts that begin with [[scenario]]",
        RetentionExpected = "a share such as 0.65 or \"65 %\", a list of them, { from, to, years } or { customers, stayed }",
        ShareExpected = "a share from 0 to 1, or \"0 %\" to \"100 %\" in quotes",
        LtvExpected = "a yearly spend from 0 up, a list of them, { from, to, years } or { customers, sales }",
        AcquiredExpected = "customers a year, a list of them, or { first = [...], then = N }",
        CustomersExpected = "customers from 0 to 100,000,000,000, in a list where there are several",
        EvidenceExpected = "lists with at least one customer in all",
        NameTwice = name => $"two scenarios are called \"{name}\"; expected a name of its own for each.",
        PartMissing = (key, name) => $"the scenario \"{name}\" has no `{key}`, and the file has none for all.",
        KeyMissing = key => $"`{key}` is missing here.",
        LengthsDiffer = (key, found, expected) => string.Create(
            CultureInfo.InvariantCulture, $"values of `{key}`: found {found}, expected {expected}, as many as of `customers`."),
        MoreThanThere = (key, part, whole) => string.Create(CultureInfo.InvariantCulture, $"`{key}` is {part} of {whole} customers, which cannot be."),
    };

    private static readonly ScenarioTexts Japanese = new()
    {
        YearsExpected = "1~200 の年数",
        RampYearsExpected = "2~200 の年数",
        NameExpected = "引用符で囲んだ名前",
        ScenariosExpected = "[[scenario]] で始まる部分",
        RetentionExpected = "0.65 や \"65 %\" のような率、その配列、{ from, to, years } または { customers, stayed }",
        ShareExpected = "0~1 の率、または引用符つきの \"0 %\"~\"100 %\"",
        LtvExpected = "0 以上の年間購買額、その配列、{ from, to, years } または { customers, sales }",
        AcquiredExpected = "年間の獲得人数、その配列、または { first = [...], then = N }",
        CustomersExpected = "0~100,000,000,000 の人数(複数なら配列)",
        EvidenceExpected = "合わせて1人以上の配列",
        NameTwice = name => $"「{name}」という名前のシナリオが2つあります。別の名前にしてください。",
        PartMissing = (key, name) => $"シナリオ「{name}」に {key} がなく、ファイル全体の指定もありません。",
        KeyMissing = key => $"ここに {key} がありません。",
        LengthsDiffer = (key, found, expected) => string.Create(
            CultureInfo.InvariantCulture, $"{key} の値は {found} 個ですが、customers と同じ {expected} 個にしてください。"),
        MoreThanThere = (key, part, whole) => string.Create(CultureInfo.InvariantCulture, $"{key} が {whole} 人中 {part} になっています。ありえない値です。"),
    };

    public required string YearsExpected { get; init; }

    public required string RampYearsExpected { get; init; }

    public required string NameExpected { get; init; }

    public required string ScenariosExpected { get; init; }

    public required string RetentionExpected { get; init; }

    public required string ShareExpected { get; init; }

    public required string LtvExpected { get; init; }

    public required string AcquiredExpected { get; init; }

    public required string CustomersExpected { get; init; }

    public required string EvidenceExpected { get; init; }

    public required Func<string, string> NameTwice { get; init; }

    public required Func<string, string, string> PartMissing { get; init; }

    public required Func<string, string> KeyMissing { get; init; }

    public required Func<string, int, int, string> LengthsDiffer { get; init; }

    public required Func<string, decimal, decimal, string> MoreThanThere { get; init; }

    /// <summary>In the language of the other texts.</summary>
    public static ScenarioTexts In(Texts texts) => texts.Language is "ja" ? Japanese : English;
}
