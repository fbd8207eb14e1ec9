namespace Mirai.Rules;

/// <summary>A rule of a set as lists and forms show it.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Titles">The titles by language, placeholders as written; the language <c>""</c> where one text serves all.</param>
/// <param name="Docs">What the rule's author says about it, by language.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Owner">Who answers for it; <see langword="null"/> where the rule does not say.</param>
/// <param name="Levels">The levels that it can have, in the order in which they are tried.</param>
/// <param name="Dimensions">The dimensions by which it runs; empty for a rule of the whole.</param>
/// <param name="IncludesOverall">Whether it runs for the whole.</param>
/// <param name="Parameters">What can be set, in order.</param>
/// <param name="Source">The name of the text that declares it.</param>
/// <param name="Line">The line of its declaration, from 1.</param>
/// <param name="Layer">The layer that declares it: 0 for the first.</param>
/// <param name="IsDisabled">Whether it is switched off.</param>
/// <param name="DisabledReasons">Why, by language.</param>
public sealed record RuleInfo(
    string Name,
    IReadOnlyDictionary<string, string> Titles,
    IReadOnlyDictionary<string, string> Docs,
    IReadOnlyList<string> Tags,
    string? Owner,
    IReadOnlyList<WarningLevel> Levels,
    IReadOnlyList<string> Dimensions,
    bool IncludesOverall,
    IReadOnlyList<RuleParameterInfo> Parameters,
    string Source,
    int Line,
    int Layer,
    bool IsDisabled,
    IReadOnlyDictionary<string, string> DisabledReasons);

/// <summary>A parameter of a rule and its value after all layers.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">The value as a rule writes it; of a table, that of <c>else</c>; <see langword="null"/> where a table has none.</param>
/// <param name="Default">The value in the declaration, likewise.</param>
/// <param name="Dimension">The dimension of a table.</param>
/// <param name="Rows">The rows of a table by segment.</param>
/// <param name="Low">The least allowed value, where there is a range.</param>
/// <param name="High">The greatest allowed value.</param>
/// <param name="Texts">What it means, by language.</param>
/// <param name="IsShared">Whether several rules share it.</param>
/// <param name="SetBy">The name of the text that set the value.</param>
public sealed record RuleParameterInfo(
    string Name,
    string? Value,
    string? Default,
    string? Dimension,
    IReadOnlyDictionary<string, string> Rows,
    string? Low,
    string? High,
    IReadOnlyDictionary<string, string> Texts,
    bool IsShared,
    string SetBy)
{
    /// <summary>The names of the texts that set the rows of a table, by segment.</summary>
    public IReadOnlyDictionary<string, string> RowsSetBy { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
