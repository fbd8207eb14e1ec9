using System.Globalization;
using Mirai.Sqlite;

namespace Mirai.Cli.Wording;

/// <summary>What the history of diagnoses says.</summary>
internal sealed record HistoryTexts
{
    public required Func<string, string> Title { get; init; }

    public required string Day { get; init; }

    public required string Verdict { get; init; }

    public required string ActiveCustomers { get; init; }

    public required string Change7Days { get; init; }

    public required string Change1Year { get; init; }

    public required string RetentionRate { get; init; }

    public required string Warnings { get; init; }

    public required string FirstWarning { get; init; }

    public required string None { get; init; }

    /// <summary>How many days are shown, from when to when, and how many days in between are not stored.</summary>
    public required Func<int, DateOnly, DateOnly, int, string> Days { get; init; }

    public required string Nothing { get; init; }

    public required string NothingBetween { get; init; }

    public required string DatabaseNeeded { get; init; }

    /// <summary>A day that is not stored, and the last one that is.</summary>
    public required Func<DateOnly, DateOnly?, string> NotStored { get; init; }

    public required Func<string, string, string> NotTogether { get; init; }

    public required Func<DateOnly, string> DiagnosisOf { get; init; }

    /// <summary>By which version the day was saved, and when.</summary>
    public required Func<string?, DateTimeOffset?, string> SavedBy { get; init; }

    public required string Whole { get; init; }

    /// <summary>What is wrong with a database, and what to do; what the system said stands at the end.</summary>
    public required Func<DatabaseTrouble, string> Trouble { get; init; }

    /// <summary>The texts of a language.</summary>
    public static HistoryTexts Of(Texts texts) => texts.Language is "ja" ? Japanese : English;

    private static HistoryTexts English { get; } = new()
    {
        Title = name => $"Diagnoses in {name}",
        Day = "Day",
        Verdict = "Verdict",
        ActiveCustomers = "Active",
        Change7Days = "7 days",
        Change1Year = "1 year",
        RetentionRate = "Retention",
        Warnings = "Warnings",
        FirstWarning = "First warning",
        None = "no warning",
        Days = (days, first, last, missing) => $"{N(days)} {(days == 1 ? "day" : "days")}, {Iso(first)} to {Iso(last)}"
            + (missing == 0 ? "." : $"; {N(missing)} {(missing == 1 ? "day" : "days")} in between not stored."),
        Nothing = "No day is stored yet.",
        NothingBetween = "No day is stored between these two.",
        DatabaseNeeded = "Which database? Expected a file such as reports/mirai.db.",
        NotStored = (day, last) => $"{Iso(day)} is not stored; {(last is { } known ? $"the last stored day is {Iso(known)}" : "no day is")}.",
        NotTogether = (one, other) => $"{one} and {other} do not go together.",
        DiagnosisOf = day => $"Diagnosis of {Iso(day)}, as it was stored",
        SavedBy = (version, at) => (version, at) switch
        {
            (null, null) => "",
            (null, { } when) => $"Saved at {Utc(when)}.",
            ({ } by, null) => $"Saved by version {by}.",
            ({ } by, { } when) => $"Saved by version {by} at {Utc(when)}.",
        },
        Whole = "--format json prints the whole document.",
        Trouble = trouble => trouble switch
        {
            DatabaseTrouble.Missing => "there is no diagnosis database. `mirai run` and `mirai diagnose --out` make it.",
            DatabaseTrouble.MissingFolder => "there is no such folder.",
            DatabaseTrouble.FolderInTheWay => "this is a folder, and a database file was expected.",
            DatabaseTrouble.NotADatabase => "this file is no database.",
            DatabaseTrouble.OtherDatabase => "this is a database of another program.",
            DatabaseTrouble.NewerVersion => "a newer version of mirai wrote this database; use that version.",
            DatabaseTrouble.OlderVersion => "an older version of mirai wrote this database; `mirai run` with this version brings it up to date.",
            DatabaseTrouble.Damaged => "the database is damaged. Put a copy of it back, or move it away and run the days again.",
            DatabaseTrouble.Locked => "another program holds the database. Close that program, or try again later.",
            DatabaseTrouble.ReadOnly => "the database cannot be opened or written. Check the permissions of the file and its folder.",
            DatabaseTrouble.DiskFull => "there is no room for the database. What was stored before is unchanged; make room and try again.",
            _ => "the database cannot be used.",
        },
    };

    private static HistoryTexts Japanese { get; } = new()
    {
        Title = name => $"{name} の診断履歴",
        Day = "日付",
        Verdict = "判定",
        ActiveCustomers = "稼働顧客",
        Change7Days = "7日前比",
        Change1Year = "1年前比",
        RetentionRate = "維持率",
        Warnings = "警告数",
        FirstWarning = "最初の警告",
        None = "警告なし",
        Days = (days, first, last, missing) => $"{Iso(first)} から {Iso(last)} まで{N(days)}日分" + (missing == 0 ? "。" : $"。途中の{N(missing)}日は保存されていません。"),
        Nothing = "まだ1日も保存されていません。",
        NothingBetween = "この期間に保存された日はありません。",
        DatabaseNeeded = "データベースを指定してください。reports/mirai.db のようなファイルです。",
        NotStored = (day, last) => $"{Iso(day)} は保存されていません。{(last is { } known ? $"最後に保存された日は {Iso(known)} です" : "保存された日はありません")}。",
        NotTogether = (one, other) => $"{one} と {other} は同時に指定できません。",
        DiagnosisOf = day => $"{Iso(day)} の診断(保存された内容)",
        SavedBy = (version, at) => (version, at) switch
        {
            (null, null) => "",
            (null, { } when) => $"{Utc(when)} に保存。",
            ({ } by, null) => $"バージョン {by} が保存。",
            ({ } by, { } when) => $"バージョン {by} が {Utc(when)} に保存。",
        },
        Whole = "--format json で全文を出力します。",
        Trouble = trouble => trouble switch
        {
            DatabaseTrouble.Missing => "診断データベースがありません。`mirai run` または `mirai diagnose --out` が作ります。",
            DatabaseTrouble.MissingFolder => "フォルダがありません。",
            DatabaseTrouble.FolderInTheWay => "フォルダです。データベースのファイルを指定してください。",
            DatabaseTrouble.NotADatabase => "データベースではありません。",
            DatabaseTrouble.OtherDatabase => "ほかのプログラムのデータベースです。",
            DatabaseTrouble.NewerVersion => "より新しい mirai のデータベースです。そのバージョンを使ってください。",
            DatabaseTrouble.OlderVersion => "古い mirai のデータベースです。このバージョンの `mirai run` で更新されます。",
            DatabaseTrouble.Damaged => "データベースが壊れています。控えを戻すか、別の場所へ移して診断をやり直してください。",
            DatabaseTrouble.Locked => "ほかのプログラムがデータベースを使っています。終了させるか、後でやり直してください。",
            DatabaseTrouble.ReadOnly => "データベースを開けないか、書き込めません。ファイルとフォルダの権限を確かめてください。",
            DatabaseTrouble.DiskFull => "ディスクに空きがありません。保存済みの内容はそのままです。空きを作ってやり直してください。",
            _ => "データベースを使えません。",
        },
    };

    /// <summary>A message for people about a database.</summary>
    public string Message(DiagnosisDatabaseException exception) =>
        $"{exception.Path}: {Trouble(exception.Trouble)}{(exception.Detail.Length == 0 ? "" : $" ({exception.Detail})")}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
