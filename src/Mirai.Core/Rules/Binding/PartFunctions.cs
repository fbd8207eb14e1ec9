namespace Mirai.Rules.Binding;

/// <summary>The functions of the whole and its parts.</summary>
internal static class PartFunctions
{
    /// <summary>The name of the function that leaves the rule's segment; the binder resolves it.</summary>
    public const string Overall = "overall";

    /// <summary>The name of the function that divides by the whole; the binder resolves it.</summary>
    public const string Share = "share";

    /// <summary>The functions in the order of the docs.</summary>
    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new(Overall, [new("x", ParameterKind.Value)])
        {
            English = "x for all customers, inside a rule that runs per segment.",
            Japanese = "区分ごとのルールの中で、全体での x。",
            ResultType = types => types[0],
            KeepsBehaviour = true,
        },
        new(Share, [new("x", ParameterKind.Value)])
        {
            English = "x of the segment as a share of x of the whole.",
            Japanese = "全体の x に占める、その区分の x の割合。",
            ResultType = _ => new ValueType(ValueKind.Percentage),
        },
        By("largest_share", "The largest part over the sum of the parts, over the segments of a dimension.", "指定した軸の区分のうち、最大の部分が合計に占める割合。"),
        By("concentration", "The sum of the squared shares of the parts: 1/n where all are equal, 100% where one has everything.", "区分の構成比の二乗和。均等なら 1/n、一つに集まれば 100%。"),
    ];

    private static RuleFunction By(string name, string english, string japanese) => new(name, [new("x", ParameterKind.ValueBy)])
    {
        English = english, Japanese = japanese, ResultType = _ => new ValueType(ValueKind.Percentage),
    };
}
