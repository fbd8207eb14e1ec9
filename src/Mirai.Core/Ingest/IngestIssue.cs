namespace Mirai.Ingest;

/// <summary>What is wrong with a row of input.</summary>
public enum IngestIssueKind
{
    /// <summary>The customer's key is empty.</summary>
    MissingCustomer,

    /// <summary>The day is empty or cannot be read as a date.</summary>
    UnreadableDay,

    /// <summary>The amount is empty or cannot be read as a number.</summary>
    UnreadableAmount,

    /// <summary>The amount or discount does not fit 64 bits of minor units.</summary>
    AmountTooLarge,

    /// <summary>The amount or discount has more decimals than the currency, and rounding was not allowed.</summary>
    TooManyDecimals,

    /// <summary>The discount cannot be read as a number.</summary>
    UnreadableDiscount,

    /// <summary>A purchase has a negative discount.</summary>
    NegativeDiscount,

    /// <summary>A contact's cost cannot be read as a number.</summary>
    UnreadableCost,

    /// <summary>A contact has a negative cost.</summary>
    NegativeCost,

    /// <summary>The row has fewer or more fields than the header.</summary>
    WrongFieldCount,

    /// <summary>A quoted field is never closed, or text follows its closing quote.</summary>
    BrokenQuote,

    /// <summary>The row's bytes are not text in the stated encoding, or hold a NUL.</summary>
    InvalidText,

    /// <summary>The row lies after the day until which the data was said to be observed.</summary>
    AfterObservedUntil,

    /// <summary>The input ended, or could not be decompressed, in the middle of a row.</summary>
    CutOff,
}

/// <summary>One bad row: what was found, what was expected, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Source">The file or table; empty where there is only one unnamed input.</param>
/// <param name="LineNumber">From 1, the header included; for rows that are not lines, the row's number from 1; 0 where unknown.</param>
/// <param name="Column">The column's name, or empty where the whole row is meant.</param>
/// <param name="Found">The text found, cut to 80 characters.</param>
/// <param name="Expected">What was expected instead.</param>
public sealed record IngestIssue(IngestIssueKind Kind, string Source, long LineNumber, string Column, string Found, IngestRemark Expected)
{
    /// <summary>The issue in one line: <c>orders.csv line 17, column amount: found `12x`, expected a number</c>.</summary>
    public override string ToString() => ToString("en");

    /// <summary>The issue in one line.</summary>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public string ToString(string language) => RowRemarks.BadRow(this).ToString(language);
}
