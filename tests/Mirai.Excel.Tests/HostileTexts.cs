using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Excel.Tests;

/// <summary>Texts that somebody might give to a store, a segment or a rule, and a report full of them.</summary>
internal static class HostileTexts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "<script>alert(1)</script>", "\"quoted\" 'twice'", "]]>", "&amp;&lt;", "a\0b\u0001\u001F\u007F",
        "\uD800 lone", "lone \uDC00", "\uFFFE\uFFFF", "\u202Eright to left\u202C", "👩‍👩‍👧‍👦🇯🇵", "_x000D_ _x0041_", "line\r\nline\rline\nline", "", "   ",
        new string('あ', 10_000), new string('x', 40_000), string.Concat(Enumerable.Repeat("😀", 20_000)), string.Concat(Enumerable.Repeat("\n", 500)),
    ];

    /// <summary>The report with hostile texts in every place that somebody else fills.</summary>
    public static DiagnosisReport Spoil(DiagnosisReport report)
    {
        var warnings = new List<RuleResult>();
        foreach (var text in All)
        {
            foreach (var warning in report.Rules.Warnings.Take(1)) warnings.Add(Spoil(warning, text));
        }

        var segment = new SegmentAttribution(
            report.AsOf, "=HYPERLINK(\"http://example.com\")",
            [.. All.Select(text => report.Customers.BySegment[0].Rows[0] with { Value = text })]);
        return report with
        {
            Customers = report.Customers with { BySegment = [segment] },
            Rules = report.Rules with
            {
                Warnings = warnings,
                Undecided = [.. report.Rules.Undecided.Zip(All, Spoil)],
                Disabled = [.. All.Select(text => new DisabledRule(text, Texts(text), Texts(text)))],
            },
            Settings = report.Settings with { Rules = [.. All.Select(text => new RuleTextInfo(text, text, false))], Segments = All },
        };
    }

    private static LanguageTexts Texts(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = text, ["ja"] = text });

    private static RuleResult Spoil(RuleResult result, string text) => result with
    {
        RuleId = text,
        Part = new CustomerPart([new SegmentPick(text, [text])]),
        Title = Texts(text),
        Message = Texts(text),
        Evidence = [.. result.Evidence.Select(evidence => evidence with { Label = Texts(text), Unit = text })],
        Causes = [new RuleCause(Texts(text), 0.5, result.Day, text, [], [new RuleCause(Texts(text), double.NaN, result.Day, null, [], [])])],
        Drills = [new RuleDrill(text, text, result.Day, 1, Texts(text), [new DrillRow(text, 1, Texts(text), double.PositiveInfinity, null, null)], 3, 0)],
        Undecided = result.Undecided is { } why ? why with { Text = Texts(text) } : null,
    };
}
