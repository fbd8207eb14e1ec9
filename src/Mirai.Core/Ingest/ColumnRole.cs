namespace Mirai.Ingest;

/// <summary>What a column of a purchase table is for. Any other column that is used is a dimension, which has a name instead.</summary>
public enum ColumnRole
{
    /// <summary>顧客: who bought. Needed.</summary>
    Customer,

    /// <summary>購入日: the calendar day. Needed.</summary>
    Day,

    /// <summary>金額: what was paid. Needed.</summary>
    Amount,

    /// <summary>値引額: what was taken off the list price.</summary>
    Discount,

    /// <summary>伝票番号: the order, so that its lines become one purchase.</summary>
    Order,
}
