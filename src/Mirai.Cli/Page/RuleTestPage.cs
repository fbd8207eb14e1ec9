using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Rules;

namespace Mirai.Cli.Page;

/// <summary>What the tests of rules said: a line a test, failures with their lines, and what no test has tried.</summary>
internal static class RuleTestPage
{
    private const int MostRules = 20;

    /// <summary>The page.</summary>
    public static Block Of(RuleTestReport report, PageSetting setting)
    {
        var texts = RuleTexts.Of(setting.Texts);
        var page = new Block();
        foreach (var test in report.Tests)
        {
            var (word, tone) = test.Outcome switch
            {
                RuleTestOutcome.Passed => (texts.Passed, Tone.Good),
                RuleTestOutcome.Failed => (texts.Failed, Tone.Bad),
                _ => (texts.Skipped, Tone.Faint),
            };
            page.Add(new Line().Add(word, tone).To(10).Add(test.RuleId, Tone.Strong).Add("  " + test.Title));
            if (test.Failures.Count == 0) continue;
            foreach (var failure in test.Failures) page.Blank().Add(FindingsPage.Of(failure, setting, "    "));
            page.Blank();
        }

        if (report.Tests.Count > 0) page.Blank();
        Untested(page, report, texts, setting);
        int Count(RuleTestOutcome outcome) => report.Tests.Count(t => t.Outcome == outcome);
        var summary = texts.TestsRun(report.Tests.Count, Count(RuleTestOutcome.Passed), Count(RuleTestOutcome.Failed), Count(RuleTestOutcome.Skipped));
        return page.Add(Line.Of(summary, report.Passed ? Tone.Good : Tone.Bad));
    }

    private static void Untested(Block page, RuleTestReport report, RuleTexts texts, PageSetting setting)
    {
        if (report.Untested.Count > 0)
        {
            page.Heading(texts.NeverTried);
            foreach (var clause in report.Untested)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{clause.Source.Name}:{clause.Line}");
                page.Add(new Line().To(2).Add(place, Tone.Faint).Add("  " + string.Join(' ', clause.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            }

            page.Blank();
        }

        if (report.UntestedRules.Count == 0) return;
        var more = report.UntestedRules.Count - MostRules;
        page.Heading(texts.WithoutTest);
        page.Text(string.Join(", ", report.UntestedRules.Take(MostRules)) + (more > 0 ? texts.AndMore(more) : ""), setting.Width, "  ").Blank();
    }
}
