namespace Mirai.Rules.Binding;

/// <summary>The functions that hold a day against earlier days or against what the season suggests.</summary>
internal static class ComparisonFunctions
{
    private static readonly IReadOnlyList<FunctionParameter> Seasonal =
        [new("x", ParameterKind.Value), new("season", ParameterKind.Season), new("h", ParameterKind.Duration)];

    /// <summary>The functions in the order of the docs.</summary>
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new("change", [new("x", ParameterKind.Value), new("d", ParameterKind.Duration)])
        {
            English = "x against x d ago, as a relative change; missing unless the earlier value is above 0.",
            Japanese = "d 前の値に対する変化率。d 前の値が正のときだけ。",
            ResultType = _ => new ValueType(ValueKind.Percentage),
            LookBack = durations => durations[0],
        },
        new("diff", [new("x", ParameterKind.Value), new("d", ParameterKind.Duration)])
        {
            English = "x minus x d ago; in points for a percentage.",
            Japanese = "d 前の値との差。割合ではポイント。",
            ResultType = types => UnitRules.Distance(types[0]),
            LookBack = durations => durations[0],
        },
        new("zscore", [new("x", ParameterKind.Value), WindowFunctions.WindowOf("w")])
        {
            English = "How many standard deviations x lies from the mean of the w before today; missing where they do not vary.",
            Japanese = "今日より前の w の平均から、標準偏差いくつ分離れているか。変動がなければ欠損。",
            ResultType = _ => new ValueType(ValueKind.Number),
            LookBack = durations => durations[0],
        },
        new("expected", Seasonal)
        {
            English = "What the season suggests for today: `weekly`, the median of the same weekday; `yearly`, past years' level times the growth since.",
            Japanese = "季節から見込まれる今日の値。`weekly` は同じ曜日の中央値、`yearly` は過去の年の水準×その後の成長。",
            ResultType = types => types[0],
            KeepsBehaviour = true,
            LookBack = durations => durations[0] + 31,
        },
        new("gap", Seasonal)
        {
            English = "x against `expected(x, season, h)`, as a relative change.",
            Japanese = "`expected(x, season, h)` に対する変化率。",
            ResultType = _ => new ValueType(ValueKind.Percentage),
            LookBack = durations => durations[0] + 31,
        },
        new("abs", [new("x", ParameterKind.Value)])
        {
            English = "x without its sign.", Japanese = "符号を除いた値。", ResultType = types => types[0], KeepsBehaviour = true,
        },
        Pair("least", "The lesser of the values; missing where one of them is.", "小さいほうの値。どれかが欠損なら欠損。"),
        Pair("greatest", "The greater of the values; missing where one of them is.", "大きいほうの値。どれかが欠損なら欠損。"),
        new("default", [new("x", ParameterKind.Value), new("y", ParameterKind.Value) { SameAs = 0 }])
        {
            English = "x, or y where x is missing.", Japanese = "x。欠損なら y。", ResultType = Shared, KeepsBehaviour = true,
        },
        new("if", [new("c", ParameterKind.Condition), new("a", ParameterKind.Value), new("b", ParameterKind.Value) { SameAs = 1 }])
        {
            English = "a where c holds, b where it does not; missing where c is missing.",
            Japanese = "条件 c が真なら a、偽なら b。c が欠損なら欠損。",
            ResultType = types => UnitRules.Unified(types[1], types[2]) ?? types[1],
        },
        Bound("wilson_low", "The lower bound of the Wilson interval for k of n: what a small segment's rate is at least.", "n のうち k のウィルソン信頼区間の下限。"),
        Bound("wilson_high", "The upper bound of the Wilson interval for k of n: what a small segment's rate is at most.", "n のうち k のウィルソン信頼区間の上限。"),
    ];

    private static ValueType Shared(IReadOnlyList<ValueType> types) => UnitRules.Unified(types[0], types[1]) ?? types[0];

    private static RuleFunction Pair(string name, string english, string japanese) =>
        new(name, [new("x", ParameterKind.Value), new("y", ParameterKind.Value) { SameAs = 0 }])
        {
            English = english, Japanese = japanese, ResultType = Shared, KeepsBehaviour = true, IsFolded = true,
        };

    private static RuleFunction Bound(string name, string english, string japanese) =>
        new(name, [new("k", ParameterKind.Value), new("n", ParameterKind.Value) { SameAs = 0 }, new("conf", ParameterKind.Constant)])
        {
            English = english, Japanese = japanese, ResultType = _ => new ValueType(ValueKind.Percentage),
        };
}
