namespace Mirai.Rules.Binding;

/// <summary>The functions over a window of days that ends today.</summary>
internal static class WindowFunctions
{
    /// <summary>The functions in the order of the docs.</summary>
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        Window("avg", "The mean of the known days of the window.", "期間内の既知の日の平均。"),
        Window("median", "The median of the known days of the window.", "期間内の既知の日の中央値。"),
        Window("min", "The least of the known days of the window.", "期間内の既知の日の最小値。"),
        Window("max", "The greatest of the known days of the window.", "期間内の既知の日の最大値。"),
        new("sum", [new("x", ParameterKind.Value) { MustAddUp = true }, WindowOf("w")])
        {
            English = "The mean of the known days times the number of days of the window; of flows only.",
            Japanese = "既知の日の平均×期間の日数。日々足し上げられる数(フロー)のみ。",
            ResultType = types => types[0],
        },
        new("stdev", [new("x", ParameterKind.Value), WindowOf("w")])
        {
            English = "The sample standard deviation of the known days; in points for a percentage.",
            Japanese = "期間内の既知の日の標本標準偏差。割合ではポイント。",
            ResultType = types => UnitRules.Distance(types[0]),
        },
        new("percentile", [new("x", ParameterKind.Value), new("p", ParameterKind.Constant), WindowOf("w")])
        {
            English = "The value under which p of the known days lie, interpolated between neighbours.",
            Japanese = "既知の日のうち p がその値以下となる値(隣り合う値の間は線形補間)。",
            ResultType = types => types[0],
            KeepsBehaviour = true,
        },
        new("ewma", [new("x", ParameterKind.Value), new("h", ParameterKind.Duration)])
        {
            English = "The mean of all known days, a day's weight halving with every h of age.",
            Japanese = "過去のすべての既知の日の加重平均。h さかのぼるごとに重みが半分になる。",
            ResultType = types => types[0],
            KeepsBehaviour = true,
        },
        new("slope", [new("x", ParameterKind.Value), WindowOf("w")])
        {
            English = "The slope per day of the straight line that fits the known days best.",
            Japanese = "既知の日に最もよく合う直線の、1日あたりの傾き。",
            ResultType = types => UnitRules.PerDay(types[0]),
        },
        new("trend", [new("x", ParameterKind.Value), WindowOf("w")])
        {
            English = "That line's last value against its first, as a relative change; missing unless the first is above 0.",
            Japanese = "その直線の最初の値に対する最後の値の変化率。最初の値が正のときだけ。",
            ResultType = _ => new ValueType(ValueKind.Percentage),
        },
        new("coverage", [new("x", ParameterKind.Value), WindowOf("w")])
        {
            English = "The share of the window's days that are known.",
            Japanese = "期間の日数のうち既知の日の割合。",
            ResultType = _ => new ValueType(ValueKind.Percentage),
        },
    ];

    /// <summary>A window of days.</summary>
    public static FunctionParameter WindowOf(string name) => new(name, ParameterKind.Duration) { IsWindow = true };

    private static RuleFunction Window(string name, string english, string japanese) => new(name, [new("x", ParameterKind.Value), WindowOf("w")])
    {
        English = english, Japanese = japanese, ResultType = types => types[0], KeepsBehaviour = true,
    };
}
