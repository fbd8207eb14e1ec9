using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>The tool in Japanese.</summary>
internal static class JapaneseTexts
{
    /// <summary>All of it.</summary>
    public static Texts All { get; } = new()
    {
        Language = "ja",
        Help = JapaneseHelp.All,
        Messages = Messages(),
        Page = JapanesePage.All,
    };

    internal static string PeriodOf(Period period) => DiagnosisWords.Japanese.Of(period);

    internal static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Meant(string? nearest) => nearest is null ? "" : $"「{nearest}」ではありませんか。";

    private static MessageTexts Messages() => new()
    {
        Error = text => $"mirai: {text}",
        Unexpected = text => $"想定外のエラーです: {text}",
        Stopped = "中断しました。書きかけのファイルはありません。",
        OutOfMemory = "入力がメモリに収まりません。",
        Overflow = text => $"合計が64ビットに収まりません: {text}",
        CannotWrite = text => $"出力できません: {text}",
        Rejected = text => $"入力を使えません。{text}",
        CannotRead = text => $"入力を読めません: {text}",
        SeeHelp = (tool, command) => $"使い方は「{tool}{command} --help --lang ja」で表示します。",
        UnknownCommand = (name, nearest) => $"「{name}」というコマンドはありません。{Meant(nearest)}",
        UnknownOption = (name, nearest) => $"「{name}」というオプションはありません。{Meant(nearest)}",
        UnexpectedArgument = text => $"引数「{text}」は余分です。",
        CommandNeeded = "コマンドを指定してください。",
        OptionNeeded = option => $"{option} を指定してください。",
        PurchasesNeeded = "購買ファイルを指定してください(ファイル、data/*.csv のようなパターン、標準入力は -)。",
        ValueNeeded = (option, expected) => $"{option} に値を指定してください: {expected}",
        GivenTwice = option => $"{option} が2回以上指定されています。",
        BadValue = (option, found, expected) => $"{option} の「{found}」は使えません。指定できるもの: {expected}",
        DayOutside = (option, days) => $"{option} が観測期間 {days} の外です。",
        DaysReversed = (from, to) => $"開始日 {Iso(from)} は終了日 {Iso(to)} より前でなければなりません。",
        UnknownMeasure = (name, nearest) => $"「{name}」という指標はありません。{Meant(nearest)}",
        UnknownSegment = (name, nearest, known) => $"「{name}」というセグメントはありません。{Meant(nearest)}使えるもの: {known}",
        AmbiguousSegment = name => $"「{name}」は顧客属性と購買項目の両方にあります。attribute:{name} または dimension:{name} と書いてください。",
        NeedsDiscounts = name => $"「{name}」には値引額が必要ですが、値引額の列がありません。列は --map discount=見出し で指定できます。",
        NotSegmentable = name => $"「{name}」はセグメント別に集計できません。",
        FolderInTheWay = path => $"{path} はフォルダーです。出力先にはファイルを指定してください。",
        NoSuchFolder = path => $"出力先のフォルダー {path} がありません。",
        FilesInTheWay = files => $"既にファイルがあります: {files}。上書きするには --force を付けてください。",
        SampleWritten = (folder, files) => $"{folder} に出力しました: {files}",
        DaysLeftOut = (shown, all) => $"全{Number(all)}日のうち最後の{Number(shown)}日です。期間は --from --to、全件は --format csv で出力します。",
        Reading = "購買データを読み込み中",
        Computing = "集計中",
        MakingSample = "サンプルを作成中",
        RowsRead = (rows, customers) => $"{Number(rows)}行、顧客{Number(customers)}人を読み込みました。",
        BadRows = (bad, rows) => $"{Number(rows)}行のうち{Number(bad)}行は使えませんでした:",
        BadRowsOfKind = (kind, count, lines) => $"  {kind} {Number(count)}行(行番号 {lines})",
        FurtherBadRows = count => $"ほか{Number(count)}行",
        IssueKinds = IssueKinds,
        Contradiction = text => $"顧客属性が食い違っています: {text}",
        FurtherContradictions = count => $"ほかに{Number(count)}件の食い違いがあります。",
    };

    private static Dictionary<IngestIssueKind, string> IssueKinds => new()
    {
        [IngestIssueKind.MissingCustomer] = "顧客IDなし",
        [IngestIssueKind.UnreadableDay] = "日付が読めない",
        [IngestIssueKind.UnreadableAmount] = "金額が読めない",
        [IngestIssueKind.AmountTooLarge] = "金額が64ビットを超える",
        [IngestIssueKind.TooManyDecimals] = "小数の桁数が通貨より多い",
        [IngestIssueKind.UnreadableDiscount] = "値引額が読めない",
        [IngestIssueKind.NegativeDiscount] = "購買の値引額が負",
        [IngestIssueKind.UnreadableCost] = "配布費用が読めない",
        [IngestIssueKind.NegativeCost] = "配布費用が負",
        [IngestIssueKind.WrongFieldCount] = "列数が合わない",
        [IngestIssueKind.BrokenQuote] = "引用符の誤り",
        [IngestIssueKind.InvalidText] = "文字コードの誤り",
        [IngestIssueKind.AfterObservedUntil] = "観測最終日より後",
        [IngestIssueKind.CutOff] = "入力が途中で切れている",
    };
}
