using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>What to do with a row that cannot be used.</summary>
public enum BadRowPolicy
{
    /// <summary>Leave it out, count it and keep samples.</summary>
    Skip,

    /// <summary>Fail at the first one (the lowest line number).</summary>
    Stop,
}

/// <summary>How purchases are read, whatever they are read from.</summary>
public sealed record PurchaseLoadOptions
{
    /// <summary>Yen, bad rows skipped and reported, amounts exact, observed until the last row's day.</summary>
    public static PurchaseLoadOptions Default { get; } = new();

    /// <summary>The currency of all amounts: it sets the scale of the columns.</summary>
    public Currency Currency { get; init; } = Currency.Jpy;

    /// <summary>How days that come as text are read: in every unambiguous way, or in one stated format.</summary>
    public DayText DayText { get; init; } = DayText.Any;

    /// <summary>Round amounts with more decimals than the currency has, half to even; otherwise they are bad rows.</summary>
    public bool RoundAmounts { get; init; }

    /// <summary>What to do with a row that cannot be used.</summary>
    public BadRowPolicy OnBadRow { get; init; } = BadRowPolicy.Skip;

    /// <summary>Fail when more rows than this are bad; <see langword="null"/> for no limit. Judged at the end, so that the report is whole.</summary>
    public long? MaxBadRows { get; init; }

    /// <summary>The last day the data covers; <see langword="null"/> for the last row's day. Rows after it are bad rows.</summary>
    public DateOnly? ObservedUntil { get; init; }

    /// <summary>Whether the business began with the data, so that its first customers really are new.</summary>
    public bool BeganWithData { get; init; }

    /// <summary>How many threads may work at once; 0 for one per processor. No result depends on it.</summary>
    public int MaxThreads { get; init; }

    /// <summary>How many bad rows of each kind are kept as samples; at least 1.</summary>
    public int SamplesPerKind { get; init; } = 5;
}

/// <summary>How far a load has come.</summary>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="Fraction">From 0 to 1 where the size of the input is known; else <see langword="null"/>.</param>
public readonly record struct IngestProgress(long RowsRead, double? Fraction);
