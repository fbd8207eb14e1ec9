namespace Mirai.Diagnosis;

/// <content>Japanese.</content>
public sealed partial class DiagnosisWords
{
    private static Dictionary<string, string> JapaneseWords() => new(JapaneseTerms().Concat(JapaneseSegments()), StringComparer.Ordinal);

    private static Dictionary<string, string> JapaneseTerms() => new(StringComparer.Ordinal)
    {
        ["verdict.Ok"] = "正常",
        ["verdict.Undecided"] = "判定不能",
        ["verdict.Notice"] = "注意",
        ["verdict.Warning"] = "警告",
        ["verdict.Critical"] = "危険",
        ["level.Notice"] = "注意",
        ["level.Warning"] = "警告",
        ["level.Critical"] = "危険",
        ["undecided.NotEnoughHistory"] = "履歴が足りません",
        ["undecided.MissingInput"] = "数値がないか、履歴が足りません",
        ["undecided.NeedsNotMet"] = "人数などの条件を満たしません",
        ["undecided.NoDiscounts"] = "値引のデータがありません",
        ["undecided.NoContacts"] = "配布のデータがありません",
        ["undecided.NoContactCosts"] = "配布の費用のデータがありません",
        ["caution.None"] = "",
        ["caution.SeasonUnknown"] = "購買データは{0}日分で、2年に足りません。季節の変動と成長を見分けられず、予測は両者を取り違えることがあります。1年より先は当てになりません。",
        ["marketing.Acquisition"] = "新規",
        ["marketing.Retention"] = "維持",
        ["marketing.Reactivation"] = "復活",
        ["cause.NewCustomers"] = "新規獲得の不足(新規顧客の減少)",
        ["cause.RetentionRate"] = "維持の悪化(維持率の低下)",
        ["cause.Base"] = "前年の喪失の影響(維持すべき顧客の減少)",
        ["pattern.cause.Base"] = "前の{0}間の喪失の影響(維持すべき顧客の減少)",
        ["cause.ReactivationRate"] = "復活の不足(復活率の低下)",
        ["cause.Pool"] = "休眠顧客の減少(復活しうる顧客の減少)",
        ["overdue.List"] = "予兆客(間隔超過): {1:N0}人のうち売上上位{0:N0}人",
        ["overdue.Customer"] = "顧客",
        ["overdue.LastPurchase"] = "最終購入日",
        ["overdue.SilentDays"] = "経過日数",
        ["overdue.UsualDays"] = "通常の間隔",
        ["overdue.OverdueSince"] = "超過した日",
        ["overdue.Purchases"] = "購買回数",
        ["overdue.Sales"] = "売上",
        ["stage.First"] = "初回",
        ["stage.Toddler"] = "よちよち",
        ["stage.Steady"] = "コツコツ",
        ["stage.Fad"] = "流行",
        ["stage.Best"] = "優良",
    };

    private static Dictionary<string, string> JapaneseSegments() => new(StringComparer.Ordinal)
    {
        ["segment.customer_year"] = "顧客年次",
        ["segment.purchase_count"] = "購買回数",
        ["segment.decile"] = "デシル",
        ["segment.rfm"] = "RFM",
        ["segment.horizon"] = "予測期間",
        ["segment.first_purchase_discounted"] = "初回値引",
        ["segment.contact_band"] = "配布回数帯",
        ["segment.portfolio"] = "顧客ポートフォリオ",
        ["segment.store"] = "店舗",
        ["segment.category"] = "カテゴリ",
        ["segment.channel"] = "獲得経路",
        ["segment.region"] = "地域",
        ["value.none"] = "(なし)",
        ["value.first_purchase_discounted.yes"] = "値引あり",
        ["value.first_purchase_discounted.no"] = "値引なし",
        ["pattern.customer_year"] = "{0}年目",
        ["pattern.customer_year.more"] = "{0}年目以上",
        ["pattern.purchase_count"] = "{0}回",
        ["pattern.purchase_count.more"] = "{0}回以上",
        ["pattern.contact_band"] = "{0}回",
        ["pattern.contact_band.more"] = "{0}回以上",
    };
}
