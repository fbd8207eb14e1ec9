using System.Globalization;
using System.Text;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules;

/// <summary>
/// A wrong rule text, what is said about it, and a right one. The file has one block a case: <c>=== code title</c>, a few words, then
/// <c>--- wrong</c>, <c>--- says</c> and, where there is one, <c>--- right</c>. Behind <c>wrong</c> may stand <c>, whole</c> for a text that
/// states its own version (or none), or a limit such as <c>, Nesting 3</c>.
/// </summary>
internal sealed record ErrorCase(string Code, string Title, string Words, string Option, string Wrong, string Says, string? Right)
{
    /// <summary>The wrong text with its first line.</summary>
    public string WholeWrong => Option is "whole" ? Wrong : $"mirai 1\n{Wrong}";

    /// <summary>The right text with its first line.</summary>
    public string? WholeRight => Option is "whole" || Right is null ? Right : $"mirai 1\n{Right}";

    /// <summary>The bounds under which the wrong text is read.</summary>
    public RuleLimits Limits
    {
        get
        {
            if (Option.Length == 0 || Option is "whole") return RuleLimits.Default;
            var words = Option.Split(' ');
            var number = int.Parse(words[1], CultureInfo.InvariantCulture);
            return words[0] switch
            {
                nameof(RuleLimits.SourceLength) => RuleLimits.Default with { SourceLength = number },
                nameof(RuleLimits.Nesting) => RuleLimits.Default with { Nesting = number },
                nameof(RuleLimits.NodesPerExpression) => RuleLimits.Default with { NodesPerExpression = number },
                nameof(RuleLimits.NodesPerRule) => RuleLimits.Default with { NodesPerRule = number },
                nameof(RuleLimits.Rules) => RuleLimits.Default with { Rules = number },
                nameof(RuleLimits.TotalSourceLength) => RuleLimits.Default with { TotalSourceLength = number },
                nameof(RuleLimits.Diagnostics) => RuleLimits.Default with { Diagnostics = number },
                _ => throw new FormatException($"`{words[0]}` is not a limit that a case can set"),
            };
        }
    }

    /// <summary>The cases of a file's text.</summary>
    public static IReadOnlyList<ErrorCase> Read(string text)
    {
        var cases = text.Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return cases.Count > 0 ? cases : throw new FormatException("The file holds no case.");
    }

    /// <summary>The file's text of cases.</summary>
    public static string Written(IEnumerable<ErrorCase> cases)
    {
        var text = new StringBuilder();
        foreach (var one in cases)
        {
            if (text.Length > 0) text.Append('\n');
            var option = one.Option.Length > 0 ? $", {one.Option}" : "";
            text.Append($"=== {one.Code} {one.Title}\n{one.Words}--- wrong{option}\n{one.Wrong}--- says\n{one.Says}");
            if (one.Right is not null) text.Append($"--- right\n{one.Right}");
        }

        return text.ToString();
    }

    private static ErrorCase One(string block)
    {
        var sections = block.ReplaceLineEndings("\n").Split("\n--- ");
        var head = sections[0].Split('\n', 2);
        var (code, title) = (head[0].Split(' ', 2)[0], head[0].Split(' ', 2)[1]);
        var parts = sections.Skip(1).Select(section => section.Split('\n', 2)).ToDictionary(
            section => section[0].Split(", ")[0],
            section => (Option: string.Join("", section[0].Split(", ").Skip(1)), Text: Trimmed(section[1])),
            StringComparer.Ordinal);
        var wrong = parts["wrong"];
        return new ErrorCase(
            code, title, head.Length > 1 ? Trimmed(head[1]) : "", wrong.Option, wrong.Text,
            parts.TryGetValue("says", out var says) ? says.Text : "", parts.TryGetValue("right", out var right) ? right.Text : null);
    }

    private static string Trimmed(string text) => text.Trim('\n').Length == 0 ? "" : text.Trim('\n') + "\n";
}
