using System.Runtime.CompilerServices;

namespace Mirai.History;

/// <summary>A row on its way from a writer into the history.</summary>
internal interface IStoredRow
{
    /// <summary>Whether rows of this type can have a second key word at all.</summary>
    static abstract bool HasHighKey { get; }

    /// <summary><see cref="CustomerCode.Mixed"/>.</summary>
    ulong MixedKey { get; }

    /// <summary><see cref="CustomerCode.High"/>.</summary>
    ulong HighKey { get; }

    /// <summary>The day, as <see cref="DateOnly.DayNumber"/>.</summary>
    int DayNumber { get; }

    /// <summary>The amount in minor units.</summary>
    long Amount { get; }

    /// <summary>Where the row's discount, order and dimensions are, as <see cref="RowExtras"/> numbers them; -1 without any.</summary>
    long Extra { get; }
}

/// <summary>16 bytes: a short key, a day, and an amount that fits 32 bits. Nearly every row of nearly every file.</summary>
internal readonly struct NarrowRow(ulong key, int dayNumber, int amount) : IStoredRow
{
    public static bool HasHighKey => false;

    public ulong MixedKey { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = key;

    public ulong HighKey => 0;

    public int DayNumber { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = dayNumber;

    public long Amount => Amount32;

    public long Extra => -1;

    private int Amount32 { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = amount;
}

/// <summary>32 bytes: any key, day and amount, and nothing else. Rows with longer keys or greater amounts.</summary>
internal readonly struct PlainRow(CustomerCode code, int dayNumber, long amount) : IStoredRow
{
    public static bool HasHighKey => true;

    public ulong MixedKey { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = code.Mixed;

    public ulong HighKey { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = code.High;

    public long Amount { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = amount;

    public int DayNumber { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; } = dayNumber;

    public long Extra => -1;

    /// <summary>The same row of a narrow one.</summary>
    public static PlainRow From(in NarrowRow row) => new(new CustomerCode(row.MixedKey, 0), row.DayNumber, row.Amount);
}

/// <summary>40 bytes: any row, in a table whose rows have a discount, an order or dimensions.</summary>
internal readonly struct WideRow(CustomerCode code, int dayNumber, long amount, long extra) : IStoredRow
{
    public static bool HasHighKey => true;

    public ulong MixedKey { get; } = code.Mixed;

    public ulong HighKey { get; } = code.High;

    public int DayNumber { get; } = dayNumber;

    public long Amount { get; } = amount;

    public long Extra { get; } = extra;

    /// <summary>How many bits of <see cref="Extra"/> number the extras of one writer; the writer's own number is above them.</summary>
    public const int ExtraBits = 40;
}
