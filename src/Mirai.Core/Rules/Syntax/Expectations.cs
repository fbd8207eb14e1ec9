namespace Mirai.Rules.Syntax;

/// <summary>What would have fitted at a place. A set of them is one number, so that noting them costs nothing.</summary>
[Flags]
internal enum Expectations : ulong
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A value: a number, a name, a call, brackets.</summary>
    Value = 1UL << 0,

    /// <summary>An operator.</summary>
    Operator = 1UL << 1,

    /// <summary><c>28 days ago</c>.</summary>
    Ago = 1UL << 2,

    /// <summary>A name.</summary>
    Name = 1UL << 3,

    /// <summary>A text in quotes.</summary>
    Text = 1UL << 4,

    /// <summary>A language before a text.</summary>
    Language = 1UL << 5,

    /// <summary>A plain number.</summary>
    Number = 1UL << 6,

    /// <summary>A length of time.</summary>
    Duration = 1UL << 7,

    /// <summary>A date.</summary>
    Date = 1UL << 8,

    /// <summary>A number, percentage, amount, duration or date.</summary>
    Literal = 1UL << 9,

    /// <summary><c>=</c></summary>
    Equal = 1UL << 10,

    /// <summary><c>,</c></summary>
    Comma = 1UL << 11,

    /// <summary><c>:</c></summary>
    Colon = 1UL << 12,

    /// <summary><c>..</c></summary>
    Range = 1UL << 13,

    /// <summary><c>)</c></summary>
    CloseParenthesis = 1UL << 14,

    /// <summary><c>]</c></summary>
    CloseBracket = 1UL << 15,

    /// <summary><c>by</c></summary>
    By = 1UL << 16,

    /// <summary><c>for</c></summary>
    For = 1UL << 17,

    /// <summary><c>of</c></summary>
    Of = 1UL << 18,

    /// <summary><c>in</c></summary>
    In = 1UL << 19,

    /// <summary><c>if</c></summary>
    If = 1UL << 20,

    /// <summary><c>each</c></summary>
    Each = 1UL << 21,

    /// <summary><c>and</c></summary>
    And = 1UL << 22,

    /// <summary><c>missing</c></summary>
    Missing = 1UL << 23,

    /// <summary>A level: <c>notice</c>, <c>warning</c>, <c>critical</c>.</summary>
    Level = 1UL << 24,

    /// <summary><c>last</c></summary>
    Last = 1UL << 25,

    /// <summary><c>as</c></summary>
    As = 1UL << 26,

    /// <summary><c>strength</c></summary>
    Strength = 1UL << 27,

    /// <summary><c>within</c></summary>
    Within = 1UL << 28,

    /// <summary><c>top</c></summary>
    Top = 1UL << 29,

    /// <summary><c>every</c></summary>
    Every = 1UL << 30,

    /// <summary><c>from</c></summary>
    From = 1UL << 31,

    /// <summary><c>to</c></summary>
    To = 1UL << 32,

    /// <summary><c>over</c></summary>
    Over = 1UL << 33,

    /// <summary><c>-></c></summary>
    Arrow = 1UL << 34,

    /// <summary><c>contains</c></summary>
    Contains = 1UL << 35,

    /// <summary><c>on</c>, <c>before</c>, <c>after</c></summary>
    OnBeforeAfter = 1UL << 36,

    /// <summary><c>day</c></summary>
    Day = 1UL << 37,

    /// <summary>What a test can expect.</summary>
    Outcome = 1UL << 38,

    /// <summary><c>let</c> or <c>param</c></summary>
    LetOrParam = 1UL << 39,

    /// <summary>A segment's value.</summary>
    Segment = 1UL << 40,

    /// <summary><c>[</c></summary>
    Selector = 1UL << 41,

    /// <summary><c>|</c></summary>
    Bar = 1UL << 42,

    /// <summary><c>between</c></summary>
    Between = 1UL << 43,

    /// <summary><c>else</c></summary>
    Else = 1UL << 44,

    /// <summary>The end of the clause.</summary>
    End = 1UL << 45,

    /// <summary><c>overall</c></summary>
    Overall = 1UL << 46,
}
