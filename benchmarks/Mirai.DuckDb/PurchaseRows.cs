using System.Globalization;

namespace Mirai.DuckDb;

/// <summary>Purchase lines as plain columns, one entry a line: what both engines are fed with.</summary>
public sealed record PurchaseRows
{
    /// <summary>Text keys, or <see langword="null"/> where <see cref="CustomerNumbers"/> holds them.</summary>
    public IReadOnlyList<string>? CustomerKeys { get; init; }

    /// <summary>Numeric keys, or <see langword="null"/> where <see cref="CustomerKeys"/> holds them.</summary>
    public int[]? CustomerNumbers { get; init; }

    /// <summary><see cref="DateOnly.DayNumber"/> of every line.</summary>
    public required int[] DayNumbers { get; init; }

    /// <summary>Minor units, negative for a return.</summary>
    public required long[] Amounts { get; init; }

    /// <summary>Minor units, or <see langword="null"/> where the lines carry no discount.</summary>
    public long[]? Discounts { get; init; }

    /// <summary>Order ids, or <see langword="null"/> where every line is a purchase of its own.</summary>
    public IReadOnlyList<string>? Orders { get; init; }

    /// <summary>Text columns by name.</summary>
    public IReadOnlyDictionary<string, string[]> Dimensions { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>How many lines.</summary>
    public int Count => DayNumbers.Length;

    /// <summary>The key of a line as text.</summary>
    public string KeyOf(int row) => CustomerNumbers is { } numbers
        ? numbers[row].ToString(CultureInfo.InvariantCulture)
        : CustomerKeys![row];
}
