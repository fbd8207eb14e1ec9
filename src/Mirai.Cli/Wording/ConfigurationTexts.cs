namespace Mirai.Cli.Wording;

/// <summary>What is expected of a configuration file.</summary>
internal sealed record ConfigurationTexts
{
    private static readonly ConfigurationTexts English = new()
    {
        PurchasesMissing = "`purchases` is missing: [input] needs purchases = [\"exports/*.csv\"].",
        NoStandardInput = "found \"-\", expected files: the daily run does not read standard input.",
        FolderMissing = "`folder` is missing: [output] needs folder = \"out\".",
        DaysExpected = "a list of days such as [2026-01-01, 2026-05-03]",
        DatabaseExpected = "true, false, or a file in quotes",
        CommandExpected = "a command line in quotes, or a program and its arguments such as [\"python3\", \"notify.py\"]",
    };

    private static readonly ConfigurationTexts Japanese = new()
    {
        PurchasesMissing = "purchases がありません。[input] に purchases = [\"exports/*.csv\"] のように指定してください。",
        NoStandardInput = "\"-\" は使えません。毎日の実行は標準入力を読みません。ファイルを指定してください。",
        FolderMissing = "folder がありません。[output] に folder = \"out\" のように指定してください。",
        DaysExpected = "[2026-01-01, 2026-05-03] のような日付の配列",
        DatabaseExpected = "true、false、または引用符つきのファイル名",
        CommandExpected = "引用符つきのコマンド、または [\"python3\", \"notify.py\"] のようなプログラムと引数",
    };

    public required string PurchasesMissing { get; init; }

    public required string NoStandardInput { get; init; }

    public required string FolderMissing { get; init; }

    public required string DaysExpected { get; init; }

    public required string DatabaseExpected { get; init; }

    public required string CommandExpected { get; init; }

    /// <summary>In the language of the other texts.</summary>
    public static ConfigurationTexts In(Texts texts) => texts.Language is "ja" ? Japanese : English;
}
