using System.Text;
using Mirai.Rules;
using Mirai.Rules.Binding;

namespace Mirai.Core.Tests.Rules.Binding;

/// <summary>docs/rules-functions.md: the functions, per-day values and metrics of the rule language, from the code's own tables.</summary>
internal static class FunctionPage
{
    private const string Head = """
        # Functions and metrics of the rule language

        Made from the code's own tables by a test. How windows, missing days and units work is told in the description of the language; what is said
        about wrong calls is in the [list of findings](rules-errors.md).

        """;

    private static readonly (string Name, string English, string Japanese)[] DayValues =
    [
        ("weekday", "1 = Monday to 7 = Sunday.", "曜日。月曜が 1、日曜が 7。"),
        ("month", "1 to 12.", "月。1 から 12。"),
        ("day_of_month", "1 to 31.", "日。1 から 31。"),
        ("is_holiday", "True on the holidays of the host's calendar.", "アプリケーションの暦での休日なら真。"),
        ("segment", "In texts: the segment's label.", "文章の中で: 区分の名前。"),
        ("date", "In texts: the day of the result.", "文章の中で: 結果の日。"),
        ("since", "In texts: the day on which the warning opened.", "文章の中で: 警告が始まった日。"),
        ("days", "In texts: for how many days it has been open.", "文章の中で: 警告が続いている日数。"),
    ];

    /// <summary>The page.</summary>
    public static string Text
    {
        get
        {
            var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
            page.Append("\n## Functions\n\n| function | result | gives | 内容 |\n|---|---|---|---|\n");
            foreach (var function in RuleFunctions.BuiltIn.All)
                page.Append($"| `{Signature(function)}` | {ResultOf(function)} | {function.English} | {function.Japanese} |\n");
            page.Append("\n## Values of the day\n\n| name | gives | 内容 |\n|---|---|---|\n");
            foreach (var (name, english, japanese) in DayValues) page.Append($"| `{name}` | {english} | {japanese} |\n");
            page.Append("\n## Metrics\n\nThe [catalog](measures.md) says how each is computed. A rule may use either name.\n\n| name | 名前 | unit | kind | by segment |\n|---|---|---|---|---|\n");
            foreach (var metric in RuleVocabulary.BuiltIn.Metrics)
                page.Append($"| `{metric.Name}` | {metric.JapaneseName} | {metric.Unit} | {metric.Kind.ToString().ToLowerInvariant()} | {(metric.IsSegmentable ? "yes" : "no")} |\n");
            return page.ToString();
        }
    }

    private static string Signature(RuleFunction function) => $"{function.Name}({string.Join(", ", function.Parameters.Select(Parameter))})";

    private static string Parameter(FunctionParameter parameter) => parameter.Kind == ParameterKind.ValueBy ? $"{parameter.Name} by dim" : parameter.Name;

    /// <summary>The result for a count, and for a percentage where that differs.</summary>
    private static string ResultOf(RuleFunction function)
    {
        var (count, share) = (Result(function, UnitRules.TypeOf("customers")), Result(function, UnitRules.TypeOf("%")));
        if (count.Kind != ValueKind.Quantity) return count.Kind.ToString().ToLowerInvariant();
        var ofCount = string.Equals(count.Unit, "customers", StringComparison.Ordinal) ? "of x" : "of x per day";
        return share.Kind == ValueKind.Points ? $"{ofCount}; points for a percentage" : ofCount;
    }

    private static Mirai.Rules.Binding.ValueType Result(RuleFunction function, Mirai.Rules.Binding.ValueType type) =>
        function.ResultType([.. function.Parameters.Select(_ => type)]);
}
