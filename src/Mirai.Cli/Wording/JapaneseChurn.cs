using System.Globalization;
using Mirai.Lifetime;
using static Mirai.Cli.Wording.JapaneseTexts;

namespace Mirai.Cli.Wording;

/// <summary><c>mirai churn</c> in Japanese.</summary>
internal static class JapaneseChurn
{
    /// <summary>All of it.</summary>
    public static ChurnTexts All { get; } = new()
    {
        Title = "離反率とLTV",
        LifetimeValue = "LTV(顧客生涯価値)",
        ChurnOf = window => $"離反率({PeriodOf(window)})",
        AnnualChurn = "年間離反率",
        BaseWindow = "基準期間",
        NextWindow = "次の期間",
        Change = "増減",
        BaseCustomers = "基準顧客数",
        Stayed = "うち再購買",
        Purchases = "購買回数",
        Frequency = "購買頻度(回/人)",
        OrderValue = "1回単価",
        Sales = "売上",
        Chosen = (customers, buyers, share, least) => $"基準期間の購買客{buyers}人のうち、売上の{share}を占める{customers}人(1人{least}以上)です。次の期間も同じ顧客を数えます。",
        AllChosen = buyers => $"基準期間の購買客{buyers}人全員です。次の期間も同じ顧客を数えます。",
        HowItAddsUp = "計算",
        LostRate = "客数離反率",
        Decline = "+ 頻度低下率",
        RiseNotCounted = "頻度の上昇は差し引きません(--signed-decline で差し引き)",
        Simple = windows => $"× 年{Decimal(windows)}回",
        Compound = windows => $"1 - (1 - 離反率)^{Decimal(windows)}(複利)",
        ExceedsOneYear = "1年以内に全員が離れる速さです",
        AnnualSpend = "年間購買額(1人)",
        Margin = "× 粗利率",
        SumOf = SumOf,
        Stay = "平均継続年数",
        Years = years => string.Create(CultureInfo.InvariantCulture, $"{years:N1}年"),
        StillPurchases = "今後の購買回数",
        Payback = "獲得費用の回収",
        Months = months => string.Create(CultureInfo.InvariantCulture, $"{months:N1}か月"),
        Never = "回収できません",
        ValuePerCost = "LTV ÷ 獲得費用",
        Unbounded = "上限なし",
        UnboundedBecause = reason => reason switch
        {
            UnboundedReason.NoChurn => "離反がないため、LTVに上限がありません。--horizon または --discount を指定すると求まります。",
            UnboundedReason.GrowthOutpacesDiscount => "購買額の伸びが割引率以上のため、LTVに上限がありません。--horizon を指定すると求まります。",
            _ => "LTVが大きすぎて表せません。",
        },
        BreakEven = "新規客の損益分岐",
        NewCustomerRate = "年間新規客率",
        NewOf = (period, fresh, customers) => $"{PeriodOf(period)}で{fresh}人、期初の稼働顧客{customers}人",
        ToHoldSales = "売上の維持に必要",
        NewOfYear = customers => $"年{customers}人",
        NewOfYearFor = (needed, customers) => $"{customers}人に対し年{needed}人の新規客",
        MissingNew = "不足新規客数(年)",
        Sample = "標本による推定",
        Drawn = (drawn, all, seed, confidence) => string.Create(
            CultureInfo.InvariantCulture, $"基準顧客{all}人から{drawn}人を無作為に抽出しました(シード {seed})。上の数字は標本のものです。区間はブートストラップによる{confidence}信頼区間です。"),
        Estimate = "推定値",
        Interval = confidence => $"{confidence}信頼区間",
        ForAnnualChurn = customers => $"年間離反率を±5ptで知るには、約{customers}人を抽出します。",
        ForLifetimeValue = customers => $"LTVを±10%で知るには、約{customers}人を抽出します。",
        Incomplete = window => $"* 不完全: データが{PeriodOf(window)}の2倍まで遡れません。--from-start は、データの初日が開業日であることを示します。",
        IncompleteBreakEven = "* 不完全: データが短く、新規かどうか確かではありません。--from-start は、データの初日が開業日であることを示します。",
        NobodyInBase = (window, days) => $"基準期間 {window} に購買がないため、離反率は求められません。データの期間は {days} です。",
        NotTogether = (one, other) => $"{one} と {other} は同時に指定できません。",
        Contradiction = Contradiction,
        EmptyTotals = "--totals の基準期間に顧客がいません。1人以上が必要です。",
        TooFewToSample = (wanted, all) => $"--sample: 基準顧客は{Number(all)}人で、{Number(wanted)}人は抽出できません。",
        Month = "月末",
        Columns = ["基準顧客数", "客数離反", "頻度低下", "年間離反率", "LTV", "継続年数"],
    };

    private static string Decimal(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string SumOf(WindowChurnOptions options)
    {
        if (options is { Horizon: null, DiscountRate: 0, FirstYear: FirstYear.Whole }) return "÷ 年間離反率";
        var years = options.Horizon is { } horizon ? $"{PeriodOf(horizon)}分" : "期限なし";
        var first = options.FirstYear == FirstYear.Whole ? "" : "、初年度も離反あり";
        var discount = options.DiscountRate > 0 ? $"、割引率 年{Decimal((double)options.DiscountRate * 100)}%" : "";
        return $"{years}{first}{discount}";
    }

    private static string Contradiction(TotalsContradiction contradiction, string totals) => contradiction switch
    {
        TotalsContradiction.NegativeNumber => $"--totals {totals}: 負の数は使えません。",
        TotalsContradiction.MoreNextThanBaseCustomers => $"--totals {totals}: 次の期間の客数が基準期間より多くなっています。次の期間に数えるのは基準顧客だけです。",
        TotalsContradiction.FewerPurchasesThanCustomers => $"--totals {totals}: 購買回数が客数より少なくなっています。数える顧客は1回以上購買しています。",
        _ => $"--totals {totals}: 客数が0なのに、購買回数または売上があります。",
    };
}
