using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Html.Tests;

/// <summary>The sample diagnosis with hostile texts wherever somebody else's text can stand.</summary>
internal static class HostileReports
{
    /// <summary>Texts that would run, break the page or spoil what stands around them if they were not taken as text.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>window.broken = 1</script>", "<img src=x onerror=\"window.broken = 2\">", "</script><script>window.broken = 3</script>", "\" onmouseover=\"window.broken = 4\" x=\"",
        "' onfocus='window.broken = 5' autofocus='", "=cmd|' /C calc'!A0", "]]><svg onload=window.broken=6>", "<!-- <style>*{display:none}</style>", "javascript:window.broken=7",
        "\u202Eright to left\u200F", "NUL \0 bell \a escape \u001B delete \u007F", "half a pair \uD83D and \uDE00", "\u2028line\u2029paragraph", "&lt;b&gt; &amp;amp; {0} {1} ${x}", "😀👩‍👩‍👧‍👦 日本語 العربية",
        new string('w', 10_000),
    ];

    /// <summary>Such a diagnosis.</summary>
    public static DiagnosisReport Report { get; } = Spoil(SampleReports.Leaky);

    private static DiagnosisReport Spoil(DiagnosisReport report)
    {
        var place = 0;
        string Text() => Texts[place++ % Texts.Count];
        LanguageTexts Both() => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = Text(), ["ja"] = Text() });
        RuleCause Cause(RuleCause cause) => cause with { Text = Both(), Causes = [.. cause.Causes.Select(Cause)] };
        RuleResult Result(RuleResult result) => result with
        {
            Title = Both(), Message = Both(), Causes = [.. result.Causes.Select(Cause)],
            Part = new CustomerPart([new SegmentPick(Text() + place, [Text(), Text()])]),
            Evidence = [.. result.Evidence.Select(evidence => evidence with { Label = Both(), Text = Both(), Unit = Text() })],
            Drills = [.. result.Drills.Select(drill => drill with { Dimension = Text(), Rows = [.. drill.Rows.Select(row => row with { Segment = Text(), Text = Both() })] })],
        };
        var warnings = Enumerable.Repeat(report.Rules.Warnings, 8).SelectMany(all => all).Select(Result).ToList();
        var errors = RuleTexts.Layer(RuleSet.Empty, [.. Texts.Where(text => text.Length < 1000).Select(text => new RuleSource(text, text))]).Errors;
        return report with
        {
            Rules = report.Rules with
            {
                Warnings = warnings,
                Closed = [.. Texts.Select(_ => Result(report.Rules.Warnings[0]))],
                Undecided = [.. report.Rules.Undecided.Select(Result)],
                Disabled = [.. Texts.Select(text => new DisabledRule(text, Both(), Both()))],
                Errors = errors,
            },
            Customers = report.Customers with
            {
                BySegment = [.. report.Customers.BySegment.Select(segment => segment with { SegmentId = Text(), Rows = [.. segment.Rows.Select(row => row with { Value = Text() })] })],
            },
            Settings = report.Settings with
            {
                Currency = new Currency("<b>$</b>", 2), Segments = Texts, Rules = [.. Texts.Select(text => new RuleTextInfo(text, text, IsUsed: true))],
            },
            Data = report.Data with
            {
                Ingest = new IngestReport(
                    3, 1, new Dictionary<IngestIssueKind, long> { [IngestIssueKind.UnreadableDay] = 2 },
                    [.. Texts.Select(text => new IngestIssue(IngestIssueKind.UnreadableDay, text, 2, text, text, IngestRemark.Plain(text)))], [.. Texts.Select(IngestRemark.Plain)]),
            },
        };
    }
}
