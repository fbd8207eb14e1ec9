namespace Mirai.Rules;

/// <summary>Why a rule could not be decided.</summary>
public enum UndecidedReason
{
    /// <summary>The days reach not far enough back.</summary>
    NotEnoughHistory,

    /// <summary>A figure is missing.</summary>
    MissingInput,

    /// <summary>A <c>needs</c> does not hold, such as a minimum size.</summary>
    NeedsNotMet,

    /// <summary>The purchases carry no discounts.</summary>
    NoDiscounts,

    /// <summary>There are no contacts at all.</summary>
    NoContacts,

    /// <summary>The contacts carry no costs.</summary>
    NoContactCosts,
}
