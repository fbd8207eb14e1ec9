namespace Mirai.Cli.Wording;

/// <summary>The heads of the flow by segment, in both languages.</summary>
internal sealed record FlowTexts
{
    private static readonly FlowTexts English = new()
    {
        Before = "before", New = "new", Reactivated = "came back", Lapsed = "lapsed", Moved = "moved", After = "after", Retention = "retention",
        Customers = "customers", Frequency = "frequency", OrderValue = "order value", Returns = "returns", Together = "together",
        Mix = "mix", Whole = "all",
        MovedNote = "Moved: came from other values, less those who went to others. The mix is what that does to sales. A customer of several values counts under each.",
    };

    private static readonly FlowTexts Japanese = new()
    {
        Before = "期首", New = "新規", Reactivated = "復活", Lapsed = "失効", Moved = "移動", After = "期末", Retention = "維持率",
        Customers = "顧客数", Frequency = "購買頻度", OrderValue = "1回単価", Returns = "返品", Together = "計",
        Mix = "構成の変化", Whole = "全体",
        MovedNote = "移動は、ほかの区分から来た人とほかの区分へ移った人の差です。それによる売上の増減が「構成の変化」です。複数の区分に入る顧客はそれぞれに数えます。",
    };

    public required string Before { get; init; }

    public required string New { get; init; }

    public required string Reactivated { get; init; }

    public required string Lapsed { get; init; }

    public required string Moved { get; init; }

    public required string After { get; init; }

    public required string Retention { get; init; }

    public required string Customers { get; init; }

    public required string Frequency { get; init; }

    public required string OrderValue { get; init; }

    public required string Returns { get; init; }

    public required string Together { get; init; }

    public required string Mix { get; init; }

    public required string Whole { get; init; }

    public required string MovedNote { get; init; }

    /// <summary>In the language of the other texts.</summary>
    public static FlowTexts In(Texts texts) => texts.Language is "ja" ? Japanese : English;
}
