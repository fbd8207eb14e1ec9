using System.Text;

namespace Mirai.Ingest;

/// <summary>The headers by which columns are recognised, in English and Japanese.</summary>
internal static class ColumnVocabulary
{
    private static readonly (string Name, string[] Headers)[] Entries =
    [
        ("customer",
        [
            "customer_id", "customer", "customer_no", "customer_number", "customer_code", "customer_key", "cust", "cust_id", "client", "client_id",
            "member_id", "member_no", "user_id", "household_id", "account_id",
            "顧客ID", "顧客番号", "顧客コード", "顧客No", "顧客", "会員ID", "会員番号", "会員コード", "会員No", "得意先コード",
        ]),
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

    private static readonly Dictionary<string, string> NameByHeader = Entries
        .SelectMany(entry => entry.Headers.Select(header => (Header: Normalise(header), entry.Name)))
        .ToDictionary(pair => pair.Header, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>The dimensions that are recognised without being mapped.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [.. Entries.Select(entry => entry.Name).Where(name => !TryToRole(name, out _))];

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

    /// <summary>The headers that stand for a role or a dimension, as people write them; none for a dimension that is not recognised.</summary>
    public static IReadOnlyList<string> HeadersOf(string name) =>
        Array.Find(Entries, entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Headers ?? [];

    /// <summary>The role or dimension that a header stands for, or <see langword="null"/>.</summary>
    public static string? Recognise(string header) => NameByHeader.GetValueOrDefault(Normalise(header));

    /// <summary>The header without everything in which writers of one header differ: case, width, blanks, underscores, a byte-order mark.</summary>
    public static string Normalise(string header)
    {
        var kept = new StringBuilder(header.Length);
        foreach (var character in Compatible(header))
        {
            if (!char.IsWhiteSpace(character) && character is not ('_' or '\uFEFF' or '\0')) kept.Append(char.ToLowerInvariant(character));
        }

        return kept.ToString();
    }

    private static string Compatible(string header)
    {
        if (header.All(char.IsAscii)) return header;
        try
        {
            return header.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A header with half a surrogate pair stands for nothing that could be recognised, but can be mapped as it is.
            return header;
        }
    }
}
