using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Sqlite.Tests;

/// <summary>Names and texts of others come through as they are, and do no harm.</summary>
public sealed class HostileTextTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "'); DROP TABLE run; --", "\"quoted\" 'too' `and` \\so", "\u202Eright to left\u202C\u200F",
        new string('x', 10_000), "👩‍👩‍👧‍👦🇯🇵", "]]>", "nul\0inside", "\u0001\u001B[31m\r\n\t", "%n{0}{{", "", "NULL", "none",
    ];

    private readonly TemporaryFolder _folder = new();

    private static DiagnosisReport Plain => DiagnosedCompany.Leaky.DayBefore;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_HostileTexts_ComeBackUnchanged()
    {
        var stored = Stored(Hostile(Texts));

        Assert.Equal(Texts, stored.Warnings.Select(warning => warning.Title["ja"]), StringComparer.Ordinal);
        Assert.Equal(Texts, stored.Warnings.Select(warning => warning.Message["en"]), StringComparer.Ordinal);
        Assert.Equal(Texts, stored.Warnings.Select(warning => warning.Part.Picks[0].Values[0]), StringComparer.Ordinal);
        Assert.Equal(Texts, stored.Warnings.Select(warning => warning.Causes[0].Text["en"]), StringComparer.Ordinal);
        Assert.Equal(
            Texts,
            TemporaryFolder.Query(_folder.Database, "SELECT value FROM segment_figure WHERE measure = 'retention_rate' AND segment = 'store' ORDER BY position")
                .Select(row => (string)row[0]), StringComparer.Ordinal);
        Assert.Equal(Texts.Length, TemporaryFolder.Query(_folder.Database, "SELECT * FROM figures_by_segment WHERE measure = 'retention_rate' AND segment = 'store'").Count);
    }

    /// <summary>Half a character cannot be written as UTF-8; several such names become the same, and are still several rows.</summary>
    [Fact]
    public void Save_LoneSurrogates_AreReplacedAndNothingIsLost()
    {
        string[] texts = ["\uD800", "\uDC00", "a\uD83D", "a\uD83C"];

        var stored = Stored(Hostile(texts));

        Assert.Equal(["\uFFFD", "\uFFFD", "a\uFFFD", "a\uFFFD"], stored.Warnings.Select(warning => warning.Title["ja"]), StringComparer.Ordinal);
        Assert.Equal(4, TemporaryFolder.Query(_folder.Database, "SELECT * FROM segment_figure WHERE measure = 'retention_rate' AND segment = 'store'").Count);
    }

    [Fact]
    public void Save_NumbersThatAreNone_AreMissing()
    {
        var evidence = new RuleEvidence(
            Both("e"), "x", "customers", double.PositiveInfinity, Both("-"), IsEstimated: true, new DayRange(Plain.AsOf.AddDays(-2), Plain.AsOf),
            [double.NaN, double.NegativeInfinity, 1.5]);
        var warning = Plain.Rules.Warnings[0] with { Evidence = [evidence] };

        var stored = Stored(Plain with { Rules = Plain.Rules with { Warnings = [warning] } });

        Assert.Equal(double.NaN, stored.Warnings[0].Evidence[0].Value);
        Assert.Equal([double.NaN, double.NaN, 1.5], stored.Warnings[0].Evidence[0].Series);
        Assert.Equal(3, TemporaryFolder.Query(_folder.Database, "SELECT * FROM evidence_series").Count);
    }

    private static LanguageTexts Both(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = text, ["ja"] = text });

    private static DiagnosisReport Hostile(string[] texts)
    {
        var warning = Plain.Rules.Warnings[0];
        var warnings = texts.Select(text => warning with
        {
            Title = Both(text), Message = Both(text), Tags = [text], Part = new CustomerPart([new SegmentPick("store", [text])]),
            Causes = [new RuleCause(Both(text), 0.5, Plain.AsOf, text, [CustomerPart.Whole], [])],
            Drills = [new RuleDrill(text, text, Plain.AsOf, 1, Both(text), [new DrillRow(text, 1, Both(text), 1, null, null)], 0, 0)],
        });
        var rows = texts.Select((text, i) => new SegmentAttributionRow(
            text, i, i, new Share(i, 99), new Share(i, 98), new Share(i, 97), new Share(i, 96)));
        return Plain with
        {
            Rules = Plain.Rules with { Warnings = [.. warnings] },
            Customers = Plain.Customers with { BySegment = [new SegmentAttribution(Plain.AsOf, "store", [.. rows])] },
        };
    }

    private StoredDiagnosis Stored(DiagnosisReport report)
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        database.Save(report, new RunInfo(Texts[4]));
        database.Check();
        return database.Find(report.AsOf)!;
    }
}
