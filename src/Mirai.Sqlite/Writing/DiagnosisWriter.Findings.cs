using System.Text.Json;
using Mirai.Rules;
using Mirai.Sqlite.Storage;

namespace Mirai.Sqlite.Writing;

/// <content>What the rules say.</content>
internal sealed partial class DiagnosisWriter
{
    private void Findings()
    {
        using var writer = new FindingWriter(file, report.AsOf);
        var findings = report.Rules;
        foreach (var (kind, results) in new[]
        {
            ("warning", findings.Warnings), ("closed", findings.Closed), ("suppressed", findings.Suppressed), ("undecided", findings.Undecided),
        })
        {
            foreach (var (at, result) in results.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Write(kind, at + 1, result);
            }
        }
    }
}
