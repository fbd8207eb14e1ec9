namespace Mirai.Rules.Syntax;

/// <summary>What a token of a rule text is.</summary>
internal enum TokenKind
{
    /// <summary>No token: the value of an uninitialised one.</summary>
    None,

    /// <summary>Characters that mean nothing; the lexer has reported them.</summary>
    Unreadable,

    /// <summary><c># …</c>: kept for the formatter, never seen by a parser.</summary>
    Comment,

    /// <summary>A name, with or without backticks.</summary>
    Name,

    /// <summary><c>1_200</c>, <c>0.5</c>, <c>5万</c>.</summary>
    Number,

    /// <summary><c>5%</c></summary>
    Percentage,

    /// <summary><c>3pt</c></summary>
    Points,

    /// <summary><c>5000円</c>, <c>¥5000</c>; <c>5000 JPY</c> is a number and a name.</summary>
    Money,

    /// <summary><c>2026-04-01</c></summary>
    Date,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>{</c>, in a text only.</summary>
    OpenBrace,

    /// <summary><c>}</c>, in a text only.</summary>
    CloseBrace,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>|</c></summary>
    Bar,

    /// <summary><c>..</c></summary>
    Range,

    /// <summary><c>-></c></summary>
    Arrow,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>*</c></summary>
    Star,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary>Words of the language follow, in the groups that <see cref="Keywords"/> tells apart: first declarations.</summary>
    Mirai,

    /// <summary><c>rule</c></summary>
    Rule,

    /// <summary><c>override</c></summary>
    Override,

    /// <summary><c>test</c></summary>
    Test,

    /// <summary><c>shared</c></summary>
    Shared,

    /// <summary><c>alias</c></summary>
    Alias,

    /// <summary><c>disable</c></summary>
    Disable,

    /// <summary><c>suppress</c></summary>
    Suppress,

    /// <summary><c>title</c>: the first clause.</summary>
    Title,

    /// <summary><c>doc</c></summary>
    Doc,

    /// <summary><c>tags</c></summary>
    Tags,

    /// <summary><c>owner</c></summary>
    Owner,

    /// <summary><c>for</c>: a clause before <c>each</c> and <c>overall</c>, else a persistence.</summary>
    For,

    /// <summary><c>needs</c></summary>
    Needs,

    /// <summary><c>param</c></summary>
    Param,

    /// <summary><c>let</c></summary>
    Let,

    /// <summary><c>when</c></summary>
    When,

    /// <summary><c>until</c></summary>
    Until,

    /// <summary><c>unless</c></summary>
    Unless,

    /// <summary><c>severity</c></summary>
    Severity,

    /// <summary><c>message</c></summary>
    Message,

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

    /// <summary><c>set</c></summary>
    Set,

    /// <summary><c>given</c></summary>
    Given,

    /// <summary><c>starting</c></summary>
    Starting,

    /// <summary><c>expect</c>: the last clause.</summary>
    Expect,

    /// <summary><c>and</c>: the first word inside expressions.</summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>is</c></summary>
    Is,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>between</c></summary>
    Between,

    /// <summary><c>missing</c></summary>
    Missing,

    /// <summary><c>of</c></summary>
    Of,

    /// <summary><c>ago</c></summary>
    Ago,

    /// <summary><c>if</c></summary>
    If,

    /// <summary><c>else</c></summary>
    Else,

    /// <summary><c>by</c></summary>
    By,

    /// <summary><c>each</c></summary>
    Each,

    /// <summary><c>overall</c></summary>
    Overall,

    /// <summary><c>true</c></summary>
    True,

    /// <summary><c>false</c></summary>
    False,
}
