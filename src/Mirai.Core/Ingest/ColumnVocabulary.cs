using Mirai.History;

namespace Mirai.Ingest;

/// <summary>The headers by which columns of purchases and of contacts are recognised, in English and Japanese.</summary>
internal static class ColumnVocabulary
{
    private static readonly string[] CustomerHeaders =
    [
        "customer_id", "customer", "customer_no", "customer_number", "customer_code", "customer_key", "cust", "cust_id", "client", "client_id",
        "member_id", "member_no", "user_id", "household_id", "account_id",
        "顧客ID", "顧客番号", "顧客コード", "顧客No", "顧客", "会員ID", "会員番号", "会員コード", "会員No", "得意先コード",
    ];

    private static readonly (string Name, string[] Headers)[] Entries =
    [
        ("customer", CustomerHeaders),
        ("day",
        [
            "date", "day", "order_date", "purchase_date", "invoice_date", "sales_date", "transaction_date", "transaction_timestamp", "order_day",
            "ordered_at", "purchased_at", "purchase_day",
            "購入日", "購入日時", "購買日", "購買日時", "注文日", "注文日時", "受注日", "受注日時", "売上日", "取引日", "日付", "年月日",
        ]),
        ("amount",
        [
            "amount", "sales", "total", "dollar_value", "sales_value", "sales_amount", "order_amount", "purchase_amount", "order_total", "total_amount",
            "net_sales", "revenue",
            "金額", "購入金額", "購買金額", "売上金額", "税込金額", "受注金額", "注文金額", "合計金額", "売上", "売上高",
        ]),
        ("discount", ["discount", "discount_amount", "discounts", "値引額", "値引", "値引き", "値引き額", "値引金額", "割引額", "割引", "割引金額"]),
        ("order",
        [
            "order", "order_id", "order_no", "order_number", "invoice_no", "invoice_id", "invoice", "basket_id", "transaction_id", "receipt_no",
            "伝票番号", "伝票No", "注文番号", "注文ID", "受注番号", "受注ID", "取引番号", "レシート番号",
        ]),
        ("store", ["store", "store_id", "store_name", "store_code", "shop", "店舗", "店舗名", "店舗ID", "店舗コード", "店名"]),
        ("channel", ["channel", "sales_channel", "チャネル", "チャンネル", "販路", "販売チャネル"]),
        ("category", ["category", "product_category", "カテゴリ", "カテゴリー", "商品カテゴリ", "商品分類", "部門"]),
    ];

    private static readonly (string Name, string[] Headers)[] ContactEntries =
    [
        ("customer", CustomerHeaders),
        ("day",
        [
            "date", "day", "contact_date", "contact_day", "contacted_at", "sent_date", "send_date", "sent_day", "sent_at", "sent_on", "mailing_date",
            "mailed_at", "delivery_date", "call_date",
            "日付", "年月日", "配布日", "発送日", "送付日", "送信日", "配信日", "配信日時", "送信日時", "発信日", "接触日", "架電日", "DM発送日",
        ]),
        ("cost", ["cost", "unit_cost", "contact_cost", "cost_per_contact", "costs", "費用", "コスト", "配布費用", "配信費用", "発送費", "発送費用", "送付費用"]),
        (ContactHistory.Channel, ["channel", "contact_channel", "medium", "media", "contact_type", "チャネル", "チャンネル", "媒体", "手段", "配布方法"]),
        (ContactHistory.Campaign,
        [
            "campaign", "campaign_id", "campaign_name", "campaign_code", "mailing", "mailing_id",
            "キャンペーン", "キャンペーンID", "キャンペーン名", "キャンペーンコード", "施策", "施策名", "企画", "企画名",
        ]),
    ];

    /// <summary>The headers of contacts.</summary>
    public static HeaderVocabulary Contacts { get; } =
        new(ContactEntries, name => name is "customer" or "day" or "cost", "--contacts-map");

    /// <summary>The headers of purchases.</summary>
    public static HeaderVocabulary Purchases { get; } = new(Entries, name => TryToRole(name, out _), "--map");

    /// <summary>The name of a role as it is written in a map: <c>customer</c>.</summary>
    public static string NameOf(ColumnRole role) => role switch
    {
        ColumnRole.Customer => "customer",
        ColumnRole.Day => "day",
        ColumnRole.Amount => "amount",
        ColumnRole.Discount => "discount",
        ColumnRole.Order => "order",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };

    /// <summary>The role of a name in a map; false for the name of a dimension.</summary>
    public static bool TryToRole(string name, out ColumnRole role)
    {
        foreach (var candidate in Enum.GetValues<ColumnRole>())
        {
            role = candidate;
            if (string.Equals(NameOf(candidate), name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        role = default;
        return false;
    }
}
