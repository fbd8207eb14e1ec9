namespace Mirai.Rules;

/// <summary>A part of the customers that a rule is evaluated for: all of them, or those with certain values of some dimensions.</summary>
/// <remarks>Two parts are equal when the same values of the same dimensions are picked, in whatever order.</remarks>
public sealed class CustomerPart : IEquatable<CustomerPart>
{
    private readonly string _key;
    private readonly int _hash;

    /// <summary>The customers with the values of every pick; all customers for no pick.</summary>
    /// <exception cref="ArgumentException">A dimension is picked twice, or a pick has no value.</exception>
    public CustomerPart(IEnumerable<SegmentPick> picks)
    {
        ArgumentNullException.ThrowIfNull(picks);
        SegmentPick[] sorted = [.. picks.Select(Normal).OrderBy(p => p.Dimension, StringComparer.Ordinal)];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Values.Count == 0) throw new ArgumentException($"No value of `{sorted[i].Dimension}` is picked.", nameof(picks));
            if (i == 0 || !string.Equals(sorted[i].Dimension, sorted[i - 1].Dimension, StringComparison.Ordinal)) continue;
            throw new ArgumentException($"Dimension `{sorted[i].Dimension}` is picked twice.", nameof(picks));
        }

        Picks = sorted;
        _key = string.Join('\u0001', sorted.Select(p => $"{p.Dimension}\u0002{string.Join('\u0003', p.Values)}"));
        _hash = StringComparer.Ordinal.GetHashCode(_key);
    }

    /// <summary>All customers.</summary>
    public static CustomerPart Whole { get; } = new([]);

    /// <summary>The picks, in ordinal order of their dimensions.</summary>
    public IReadOnlyList<SegmentPick> Picks { get; }

    /// <summary>Whether these are all customers.</summary>
    public bool IsWhole => Picks.Count == 0;

    /// <summary>The values for people: <c>New</c>, <c>Gold / Ginza</c>; 全体 or All customers for the whole.</summary>
    /// <param name="language"><c>ja</c> or another language, which is taken as English.</param>
    public string Label(string language)
    {
        var isJapanese = string.Equals(language, "ja", StringComparison.Ordinal);
        if (IsWhole) return isJapanese ? "全体" : "All customers";
        return string.Join(" / ", Picks.Select(p => string.Join(isJapanese ? "・" : ", ", p.Values.Select(v => Shown(v, isJapanese)))));
    }

    /// <inheritdoc/>
    public bool Equals(CustomerPart? other) => other is not null && string.Equals(_key, other._key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CustomerPart);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>As a selector of the rule language: <c>rank: New | Bronze, store: Ginza</c>; empty for the whole.</summary>
    public override string ToString() => string.Join(", ", Picks.Select(p => $"{p.Dimension}: {string.Join(" | ", p.Values)}"));

    /// <summary>This part with some dimensions picked otherwise.</summary>
    internal CustomerPart With(IReadOnlyList<SegmentPick> picks)
    {
        if (picks.Count == 0) return this;
        return new CustomerPart(Picks.Where(p => !picks.Any(q => string.Equals(p.Dimension, q.Dimension, StringComparison.Ordinal))).Concat(picks));
    }

    /// <summary>This part with only the dimensions named.</summary>
    internal CustomerPart Only(IReadOnlyList<string> dimensions)
    {
        if (Picks.Count == dimensions.Count) return this;
        return dimensions.Count == 0 ? Whole : new CustomerPart(Picks.Where(p => dimensions.Contains(p.Dimension, StringComparer.Ordinal)));
    }

    /// <summary>Whether every dimension that another part picks is picked here with nothing but values of it.</summary>
    internal bool LiesWithin(CustomerPart other) => other.Picks.All(theirs =>
        Picks.FirstOrDefault(p => string.Equals(p.Dimension, theirs.Dimension, StringComparison.Ordinal)) is { } ours
        && ours.Values.All(v => theirs.Values.Contains(v, StringComparer.Ordinal)));

    private static SegmentPick Normal(SegmentPick pick) => pick.Values.Count == 1
        ? pick
        : pick with { Values = [.. pick.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    private static string Shown(string value, bool isJapanese) =>
        isJapanese && string.Equals(value, "none", StringComparison.Ordinal) ? "なし" : value;
}
