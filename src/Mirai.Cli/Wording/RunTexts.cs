using System.Globalization;

namespace Mirai.Cli.Wording;

/// <summary>What the daily run says, in both languages.</summary>
internal sealed record RunTexts
{
    /// <summary>In English.</summary>
    public static RunTexts English { get; } = new()
    {
        ConfigurationNeeded = "A configuration file is needed; `mirai run --init` writes one.",
        InTheWay = file => $"{file} is already there, and nothing was written. Give another name, or remove it first.",
        InitWritten = file => $"Written: {file}. It works on the sample files (`mirai sample --out samples`); change [input] to your own, then: mirai run {file}",
        AnotherRun = folder => $"Another run is writing into {folder}. This one did nothing.",
        CannotRemove = text => $"An old file could not be removed: {text}",
        ToldUnreadable = file => $"{file} cannot be understood; all open warnings are told again.",
        Diagnosing = (day, number, count) => count == 1 ? $"Diagnosing {day:yyyy-MM-dd}" : $"Diagnosing {day:yyyy-MM-dd} ({N(number)} of {N(count)})",
        CaughtUp = (days, first) => $"{Count(days, "missed day")} from {first:yyyy-MM-dd} on {(days == 1 ? "was" : "were")} made up for.",
        LeftOut = (days, first, limit) => $"{Count(days, "missed day")} from {first:yyyy-MM-dd} on {(days == 1 ? "is" : "are")} left out: catch_up is {N(limit)}.",
        DatabaseAhead = (stored, last) => $"The database has {stored:yyyy-MM-dd}, and the data ends on {last:yyyy-MM-dd}: is the export whole?",
        DayNotObserved = (day, first, last) => $"{day:yyyy-MM-dd} lies outside the observed days {first:yyyy-MM-dd}..{last:yyyy-MM-dd}.",
        Written = file => $"Written: {file}",
        RuleErrors = count => $"{Count(count, "error")} in rule files; these files were not used:",
        AlertNotStarted = (command, text) => $"on_warning: `{command}` could not be started: {text}",
        AlertTooSlow = seconds => $"on_warning: the program took longer than {Count(seconds, "second")} and was ended.",
        AlertFailed = code => string.Create(CultureInfo.InvariantCulture, $"on_warning: the program ended with exit code {code}."),
        AlertAgain = "The next run hands it these warnings again.",
        AlertSaid = "on_warning said:",
        New = "new",
        NewWarnings = (count, isTold) => count == 0 ? "no new warning" : Count(count, "new warning") + (isTold ? ", handed to on_warning" : ""),
        Open = count => count == 0 ? "No warning is open" : $"{Count(count, "open warning")}",
        More = count => $"... and {N(count)} more",
        Files = "Files",
        In = (horizon, figure, low, high) => $"{horizon} {figure} ({low} - {high})",
    };

    /// <summary>In Japanese.</summary>
    public static RunTexts Japanese { get; } = new()
    {
        ConfigurationNeeded = "設定ファイルを指定してください。「mirai run --init」で作れます。",
        InTheWay = file => $"{file} はすでにあります。何も書きませんでした。別の名前を指定するか、先に移動または削除してください。",
        InitWritten = file => $"書き出しました: {file}。サンプル(mirai sample --out samples)でそのまま動きます。[input] を自社のファイルに変えて、mirai run {file} で実行してください。",
        AnotherRun = folder => $"{folder} には別の実行が書き込み中です。何もしませんでした。",
        CannotRemove = text => $"古いファイルを消せませんでした: {text}",
        ToldUnreadable = file => $"{file} を読めません。すべての警告を改めて知らせます。",
        Diagnosing = (day, number, count) => count == 1 ? $"診断中 {day:yyyy-MM-dd}" : $"診断中 {day:yyyy-MM-dd}({N(number)}/{N(count)})",
        CaughtUp = (days, first) => $"{first:yyyy-MM-dd} から、実行しなかった{N(days)}日分を補いました。",
        LeftOut = (days, first, limit) => $"{first:yyyy-MM-dd} から、実行しなかった{N(days)}日分は補いませんでした(catch_up は{N(limit)}日)。",
        DatabaseAhead = (stored, last) => $"データベースには {stored:yyyy-MM-dd} がありますが、データは {last:yyyy-MM-dd} までです。出力に漏れはありませんか。",
        DayNotObserved = (day, first, last) => $"{day:yyyy-MM-dd} は観測期間 {first:yyyy-MM-dd}..{last:yyyy-MM-dd} の外です。",
        Written = file => $"書き出しました: {file}",
        RuleErrors = count => $"ルールファイルに誤りが{N(count)}件あります。このファイルは使っていません:",
        AlertNotStarted = (command, text) => $"on_warning: 「{command}」を起動できません: {text}",
        AlertTooSlow = seconds => $"on_warning: {N(seconds)}秒を過ぎたため、プログラムを終わらせました。",
        AlertFailed = code => string.Create(CultureInfo.InvariantCulture, $"on_warning: プログラムが終了コード {code} で終わりました。"),
        AlertAgain = "これらの警告は次の実行で改めて渡します。",
        AlertSaid = "on_warning の出力:",
        New = "新着",
        NewWarnings = (count, isTold) => count == 0 ? "新しい警告はありません" : $"新しい警告{N(count)}件{(isTold ? "(on_warning に渡しました)" : "")}",
        Open = count => count == 0 ? "警告はありません" : $"警告{N(count)}件",
        More = count => $"ほか{N(count)}件",
        Files = "ファイル",
        In = (horizon, figure, low, high) => $"{horizon} {figure}({low}~{high})",
    };

    public required string ConfigurationNeeded { get; init; }

    public required Func<string, string> InTheWay { get; init; }

    public required Func<string, string> InitWritten { get; init; }

    public required Func<string, string> AnotherRun { get; init; }

    public required Func<string, string> CannotRemove { get; init; }

    public required Func<string, string> ToldUnreadable { get; init; }

    /// <summary>A day is diagnosed, the so-manieth of so many.</summary>
    public required Func<DateOnly, int, int, string> Diagnosing { get; init; }

    public required Func<int, DateOnly, string> CaughtUp { get; init; }

    public required Func<int, DateOnly, int, string> LeftOut { get; init; }

    public required Func<DateOnly, DateOnly, string> DatabaseAhead { get; init; }

    public required Func<DateOnly, DateOnly, DateOnly, string> DayNotObserved { get; init; }

    public required Func<string, string> Written { get; init; }

    public required Func<int, string> RuleErrors { get; init; }

    public required Func<string, string, string> AlertNotStarted { get; init; }

    public required Func<int, string> AlertTooSlow { get; init; }

    public required Func<int, string> AlertFailed { get; init; }

    public required string AlertAgain { get; init; }

    public required string AlertSaid { get; init; }

    public required string New { get; init; }

    /// <summary>How many warnings are new, and whether a program was told.</summary>
    public required Func<int, bool, string> NewWarnings { get; init; }

    public required Func<int, string> Open { get; init; }

    public required Func<int, string> More { get; init; }

    public required string Files { get; init; }

    /// <summary>A forecast: how far ahead, the figure, and its band.</summary>
    public required Func<string, string, string, string, string> In { get; init; }

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count, string word) => $"{N(count)} {word}{(count == 1 ? "" : "s")}";
}
