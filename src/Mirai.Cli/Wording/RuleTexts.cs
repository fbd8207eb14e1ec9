namespace Mirai.Cli.Wording;

/// <summary>What <c>mirai rules</c> says beside the findings, which the library words itself.</summary>
internal sealed record RuleTexts
{
    private static readonly RuleTexts English = new()
    {
        FilesNeeded = "No rule files were given; expected files, patterns such as rules/*.mirai, or - for standard input.",
        TooLarge = (file, most) => $"{file} is larger than {most:N0} KiB and cannot be a rule file.",
        NotUtf8 = file => $"{file} is not UTF-8.",
        WrongRules = errors => $"{Count(errors, "mistake")} in the rules; nothing was done.",
        NotFormatted = errors => $"{Count(errors, "mistake")}; no file was changed.",
        NotTogether = (one, other) => $"{one} and {other} cannot be combined.",
        UnknownRule = (name, nearest) => $"There is no rule `{name}`.{(nearest is null ? "" : $" Did you mean `{nearest}`?")}",
        Findings = (files, errors, warnings, advice) => $"{Count(files, "file")}: {Counts(errors, warnings, advice)}.",
        Sound = (files, rules, warnings, advice) => $"{Count(files, "file")}, {Count(rules, "rule")}: no mistakes"
            + $"{(warnings + advice == 0 ? "" : $", {Counts(0, warnings, advice)}")}.",
        WouldChange = (changed, files) => changed == 0 ? $"{Count(files, "file")}: formatted." : $"{changed} of {Count(files, "file")}: not formatted.",
        Changed = (changed, files) => changed.Count == 0
            ? $"{Count(files, "file")}: nothing to change."
            : $"{changed.Count} of {Count(files, "file")} formatted: {string.Join(", ", changed)}",
        Testing = "Testing rules",
        BackTesting = "Evaluating rules",
        Passed = "passed",
        Failed = "FAILED",
        Skipped = "skipped",
        NeverTried = "No test has brought into effect",
        WithoutTest = "Rules without a test",
        AndMore = more => $" and {more} more",
        TestsRun = (tests, passed, failed, skipped) => tests == 0
            ? "There are no tests."
            : $"{Count(tests, "test")}: {passed} passed{(failed == 0 ? "" : $", {failed} failed")}{(skipped == 0 ? "" : $", {skipped} skipped (rule disabled)")}.",
        Rule = "rule",
        Title = "title",
        Levels = "levels",
        For = "for",
        Tags = "tags",
        Parameters = "parameters",
        State = "state",
        Place = "place",
        Parts = "parts",
        Warnings = "warnings",
        PerYear = "per year",
        DaysWarning = "days warning",
        MedianDays = "median days",
        Suppressed = "suppressed",
        Undecided = "undecided",
        Remark = "remark",
        Words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["never_fires"] = "never fires", ["always_fires"] = "always fires", ["gained"] = "gained", ["lost"] = "lost", ["moved"] = "moved",
            ["warning"] = "warning", ["notice"] = "notice", ["critical"] = "critical", ["suppressed"] = "suppressed", ["undecided"] = "undecided",
            ["unless"] = "unless", ["cooldown"] = "cooldown", ["suppress"] = "suppress", ["history"] = "too little history", ["missing"] = "figure missing",
            ["needs"] = "needs not met", ["enabled"] = "enabled", ["disabled"] = "disabled",
        },
        Segment = "segment",
        Kind = "kind",
        Level = "level",
        Since = "since",
        Opened = "opened",
        Closed = "closed",
        Days = "days",
        Reason = "reason",
        Change = "change",
        LevelBefore = "level before",
        OpenedBefore = "opened before",
        ClosedBefore = "closed before",
        Value = "value",
    };

    private static readonly RuleTexts Japanese = new()
    {
        FilesNeeded = "ルールのファイルがありません。ファイル、rules/*.mirai のようなパターン、または標準入力の - を指定してください。",
        TooLarge = (file, most) => $"{file} は {most:N0} KiB を超えています。ルールのファイルではありません。",
        NotUtf8 = file => $"{file} は UTF-8 ではありません。",
        WrongRules = errors => $"ルールに誤りが{errors}件あります。何も実行していません。",
        NotFormatted = errors => $"誤りが{errors}件あります。どのファイルも変えていません。",
        NotTogether = (one, other) => $"{one} と {other} は同時に指定できません。",
        UnknownRule = (name, nearest) => $"ルール「{name}」はありません。{(nearest is null ? "" : $"「{nearest}」ではありませんか。")}",
        Findings = (files, errors, warnings, advice) => $"{files}ファイル: 誤り{errors}件、警告{warnings}件、助言{advice}件。",
        Sound = (files, rules, warnings, advice) => $"{files}ファイル、{rules}ルール: 誤りはありません{(warnings + advice == 0 ? "" : $"(警告{warnings}件、助言{advice}件)")}。",
        WouldChange = (changed, files) => changed == 0 ? $"{files}ファイル: 整形済みです。" : $"{files}ファイルのうち{changed}件が整形されていません。",
        Changed = (changed, files) => changed.Count == 0
            ? $"{files}ファイル: 変更はありません。"
            : $"{files}ファイルのうち{changed.Count}件を整形しました: {string.Join("、", changed)}",
        Testing = "ルールのテスト",
        BackTesting = "ルールの評価",
        Passed = "合格",
        Failed = "不合格",
        Skipped = "省略",
        NeverTried = "どのテストでも働かなかった節",
        WithoutTest = "テストのないルール",
        AndMore = more => $" ほか{more}件",
        TestsRun = (tests, passed, failed, skipped) => tests == 0
            ? "テストがありません。"
            : $"テスト{tests}件: 合格{passed}件{(failed == 0 ? "" : $"、不合格{failed}件")}{(skipped == 0 ? "" : $"、省略{skipped}件(ルールは無効)")}。",
        Rule = "ルール",
        Title = "題",
        Levels = "重要度",
        For = "対象",
        Tags = "タグ",
        Parameters = "パラメータ",
        State = "状態",
        Place = "場所",
        Parts = "区分数",
        Warnings = "警告数",
        PerYear = "年あたり",
        DaysWarning = "警告日数",
        MedianDays = "日数の中央値",
        Suppressed = "見送り",
        Undecided = "判定不能",
        Remark = "備考",
        Words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["never_fires"] = "一度も警告なし", ["always_fires"] = "常に警告", ["gained"] = "増えた", ["lost"] = "減った", ["moved"] = "動いた",
            ["warning"] = "警告", ["notice"] = "注意", ["critical"] = "危険", ["suppressed"] = "見送り", ["undecided"] = "判定不能",
            ["unless"] = "unless", ["cooldown"] = "cooldown", ["suppress"] = "suppress", ["history"] = "履歴不足", ["missing"] = "値なし",
            ["needs"] = "needs を満たさず", ["enabled"] = "有効", ["disabled"] = "無効",
        },
        Segment = "区分",
        Kind = "種類",
        Level = "重要度",
        Since = "起点",
        Opened = "発生",
        Closed = "終了",
        Days = "日数",
        Reason = "理由",
        Change = "変化",
        LevelBefore = "以前の重要度",
        OpenedBefore = "以前の発生",
        ClosedBefore = "以前の終了",
        Value = "値",
    };

    public required string FilesNeeded { get; init; }

    public required Func<string, int, string> TooLarge { get; init; }

    public required Func<string, string> NotUtf8 { get; init; }

    public required Func<int, string> WrongRules { get; init; }

    public required Func<int, string> NotFormatted { get; init; }

    public required Func<string, string, string> NotTogether { get; init; }

    public required Func<string, string?, string> UnknownRule { get; init; }

    /// <summary>How many files, mistakes, warnings and pieces of advice.</summary>
    public required Func<int, int, int, int, string> Findings { get; init; }

    /// <summary>How many files, rules, warnings and pieces of advice, where there is no mistake.</summary>
    public required Func<int, int, int, int, string> Sound { get; init; }

    public required Func<int, int, string> WouldChange { get; init; }

    public required Func<IReadOnlyList<string>, int, string> Changed { get; init; }

    public required string Testing { get; init; }

    public required string BackTesting { get; init; }

    public required string Passed { get; init; }

    public required string Failed { get; init; }

    public required string Skipped { get; init; }

    public required string NeverTried { get; init; }

    public required string WithoutTest { get; init; }

    public required Func<int, string> AndMore { get; init; }

    /// <summary>How many tests there are, passed, failed, were skipped.</summary>
    public required Func<int, int, int, int, string> TestsRun { get; init; }

    public required string Rule { get; init; }

    public required string Title { get; init; }

    public required string Levels { get; init; }

    public required string For { get; init; }

    public required string Tags { get; init; }

    public required string Parameters { get; init; }

    public required string State { get; init; }

    public required string Place { get; init; }

    public required string Parts { get; init; }

    public required string Warnings { get; init; }

    public required string PerYear { get; init; }

    public required string DaysWarning { get; init; }

    public required string MedianDays { get; init; }

    public required string Suppressed { get; init; }

    public required string Undecided { get; init; }

    public required string Remark { get; init; }

    /// <summary>The words of tables, by those that programs look for.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    public required string Segment { get; init; }

    public required string Kind { get; init; }

    public required string Level { get; init; }

    public required string Since { get; init; }

    public required string Opened { get; init; }

    public required string Closed { get; init; }

    public required string Days { get; init; }

    public required string Reason { get; init; }

    public required string Change { get; init; }

    public required string LevelBefore { get; init; }

    public required string OpenedBefore { get; init; }

    public required string ClosedBefore { get; init; }

    public required string Value { get; init; }

    /// <summary>The texts of a language.</summary>
    public static RuleTexts Of(Texts texts) => texts.Language is "ja" ? Japanese : English;

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static string Counts(int errors, int warnings, int advice)
    {
        var parts = new List<string>();
        if (errors > 0) parts.Add(Count(errors, "mistake"));
        if (warnings > 0) parts.Add(Count(warnings, "warning"));
        if (advice > 0) parts.Add($"{advice} {(advice == 1 ? "piece" : "pieces")} of advice");
        return string.Join(", ", parts);
    }
}
