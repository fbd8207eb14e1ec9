using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Model;

namespace Mirai.Cli.Wording;

/// <summary>What the diagnosis says in Japanese.</summary>
internal static class JapaneseDiagnosis
{
    /// <summary>All of it.</summary>
    public static DiagnosisTexts All { get; } = new()
    {
        NothingOpen = (verdict, decided, undecided) => verdict == DiagnosisVerdict.Ok
            ? $"警告はありません。{N(decided)}項目を判定し、{N(undecided)}項目は判定できませんでした。"
            : $"健全と言えるだけの材料がありません。{N(decided)}項目を判定し、{N(undecided)}項目は判定できませんでした。",
        Warnings = count => $"警告一覧({N(count)}件)",
        OpenSince = (since, days) => $"起点 {since:yyyy-MM-dd}、発生から{N(days)}日目",
        Causes = "原因",
        Strength = share => $"({share})",
        Drill = dimension => $"{dimension}別",
        FurtherWarnings = count => $"ほか注意{N(count)}件。--format json ですべて出力します。",
        Undecided = count => $"判定不能({N(count)}件)",
        UndecidedFor = (rules, lack) => $"{rules}: {lack}",
        ContactRules = numbers => $"{numbers}(配布)",
        NoContacts = "配布のデータがありません(--contacts FILE)",
        Disabled = count => $"停止中のルール({N(count)}件)",
        RuleErrors = count => $"ルールの誤り({N(count)}件): 誤りのあるファイルは使っていません",
        Marketing = "稼働顧客数を増減させたマーケティング",
        ByRate = "率による",
        ByPool = "母数による",
        Cause = "最大の減少要因",
        Forecast = "このまま進むと",
        Horizons = ["30日後", "90日後", "1年後", "5年後"],
        Band80 = "80%の範囲",
        MoneyIn = (name, currency, unit) => $"{name}({(unit == 0 ? "" : unit == 1 ? "千" : "百万")}{CurrencyMark.Of(currency.Code, "ja").After.Trim()})",
        FiveYearMultiple = "今の顧客だけから今後5年間に得られる売上は、今の年商の",
        Gap = (first, last, days) => $"{first:yyyy-MM-dd} から {last:yyyy-MM-dd} まで{N(days)}日間、購買が1件もありません。データに漏れはありませんか。",
        Stale = (last, days) => $"最後の購買は {last:yyyy-MM-dd}、{N(days)}日前です。データは最新ですか。",
    };

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
