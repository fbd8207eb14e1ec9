using System.Globalization;
using Mirai.Cli.Commands;
using Mirai.Csv;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Cli.Input;

/// <summary>Says which rows could not be used: always, whether or not the tool is told to be quiet.</summary>
internal static class BadRowSummary
{
    private const int MostContradictions = 5;

    /// <summary>By kind: how many, the first line numbers, and the first of them in full.</summary>
    public static void Write(CommandRun run, IngestReport report)
    {
        foreach (var line in Lines(run, report)) run.Terminal.Error.WriteLine(line);
    }

    /// <summary>The summary in lines; none where all rows could be used.</summary>
    public static IEnumerable<string> Lines(CommandRun run, IngestReport report)
    {
        if (report.BadRowCount == 0) yield break;
        var texts = run.Texts.Messages;
        yield return texts.BadRows(report.BadRowCount, report.RowsRead);
        foreach (var (kind, count) in report.BadRows.OrderBy(pair => pair.Key))
        {
            var samples = report.Samples.Where(issue => issue.Kind == kind).ToList();
            yield return texts.BadRowsOfKind(texts.IssueKinds[kind], count, Places(run, samples, count));
            if (samples.Count > 0) yield return "    " + samples[0].ToString(run.Texts.Language);
        }
    }

    /// <summary>Where the attributes of a customer say different things.</summary>
    public static void WriteContradictions(CommandRun run, IReadOnlyList<AttributeContradiction> contradictions)
    {
        foreach (var contradiction in contradictions.Take(MostContradictions))
            run.Terminal.Error.WriteLine(run.Texts.Messages.Contradiction(CsvRemarks.Contradiction(contradiction).ToString(run.Texts.Language)));
        if (contradictions.Count > MostContradictions)
            run.Terminal.Error.WriteLine(run.Texts.Messages.FurtherContradictions(contradictions.Count - MostContradictions));
    }

    private static string Places(CommandRun run, List<IngestIssue> samples, long count)
    {
        var isOneFile = samples.Select(issue => issue.Source).Distinct(StringComparer.Ordinal).Count() <= 1;
        var places = samples.ConvertAll(issue => isOneFile
            ? issue.LineNumber.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{issue.Source}:{issue.LineNumber}"));
        if (count > places.Count) places.Add(run.Texts.Messages.FurtherBadRows(count - places.Count));
        return string.Join(", ", places);
    }
}
