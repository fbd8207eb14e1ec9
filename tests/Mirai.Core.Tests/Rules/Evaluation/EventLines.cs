using Mirai.Rules.Evaluation;

namespace Mirai.Core.Tests.Rules.Evaluation;

/// <summary>What became of a rule as lines, in the order of the days: <c>7 opened Warning since 1</c>.</summary>
internal static class EventLines
{
    public static List<string> Of(RuleOutcome outcome)
    {
        var lines = new List<(int Day, string Text)>();
        foreach (var warning in outcome.Warnings)
        {
            lines.Add((warning.Opened, $"opened {warning.Levels[0].Level} since {warning.Since}"));
            lines.AddRange(warning.Levels.Skip(1).Select(l => (l.Day, $"escalated {l.Level}")));
            lines.AddRange(warning.Reminders.Select(d => (d, "reminded")));
            lines.AddRange(warning.Stale.Select(s => (s.From, "stale")));
            if (warning.Closed >= 0) lines.Add((warning.Closed, "closed"));
        }

        lines.AddRange(outcome.Blocked.Select(b => (b.From, $"blocked by {b.Kind.ToString().ToLowerInvariant()}")));
        return [.. lines.OrderBy(l => l.Day).ThenBy(l => l.Text.StartsWith("stale", StringComparison.Ordinal) ? 0 : 1).Select(l => $"{l.Day} {l.Text}")];
    }
}
