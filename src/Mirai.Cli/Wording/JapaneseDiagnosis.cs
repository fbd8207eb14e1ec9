using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Segments;

namespace Mirai.Cli.Wording;

/// <summary>What the diagnosis says in Japanese.</summary>
internal static class JapaneseDiagnosis
{
    /// <summary>All of it.</summary>
    public static DiagnosisTexts All { get; } = new()
    {
        Verdicts = new Dictionary<DiagnosisVerdict, string>
        {
            [DiagnosisVerdict.Ok] = "正常", [DiagnosisVerdict.Undecided] = "判定不能", [DiagnosisVerdict.Notice] = "注意",
            [DiagnosisVerdict.Warning] = "警告", [DiagnosisVerdict.Critical] = "危険",
        },
        Levels = new Dictionary<WarningLevel, string>
        {
            [WarningLevel.Notice] = "注意", [WarningLevel.Warning] = "警告", [WarningLevel.Critical] = "危険",
        },
        NothingOpen = (verdict, decided, undecided) => verdict == DiagnosisVerdict.Ok
            ? $"警告はありません。{N(decided)}項目を判定し、{N(undecided)}項目は判定できませんでした。"
            : $"健全と言えるだけの材料がありません。{N(decided)}項目を判定し、{N(undecided)}項目は判定できませんでした。",
        Warnings = count => $"警告一覧({N(count)}件)",
        OpenSince = (since, days) => $"{since:yyyy-MM-dd} から、警告{N(days)}日目",
        Causes = "原因",
        Strength = share => $"({share})",
        Drill = dimension => $"{NameOf(dimension)}別",
        FurtherWarnings = count => $"ほか注意{N(count)}件。--format json ですべて出力します。",
        Undecided = count => $"判定不能({N(count)}件)",
        UndecidedReasons = new Dictionary<UndecidedReason, string>
        {
            [UndecidedReason.NotEnoughHistory] = "履歴が足りません",
            [UndecidedReason.MissingInput] = "数値がないか、履歴が足りません",
            [UndecidedReason.NeedsNotMet] = "人数などの条件を満たしません",
            [UndecidedReason.NoDiscounts] = "値引のデータがありません",
            [UndecidedReason.NoContacts] = "配布のデータがありません(--contacts FILE)",
            [UndecidedReason.NoContactCosts] = "配布の費用のデータがありません",
        },
        Disabled = count => $"停止中のルール({N(count)}件)",
        RuleErrors = count => $"誤りのあるルール({N(count)}件): このファイルは使っていません",
        Marketing = "稼働顧客数の増減はどのマーケティングによるか",
        MarketingKinds = new Dictionary<MarketingKind, string>
        {
            [MarketingKind.Acquisition] = "新規", [MarketingKind.Retention] = "維持", [MarketingKind.Reactivation] = "復活",
        },
        ByRate = "率による",
        ByPool = "母数による",
        Cause = "最大の減少要因",
        AttributionCauses = new Dictionary<AttributionCause, string>
        {
            [AttributionCause.NewCustomers] = "新規獲得: 新規顧客の減少",
            [AttributionCause.RetentionRate] = "維持: 維持率の低下",
            [AttributionCause.Base] = "前年の影響: 維持すべき顧客の減少",
            [AttributionCause.ReactivationRate] = "復活: 復活率の低下",
            [AttributionCause.Pool] = "復活しうる休眠顧客の減少",
        },
        Forecast = "このまま進むと",
        Horizons = ["30日後", "90日後", "1年後", "5年後"],
        Band80 = "80%の範囲",
        MoneyIn = (name, currency, unit) => $"{name}({(unit == 0 ? "" : unit == 1 ? "千" : "百万")}{(currency == Currency.Jpy ? "円" : currency.Code)})",
        FiveYearMultiple = "今の顧客だけの今後5年の売上は、今の年商の",
        Gap = (first, last, days) => $"{first:yyyy-MM-dd} から {last:yyyy-MM-dd} まで{N(days)}日間、購買が1件もありません。データに漏れはありませんか。",
        Stale = (last, days) => $"最後の購買は {last:yyyy-MM-dd}、{N(days)}日前です。データは最新ですか。",
    };

    private static string NameOf(string dimension)
    {
        Segment[] known = [Segment.CustomerYear, Segment.PurchaseCount, Segment.Decile, Segment.FirstPurchaseDiscounted, Segment.ContactBand, Segment.Portfolio];
        return known.FirstOrDefault(segment => string.Equals(segment.Id, dimension, StringComparison.Ordinal))?.JapaneseName ?? dimension;
    }

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
