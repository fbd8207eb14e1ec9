using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A name that a rule gives a meaning: a <c>let</c> or a parameter.</summary>
internal sealed class LocalName(NameSyntax syntax, RuleSource source)
{
    /// <summary>The name where it is declared.</summary>
    public NameSyntax Syntax => syntax;

    /// <summary>The text that declares it.</summary>
    public RuleSource Source => source;

    /// <summary>The expression of a <c>let</c>.</summary>
    public ExpressionSyntax? Let { get; init; }

    /// <summary>The parameter.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>Whether it is declared outside the rule.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether something refers to it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>How many names stand behind it, one behind the other; known when it is bound.</summary>
    public int Depth { get; set; }

    /// <summary>Whether it is being bound just now: to come back to it is a circle.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What it stands for, by the part of the customers in which it is used.</summary>
    public Dictionary<string, BoundNode> Bound { get; } = new(StringComparer.Ordinal);
}

/// <summary>The names of one rule, and for which parts of the customers it runs.</summary>
/// <param name="dimensions">The dimensions of <c>for each</c>.</param>
/// <param name="includesOverall">Whether it runs for all customers too.</param>
internal sealed class RuleScope(IReadOnlyList<string> dimensions, bool includesOverall)
{
    /// <summary>The dimensions of <c>for each</c>; empty for a rule that runs overall only.</summary>
    public IReadOnlyList<string> Dimensions => dimensions;

    /// <summary>Whether the rule runs for all customers.</summary>
    public bool IncludesOverall => includesOverall;

    /// <summary>Whether a dimension could not be read, so that nothing is to be said about which ones there are.</summary>
    public bool HasUnknownDimension { get; init; }

    /// <summary>The names by their compared form.</summary>
    public OrderedDictionary<string, LocalName> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The chain of names that are being bound.</summary>
    public List<LocalName> Open { get; } = [];
}

/// <summary>The part of the customers that an expression is about: the rule's own, with some dimensions replaced, or the whole.</summary>
/// <param name="IsOverall">Whether the rule's own segment does not count.</param>
/// <param name="Picks">The dimensions replaced, in order of their names.</param>
internal sealed record PartOfCustomers(bool IsOverall, IReadOnlyList<SegmentPick> Picks)
{
    /// <summary>The rule's own part.</summary>
    public static PartOfCustomers Own { get; } = new(IsOverall: false, []);

    /// <summary>A text that is the same for the same part.</summary>
    public string Key => $"{(IsOverall ? "*" : "")}{string.Join(';', Picks.Select(p => $"{p.Dimension}={string.Join('|', p.Values)}"))}";

    /// <summary>The part within this one that some picks make, which stand closer to the metric and so win.</summary>
    public PartOfCustomers Picked(IReadOnlyList<SegmentPick> inner)
    {
        var kept = Picks.Where(p => !inner.Any(i => string.Equals(i.Dimension, p.Dimension, StringComparison.Ordinal)));
        return this with { Picks = [.. kept.Concat(inner).OrderBy(p => p.Dimension, StringComparer.Ordinal)] };
    }
}

/// <summary>Where an expression stands.</summary>
/// <param name="Source">The text.</param>
/// <param name="Part">The part of the customers.</param>
/// <param name="IsText">Whether it is a placeholder, where the warning's own values are known.</param>
internal sealed record BindingPlace(RuleSource Source, PartOfCustomers Part, bool IsText = false);
