using Mirai.Projection;

namespace Mirai.Cli.Wording;

/// <summary>What <c>mirai project</c> says.</summary>
internal sealed record ProjectTexts
{
    private static readonly ProjectTexts English = new()
    {
        Title = "Projection",
        Compared = "Scenarios side by side",
        Years = years => $"{years} years",
        Year = "year",
        Acquired = "acquired",
        Active = "active customers",
        Sales = "sales",
        PerCustomer = "per customer",
        Multiple = "5-year multiple",
        Against = name => $"vs {name}",
        Peaks = (active, sales) => active == sales
            ? $"Active customers and sales are highest in year {active}."
            : $"Active customers are highest in year {active}, sales in year {sales}.",
        MultipleNote = "5-year multiple: sales of the next five years from the year's customers alone / the year's sales.",
        Unknown = (unknown, value) => unknown switch
        {
            SolveUnknown.Retention => $"a retention of {value} in every customer year",
            SolveUnknown.Acquisition => $"{value} new customers every year",
            _ => $"a spend of {value} in every customer year",
        },
        UnknownName = unknown => unknown switch { SolveUnknown.Retention => "retention", SolveUnknown.Acquisition => "acquisition", _ => "the yearly spend" },
        Figure = (figure, value) => figure == TargetFigure.Sales ? $"sales of {value}" : $"{value} active customers",
        Solved = (unknown, figure, year) => $"Solved: with {unknown}, year {year} has {figure}.",
        OutOfReach = (target, unknown, figure, year) => $"Out of reach: {target} in year {year}. The most is {figure}, with {unknown}.",
        AlreadyPassed = (target, unknown, figure, year) => $"Already passed: {target} in year {year}. The least is {figure}, with {unknown}.",
        NotMonotone = (target, unknowns, year) => $"Not monotone: {target} in year {year} comes with each of {string.Join("; ", unknowns)}.",
        NoInfluence = (unknown, figure, year) => $"No influence: {figure} in year {year}, whatever {unknown} is.",
        FileNeeded = "A scenario file is expected, such as samples/scenarios/reference.toml; - is standard input.",
        UnknownScenario = (name, nearest, known) =>
            $"The file has no scenario `{name}`.{(nearest is null ? "" : $" Did you mean `{nearest}`?")} It has: {known}.",
        TwoNeeded = "--compare needs at least two scenarios in the file.",
        NotTogether = (one, other) => $"{one} and {other} cannot be combined.",
        NeedsSolve = option => $"{option} needs --solve.",
    };

    private static readonly ProjectTexts Japanese = new()
    {
        Title = "シナリオ予測",
        Compared = "シナリオの比較",
        Years = years => $"{years}年間",
        Year = "年",
        Acquired = "獲得",
        Active = "稼働顧客数",
        Sales = "年商",
        PerCustomer = "1人当たり",
        Multiple = "年商倍率",
        Against = name => $"対 {name}",
        Peaks = (active, sales) => active == sales
            ? $"稼働顧客数も年商も{active}年目が最大です。"
            : $"稼働顧客数は{active}年目、年商は{sales}年目が最大です。",
        MultipleNote = "年商倍率: その年の顧客だけによる今後5年間の売上 ÷ その年の年商。",
        Unknown = (unknown, value) => unknown switch
        {
            SolveUnknown.Retention => $"顧客維持率がどの年次も {value}",
            SolveUnknown.Acquisition => $"新規獲得が毎年 {value} 人",
            _ => $"年間LTVがどの年次も {value}",
        },
        UnknownName = unknown => unknown switch { SolveUnknown.Retention => "顧客維持率", SolveUnknown.Acquisition => "新規獲得", _ => "年間LTV" },
        Figure = (figure, value) => figure == TargetFigure.Sales ? $"年商 {value}" : $"稼働顧客数 {value} 人",
        Solved = (unknown, figure, year) => $"解あり: {unknown}なら、{year}年目は{figure}です。",
        OutOfReach = (target, unknown, figure, year) => $"届きません: {year}年目の{target}。最大でも、{unknown}のときの{figure}です。",
        AlreadyPassed = (target, unknown, figure, year) => $"すでに超えています: {year}年目の{target}。最小でも、{unknown}のときの{figure}です。",
        NotMonotone = (target, unknowns, year) => $"単調ではありません: {year}年目の{target}になるのは、{string.Join("、", unknowns)}のときです。",
        NoInfluence = (unknown, figure, year) => $"影響しません: {unknown}によらず、{year}年目は{figure}です。",
        FileNeeded = "samples/scenarios/reference.toml のようなシナリオファイルを指定してください。標準入力は - です。",
        UnknownScenario = (name, nearest, known) =>
            $"ファイルにシナリオ「{name}」はありません。{(nearest is null ? "" : $"「{nearest}」ではありませんか。")}あるのは: {known}。",
        TwoNeeded = "--compare にはシナリオが2つ以上必要です。",
        NotTogether = (one, other) => $"{one} と {other} は同時に指定できません。",
        NeedsSolve = option => $"{option} は --solve とともに指定してください。",
    };

    public required string Title { get; init; }

    public required string Compared { get; init; }

    public required Func<int, string> Years { get; init; }

    public required string Year { get; init; }

    public required string Acquired { get; init; }

    public required string Active { get; init; }

    public required string Sales { get; init; }

    public required string PerCustomer { get; init; }

    public required string Multiple { get; init; }

    public required Func<string, string> Against { get; init; }

    public required Func<int, int, string> Peaks { get; init; }

    public required string MultipleNote { get; init; }

    public required Func<SolveUnknown, string, string> Unknown { get; init; }

    public required Func<SolveUnknown, string> UnknownName { get; init; }

    public required Func<TargetFigure, string, string> Figure { get; init; }

    public required Func<string, string, int, string> Solved { get; init; }

    public required Func<string, string, string, int, string> OutOfReach { get; init; }

    public required Func<string, string, string, int, string> AlreadyPassed { get; init; }

    public required Func<string, IEnumerable<string>, int, string> NotMonotone { get; init; }

    public required Func<string, string, int, string> NoInfluence { get; init; }

    public required string FileNeeded { get; init; }

    public required Func<string, string?, string, string> UnknownScenario { get; init; }

    public required string TwoNeeded { get; init; }

    public required Func<string, string, string> NotTogether { get; init; }

    public required Func<string, string> NeedsSolve { get; init; }

    /// <summary>In the language of the other texts.</summary>
    public static ProjectTexts In(Texts texts) => texts.Language is "ja" ? Japanese : English;
}
