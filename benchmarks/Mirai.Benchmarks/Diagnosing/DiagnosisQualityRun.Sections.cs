using System.Text;
using Mirai.Rules;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <content>What the diagnosis names first, and what is said of real data.</content>
internal sealed partial class DiagnosisQualityRun
{
    /// <summary>The rules that tell a story: one of them must stand first, or be the cause of what does.</summary>
    private static readonly (SampleScenario Story, string[] Rules)[] Tellers =
    [
        (SampleScenario.Leaky, ["a2_retention_falls"]), (SampleScenario.Discount, ["b4_growth_bought", "b5_discount_acquired_leave"]),
        (SampleScenario.Mail, ["c1_too_few", "c2_too_many", "c3_concentrated", "c4_at_risk_neglected", "c5_no_difference", "c6_unprofitable"]),
    ];

    private static string FirstLines(Dictionary<SampleScenario, List<DiagnosedCompany>> companies)
    {
        var text = new StringBuilder("\n## What stands first\n\nAt the ends of quarters at which a warning of one of the story's own rules is open: whether one of them is the diagnosis's first line or in the chain of first causes under it.\n\n| story | own rules | quarters | named first | first lines |\n|---|---|---|---|---|\n");
        foreach (var (story, rules) in Tellers)
        {
            if (!companies.TryGetValue(story, out var told)) continue;
            var lines = told.SelectMany(company => LinesOf(company, rules)).ToList();
            var named = lines.Count(line => line.Any(rule => rules.Contains(rule, StringComparer.Ordinal)));
            var firsts = lines.CountBy(line => string.Join(" < ", line), StringComparer.Ordinal).OrderByDescending(line => line.Value)
                .ThenBy(line => line.Key, StringComparer.Ordinal).Take(6).Select(line => Written($"{line.Value} {line.Key}"));
            text.Append(Written($"| {story} | {string.Join(", ", rules.Select(rule => rule.Split('_')[0]))} | {lines.Count} | {(lines.Count == 0 ? 0 : 100.0 * named / lines.Count):0} % | {string.Join("; ", firsts)} |\n"));
        }

        return text.ToString();
    }

    private static IEnumerable<IReadOnlyList<string>> LinesOf(DiagnosedCompany company, string[] rules)
    {
        var own = company.Warnings.Where(w => w.Opened >= company.Options.Onset && rules.Contains(w.RuleId, StringComparer.Ordinal)).ToList();
        return company.FirstLines.Where(line => own.Exists(w => w.Opened <= line.Day && (w.Closed is not { } closed || closed > line.Day))).Select(line => line.Chain);
    }

    private static string RealSection(List<RealCompany> companies)
    {
        var text = new StringBuilder("\n## Real data\n\nActive period 90 days; every warning of the whole span, notices in parentheses, and the days open in all.\n\n");
        text.Append("| rule | " + string.Join(" | ", companies.Select(c => c.Name)) + " |\n|---|" + string.Concat(companies.Select(_ => "---|")) + "\n");
        text.Append("| days | " + string.Join(" | ", companies.Select(c => c.Days.ToString())) + " |\n");
        foreach (var rule in Rules())
        {
            var cells = companies.ConvertAll(company => CellOf([.. company.Warnings.Where(w => string.Equals(w.RuleId, rule, StringComparison.Ordinal))]));
            if (cells.Exists(cell => cell.Length > 1)) text.Append(Written($"| `{rule}` | {string.Join(" | ", cells)} |\n"));
        }

        text.Append("| verdict of the last day | " + string.Join(" | ", companies.Select(c => c.Verdict.ToString())) + " |\n");
        return text.ToString();
    }

    private static string CellOf(List<RuleEpisode> warnings)
    {
        if (warnings.Count == 0) return "-";
        var grave = warnings.Count(w => w.Severity > WarningLevel.Notice);
        var notices = warnings.Count - grave;
        var from = warnings.Min(w => w.Opened);
        return Written($"{grave}{(notices == 0 ? "" : $" (+{notices})")}, {warnings.Sum(w => w.Days)} d, from {from:yyyy-MM-dd}");
    }
}
