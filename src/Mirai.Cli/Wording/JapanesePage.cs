using Mirai.Model;
using static Mirai.Cli.Wording.JapaneseTexts;

namespace Mirai.Cli.Wording;

/// <summary>The words on the page in Japanese.</summary>
internal static class JapanesePage
{
    /// <summary>All of them.</summary>
    public static PageTexts All { get; } = new()
    {
        Title = "顧客診断",
        FlowTitle = "顧客の増減",
        AsOf = day => $"{Iso(day)} 現在",
        OnBefore = period => period == Period.OneYear ? "前年比" : $"{PeriodOf(period)}前比",
        HistoryOf = days => $"{Iso(days.First)} ~ {Iso(days.Last)}",
        Changes = "増減",
        ChangeColumns = ["1日", "7日", "30日", "90日", "1年"],
        Customers = "顧客",
        OfTheDay = "当日の動き",
        Omens = "予兆",
        Sales = "売上",
        Rates = "率",
        Discounts = "値引",
        Recent = days => $"直近{Number(days)}日",
        Now = "今回",
        Before = period => period == Period.OneYear ? "前年" : $"{PeriodOf(period)}前",
        Change = "増減",
        RetentionByYear = "年次別の維持率",
        RetentionByCount = "購買回数別の維持率",
        Retained = "維持",
        Rate = "維持率",
        Benchmark = "目安",
        IntoYear = year => OrMore(year, "年目", "以降") + "へ",
        InYear = year => OrMore(year, "年目", "以降"),
        PurchaseCount = count => OrMore(count, "回", "以上"),
        Flow = "顧客の増減",
        ActiveOn = "稼働顧客",
        Retaining = "うち維持",
        New = "+ 新規",
        Reactivated = "+ 復活",
        Lapsed = "- 失効",
        Net = "差引",
        Gross = "延べ",
        GrossNote = "延べは期間中のすべての増減です。期間中に来て離れた人は差引に入りません。",
        Explanation = "売上増減の要因",
        SalesOn = "売上",
        ByNew = "新規顧客",
        ByReactivated = "復活顧客",
        ByLapsed = "失効顧客",
        ByFrequency = "購買頻度",
        ByOrderValue = "1回単価",
        ByReturns = "返品",
        WholeChange = "増減計",
        Notes = "データについて",
        Observed = (days, customers, purchases) =>
            $"観測期間 {Iso(days.First)} ~ {Iso(days.Last)}。データ全体では顧客 {Number(customers)}人、購買と返品 {Number(purchases)}件。",
        Incomplete = period => $"* と点線は、それ以前の履歴が足りない不完全な数値です(稼働期間 {period})。データの初日が開業日なら --from-start を付けてください。",
        NoDayBefore = first => $"比較する日が観測されていません。データは {Iso(first)} からです。",
        Day = "日付",
        Cohort = "初回購買",
        CohortSize = "人数",
        Heads = "人数",
        Share = "構成比",
        Purchases = "購買回数",
        Customer = "顧客",
        State = "状態",
        FirstPurchase = "初回購買日",
        LastPurchase = "最終購買日",
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["retained_customers"] = "維持顧客数",
            ["new_customers_yoy"] = "新規顧客数",
            ["reactivated_customers_yoy"] = "復活顧客数",
            ["lost_customers"] = "喪失顧客数",
            ["lapsed_pool"] = "休眠顧客数",
            ["expiring_customers"] = "30日以内の失効予定",
            ["overdue_customers"] = "予兆客数(間隔超過)",
        },
    };

    /// <summary>6+ is the sixth or a later one.</summary>
    private static string OrMore(string count, string unit, string more) =>
        count.EndsWith('+') ? $"{count[..^1]}{unit}{more}" : count + unit;
}
