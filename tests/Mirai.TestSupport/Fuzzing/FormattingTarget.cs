using Mirai.Rules;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Lexer, parser, rendering of findings and formatter: what is formatted can be formatted again, and does not change by it.</summary>
public sealed class FormattingTarget : IFuzzTarget
{
    private const int Rendered = 3;

    /// <inheritdoc/>
    public string Name => "parse, render and format";

    /// <inheritdoc/>
    public void Take(string text)
    {
        var isSound = RuleText.TryFormat(text, out var formatted, out var diagnostics);
        foreach (var found in diagnostics.Take(Rendered))
        {
            if (found.ToString("en").Length == 0 || found.ToString("ja").Length == 0) throw new InvalidOperationException($"{found.Code} has no text");
        }

        if (!isSound) return;
        if (!RuleText.TryFormat(formatted, out var again, out var introduced))
            throw new InvalidOperationException($"the formatted text has the error {introduced[0]}");
        if (!string.Equals(formatted, again, StringComparison.Ordinal)) throw new InvalidOperationException("formatting twice changes the text");
    }
}
