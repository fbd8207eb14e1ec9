using System.Text;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Diagnosis;

/// <summary>The words of the shipped rules for active periods other than a year: "last year" becomes "the period before".</summary>
/// <remarks>The rules are written in the words of a year, which is what people read. Conditions name the period by the parameter <c>period</c> and stay as they are.</remarks>
internal static class PeriodWords
{
    /// <summary>A phrase and what stands for it; a phrase that contains another comes before it.</summary>
    private static readonly (string Year, string Period)[] Phrases =
    [
        ("last year's", "the last period's"), ("those of last year", "those of the period before"), ("on last year", "on the period before"),
        ("window last year", "window a period before"), ("on the year before", "on the period before that"), ("a year before", "a period before"),
        ("a year ago's", "a period ago's"), ("a year ago", "a period ago"), ("in a year", "in a period"), ("(mean of the year", "(mean of the period"),
        ("against last year", "against the period before"), ("前年同日", "前期同日"), ("前年同期", "前期同期"), ("前年", "前期"), ("1年平均", "1期間平均"),
        ("1年間に", "1期間に"), ("1年前の", "1期間前の"),
    ];

    /// <summary>A text with its phrases of a year put in terms of a period.</summary>
    public static RuleSource InPeriods(RuleSource source)
    {
        var text = new StringBuilder(source.Text);
        foreach (var (year, period) in Phrases) text.Replace(year, period);
        return new RuleSource(source.Name, text.ToString());
    }
}
