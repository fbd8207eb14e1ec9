namespace Mirai.Rules.Testing;

/// <summary>The texts of tests that fail, in English and Japanese.</summary>
internal static class TestTexts
{
    /// <summary>English, by key.</summary>
    public static IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MR6101"] = "expected `{0}`, got {1}",
        ["MR6102"] = "nothing in the test expects {0}",
        ["MR6102.help"] = "add `expect {0}` if it is right",
        ["MR6103"] = "on day {0} the rule says `{1}` when the days after it are cut off, and `{2}` when they are there",
        ["MR6103.help"] = "a function of the host application looks at days that lie ahead",
        ["test.nothing"] = "nothing",
        ["test.no.warning"] = "no warning",
        ["test.decided"] = "`{0}` on day {1}",
        ["test.stays"] = "a warning that stays open from day {0}",
        ["test.undecided"] = "the rule was not decided on {0}: {1}",
        ["test.blocked"] = "kept from opening on day {0} by {1}",
        ["test.block.unless"] = "`unless`",
        ["test.block.cooldown"] = "`cooldown`",
        ["test.block.period"] = "`suppress`",
        ["test.day"] = "day {0}",
        ["test.days"] = "days {0} to {1}",
        ["undecided.notenoughhistory"] = "not enough history",
        ["undecided.missinginput"] = "a figure is missing",
        ["undecided.needsnotmet"] = "`needs` does not hold",
        ["state.quiet"] = "no warning",
        ["state.closed"] = "closed",
        ["state.suppressed"] = "kept from opening",
        ["state.undecided"] = "not decided",
        ["state.notice"] = "notice",
        ["state.warning"] = "warning",
        ["state.critical"] = "critical",
    };

    /// <summary>Japanese, by key.</summary>
    public static IReadOnlyDictionary<string, string> Japanese { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MR6101"] = "期待は `{0}`、結果は {1} です",
        ["MR6102"] = "{0} を期待する行がテストにありません",
        ["MR6102.help"] = "正しければ `expect {0}` を加えてください",
        ["MR6103"] = "day {0} のルールの答えが、その後の日を除くと「{1}」、残すと「{2}」です",
        ["MR6103.help"] = "ホストアプリケーションの関数が先の日を見ています",
        ["test.nothing"] = "何もなし",
        ["test.no.warning"] = "警告なし",
        ["test.decided"] = "day {1} に「{0}」",
        ["test.stays"] = "day {0} から開いたままの警告",
        ["test.undecided"] = "{0}は判定できていません: {1}",
        ["test.blocked"] = "day {0} に {1} により見送られています",
        ["test.block.unless"] = "`unless`",
        ["test.block.cooldown"] = "`cooldown`",
        ["test.block.period"] = "`suppress`",
        ["test.day"] = "day {0} ",
        ["test.days"] = "day {0}〜{1} ",
        ["undecided.notenoughhistory"] = "履歴が足りません",
        ["undecided.missinginput"] = "値がありません",
        ["undecided.needsnotmet"] = "`needs` が成り立ちません",
        ["state.quiet"] = "警告なし",
        ["state.closed"] = "終了",
        ["state.suppressed"] = "見送り",
        ["state.undecided"] = "判定不能",
        ["state.notice"] = "notice",
        ["state.warning"] = "warning",
        ["state.critical"] = "critical",
    };
}
