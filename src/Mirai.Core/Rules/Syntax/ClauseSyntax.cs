namespace Mirai.Rules.Syntax;

/// <summary>A clause of a declaration.</summary>
internal abstract record ClauseSyntax : SyntaxNode
{
    /// <summary>Where the clause's keyword stands.</summary>
    public SourceSpan KeywordSpan { get; init; }
}

/// <summary>The clauses that hold nothing but texts.</summary>
internal enum TextClauseKind
{
    /// <summary><c>title</c></summary>
    Title,

    /// <summary><c>doc</c></summary>
    Doc,

    /// <summary><c>owner</c></summary>
    Owner,

    /// <summary><c>message</c></summary>
    Message,
}

/// <summary><c>title</c>, <c>doc</c>, <c>owner</c>, <c>message</c>.</summary>
internal sealed record TextClause(TextClauseKind Kind, TextsSyntax Texts) : ClauseSyntax;

/// <summary><c>tags a, b</c>.</summary>
internal sealed record TagsClause(IReadOnlyList<NameSyntax> Tags) : ClauseSyntax;

/// <summary><c>for each d</c>, <c>for overall</c>, <c>for overall and each d</c>.</summary>
internal sealed record EachClause(bool IncludesOverall, IReadOnlyList<NameSyntax> Dimensions) : ClauseSyntax;

/// <summary>
/// <c>param name = literal in low..high</c>, or a table <c>param name by dimension = 1: 65%, else: 86%</c>. Without a value and a table, its value could
/// not be read, which is already reported.
/// </summary>
internal sealed record ParamClause(NameSyntax Name, LiteralSyntax? Value, ParamTable? Table, LiteralSyntax? Low, LiteralSyntax? High, TextsSyntax? Texts) : ClauseSyntax;

/// <summary>A parameter's values by segment; <see cref="ParamRow.Segment"/> is <see langword="null"/> for <c>else</c>.</summary>
internal sealed record ParamTable(NameSyntax Dimension, IReadOnlyList<ParamRow> Rows) : SyntaxNode;

/// <summary>A row of a parameter's table.</summary>
internal sealed record ParamRow(SegmentSyntax? Segment, LiteralSyntax Value) : SyntaxNode;

/// <summary><c>let name = expression</c>.</summary>
internal sealed record LetClause(NameSyntax Name, ExpressionSyntax Value) : ClauseSyntax;

/// <summary>The clauses that hold a condition.</summary>
internal enum ConditionClauseKind
{
    /// <summary><c>needs</c></summary>
    Needs,

    /// <summary><c>when</c></summary>
    When,

    /// <summary><c>until</c></summary>
    Until,

    /// <summary><c>unless</c></summary>
    Unless,
}

/// <summary><c>needs</c>, <c>when</c>, <c>until</c>, <c>unless</c>. Only <c>when</c> and <c>until</c> have a persistence, only the others texts.</summary>
internal sealed record ConditionClause(ConditionClauseKind Kind, ExpressionSyntax Condition, PersistSyntax? Persist, TextsSyntax? Texts) : ClauseSyntax;

/// <summary><c>for 7 days</c>; with <see cref="OutOf"/>, <c>for 5 of 7 days</c>.</summary>
/// <param name="Required">How many days the condition must hold; of a plain duration, its own length.</param>
/// <param name="OutOf">Within how many days, where it need not be all of them.</param>
internal sealed record PersistSyntax(RuleDuration Required, RuleDuration? OutOf) : SyntaxNode;

/// <summary><c>severity level [if condition]</c>. The level is <see langword="null"/> where it could not be read.</summary>
internal sealed record SeverityClause(WarningLevel? Level, ExpressionSyntax? Condition) : ClauseSyntax;

/// <summary><c>evidence x last 90 days as texts</c>.</summary>
internal sealed record EvidenceClause(ExpressionSyntax Value, DurationSyntax? Last, TextsSyntax? Texts) : ClauseSyntax;

/// <summary><c>because condition strength x within 28 days texts</c>.</summary>
internal sealed record BecauseClause(ExpressionSyntax Condition, ExpressionSyntax? Strength, DurationSyntax? Within, TextsSyntax? Texts) : ClauseSyntax;

/// <summary><c>drill x by dimensions top n</c>.</summary>
internal sealed record DrillClause(ExpressionSyntax Value, IReadOnlyList<NameSyntax> Dimensions, int? Top) : ClauseSyntax;

/// <summary><c>cooldown 14 days</c>.</summary>
internal sealed record CooldownClause(DurationSyntax Duration) : ClauseSyntax;

/// <summary><c>remind every 7 days</c>.</summary>
internal sealed record RemindClause(DurationSyntax Duration) : ClauseSyntax;

/// <summary><c>set name[selector] = literal</c>, in an override or a test.</summary>
internal sealed record SetClause(NameSyntax Name, SelectorSyntax? Selector, LiteralSyntax Value) : ClauseSyntax;

/// <summary><c>starting 2026-01-01</c>, in a test.</summary>
internal sealed record StartingClause(DateOnly Day) : ClauseSyntax;

/// <summary><c>given name[selector] = parts</c>, in a test.</summary>
internal sealed record GivenClause(NameSyntax Name, SelectorSyntax? Selector, IReadOnlyList<GivenPart> Parts) : ClauseSyntax;

/// <summary>A stretch of given days: a value held (<see cref="End"/> is <see langword="null"/>) or moving to <see cref="End"/>. A <see langword="null"/> start is <c>missing</c>.</summary>
internal sealed record GivenPart(LiteralSyntax? Start, LiteralSyntax? End, DurationSyntax? Length) : SyntaxNode;

/// <summary>What a test expects.</summary>
internal enum OutcomeKind
{
    /// <summary>No warning opens.</summary>
    Nothing,

    /// <summary>It cannot be known whether there is a warning.</summary>
    Undecided,

    /// <summary>A warning of a level opens or rises to it.</summary>
    Level,

    /// <summary>The warning closes.</summary>
    Closed,

    /// <summary>A cause is named.</summary>
    Cause,

    /// <summary>The message contains a text.</summary>
    Message,
}

/// <summary>Where an expectation's day stands.</summary>
internal enum ExpectedDay
{
    /// <summary>On any day.</summary>
    Any,

    /// <summary>On the day.</summary>
    On,

    /// <summary>Before the day.</summary>
    Before,

    /// <summary>After the day.</summary>
    After,
}

/// <summary><c>expect outcome [selector] [on|before|after day n]</c>. <see cref="Name"/> is the cause's name or the message's language.</summary>
internal sealed record ExpectClause(
    OutcomeKind Outcome, WarningLevel? Level, NameSyntax? Name, string? Text, SelectorSyntax? Selector, ExpectedDay When, int Day) : ClauseSyntax;

/// <summary>A clause that could not be read; its mistake is already reported. <see cref="Keyword"/> tells what it was meant to be, such as <c>given</c>.</summary>
internal sealed record UnreadableClause(string Keyword) : ClauseSyntax;
