namespace Mirai.Rules.Binding;

/// <summary>The functions of conditions and of other rules.</summary>
internal static class ConditionFunctions
{
    /// <summary>The functions in the order of the docs.</summary>
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new("streak", [new("c", ParameterKind.Condition)])
        {
            English = "For how many days c has been true without a break.",
            Japanese = "条件 c が途切れずに真である日数。",
            ResultType = _ => new ValueType(ValueKind.Duration),
        },
        new("days_since", [new("c", ParameterKind.Condition)])
        {
            English = "How many days ago c was last true; missing where it never was.",
            Japanese = "条件 c が最後に真だった日からの日数。一度もなければ欠損。",
            ResultType = _ => new ValueType(ValueKind.Duration),
        },
        new("count_days", [new("c", ParameterKind.Condition), WindowFunctions.WindowOf("w")])
        {
            English = "On how many days of the window c was true.",
            Japanese = "期間のうち条件 c が真だった日数。",
            ResultType = _ => new ValueType(ValueKind.Duration),
        },
        new(Firing, [new("rule", ParameterKind.Rule)])
        {
            English = "True while that rule warns: for the same segment where it has the same dimensions, for the whole where it runs overall, else for any of its segments.",
            Japanese = "そのルールが警告中なら真。同じ区分で見るルールは同じ区分、全体で見るルールは全体、それ以外はいずれかの区分で。",
            ResultType = _ => new ValueType(ValueKind.Condition),
        },
    ];

    /// <summary>The name of the function that refers to another rule.</summary>
    public const string Firing = "firing";
}
