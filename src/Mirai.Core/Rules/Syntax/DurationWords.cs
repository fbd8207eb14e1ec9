namespace Mirai.Rules.Syntax;

/// <summary>The words for units of time.</summary>
internal static class DurationWords
{
    /// <summary>The words, singular then plural by unit.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years"];

    /// <summary>The plurals.</summary>
    public static IReadOnlyList<string> Plurals { get; } = [.. All.Where(word => word.EndsWith('s'))];

    /// <summary>The unit that a word names, in half-width or full-width letters.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out DurationUnit unit)
    {
        unit = default;
        if (word.Length is < 3 or > 8) return false;
        Span<char> folded = stackalloc char[8];
        for (var i = 0; i < word.Length; i++) folded[i] = Lexer.Fold(word[i]);
        var plain = folded[..word.Length];
        if (plain[^1] == 's') plain = plain[..^1];
        (var isUnit, unit) = plain switch
        {
            "day" => (true, DurationUnit.Day),
            "week" => (true, DurationUnit.Week),
            "month" => (true, DurationUnit.Month),
            "quarter" => (true, DurationUnit.Quarter),
            "year" => (true, DurationUnit.Year),
            _ => (false, default),
        };
        return isUnit;
    }
}
