namespace Mirai.Diagnosis;

/// <summary>The columns of a list of overdue customers, in order; <see cref="DiagnosisWords.Of(OverdueColumn)"/> names them.</summary>
public enum OverdueColumn
{
    /// <summary>The customer's key.</summary>
    Customer,

    /// <summary>The last purchase day.</summary>
    LastPurchase,

    /// <summary>Days since then.</summary>
    SilentDays,

    /// <summary>Days that usually lie between two purchases.</summary>
    UsualDays,

    /// <summary>The first day of being overdue.</summary>
    OverdueSince,

    /// <summary>Purchases in the trailing active period.</summary>
    Purchases,

    /// <summary>Net sales in the trailing active period.</summary>
    Sales,
}
