using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>The kinds of clauses that a rule has: an override replaces all clauses of a kind.</summary>
internal enum ClauseKind
{
    /// <summary><c>title</c></summary>
    Title,

    /// <summary><c>doc</c></summary>
    Doc,

    /// <summary><c>owner</c></summary>
    Owner,

    /// <summary><c>message</c></summary>
    Message,

    /// <summary><c>tags</c></summary>
    Tags,

    /// <summary><c>for</c></summary>
    For,

    /// <summary><c>param</c></summary>
    Param,

    /// <summary><c>let</c></summary>
    Let,

    /// <summary><c>needs</c></summary>
    Needs,

    /// <summary><c>when</c></summary>
    When,

    /// <summary><c>until</c></summary>
    Until,

    /// <summary><c>unless</c></summary>
    Unless,

    /// <summary><c>severity</c></summary>
    Severity,

    /// <summary><c>evidence</c></summary>
    Evidence,

    /// <summary><c>because</c></summary>
    Because,

    /// <summary><c>drill</c></summary>
    Drill,

    /// <summary><c>cooldown</c></summary>
    Cooldown,

    /// <summary><c>remind</c></summary>
    Remind,

    /// <summary>A clause of an override or a test.</summary>
    Other,
}

/// <summary>What is known of a clause by its kind.</summary>
internal static class ClauseKinds
{
    /// <summary>The kind of a clause.</summary>
    public static ClauseKind Of(ClauseSyntax clause) => clause switch
    {
        TextClause text => text.Kind switch
        {
            TextClauseKind.Title => ClauseKind.Title,
            TextClauseKind.Doc => ClauseKind.Doc,
            TextClauseKind.Owner => ClauseKind.Owner,
            _ => ClauseKind.Message,
        },
        ConditionClause condition => condition.Kind switch
        {
            ConditionClauseKind.Needs => ClauseKind.Needs,
            ConditionClauseKind.When => ClauseKind.When,
            ConditionClauseKind.Until => ClauseKind.Until,
            _ => ClauseKind.Unless,
        },
        TagsClause => ClauseKind.Tags,
        EachClause => ClauseKind.For,
        ParamClause => ClauseKind.Param,
        LetClause => ClauseKind.Let,
        SeverityClause => ClauseKind.Severity,
        EvidenceClause => ClauseKind.Evidence,
        BecauseClause => ClauseKind.Because,
        DrillClause => ClauseKind.Drill,
        CooldownClause => ClauseKind.Cooldown,
        RemindClause => ClauseKind.Remind,
        _ => ClauseKind.Other,
    };

    /// <summary>The keyword of a kind.</summary>
    public static string Keyword(ClauseKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether a rule has at most one clause of a kind.</summary>
    public static bool IsSingle(ClauseKind kind) => kind is ClauseKind.Title or ClauseKind.Doc or ClauseKind.Owner or ClauseKind.Message or ClauseKind.Tags
        or ClauseKind.For or ClauseKind.When or ClauseKind.Until or ClauseKind.Cooldown or ClauseKind.Remind;
}
