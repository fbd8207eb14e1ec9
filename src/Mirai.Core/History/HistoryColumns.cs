namespace Mirai.History;

/// <summary>
/// The columns of a history. Purchases lie customer by customer and by day within a customer: those of customer <c>c</c> are at
/// <c>Offsets[c] .. Offsets[c + 1]</c>. Days and amounts are as narrow as the data allows.
/// </summary>
internal sealed class HistoryColumns : IDisposable
{
    /// <summary>For each customer the place of the first purchase; one more entry than customers.</summary>
    public required NativeColumn<int> Offsets { get; init; }

    /// <summary>Day indexes, where the axis has at most 65,536 days; else <see cref="Days32"/>.</summary>
    public NativeColumn<ushort>? Days16 { get; init; }

    /// <summary>Day indexes on a longer axis.</summary>
    public NativeColumn<int>? Days32 { get; init; }

    /// <summary>Amounts in minor units, where all fit 32 bits; else <see cref="Amounts64"/>.</summary>
    public NativeColumn<int>? Amounts32 { get; init; }

    /// <summary>Amounts in minor units.</summary>
    public NativeColumn<long>? Amounts64 { get; init; }

    /// <summary>Discounts in minor units, where the layout has them.</summary>
    public NativeColumn<long>? Discounts { get; init; }

    /// <summary>The lines of orders, where the layout has dimensions.</summary>
    public LineColumns? Lines { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Offsets.Dispose();
        Days16?.Dispose();
        Days32?.Dispose();
        Amounts32?.Dispose();
        Amounts64?.Dispose();
        Discounts?.Dispose();
        Lines?.Dispose();
    }
}

/// <summary>What the lines of purchases say one by one, once there are dimensions by which to split them.</summary>
internal sealed class LineColumns : IDisposable
{
    /// <summary>For each purchase the place of its first line, and one more entry; <see langword="null"/> where every purchase is one line.</summary>
    public NativeColumn<int>? Offsets { get; init; }

    /// <summary>The lines' amounts; <see langword="null"/> where every purchase is one line.</summary>
    public NativeColumn<long>? Amounts { get; init; }

    /// <summary>The lines' discounts; <see langword="null"/> where every purchase is one line or there are no discounts.</summary>
    public NativeColumn<long>? Discounts { get; init; }

    /// <summary>By dimension, each line's place in the dimension's sorted texts.</summary>
    public required NativeColumn<int>[] Codes { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Offsets?.Dispose();
        Amounts?.Dispose();
        Discounts?.Dispose();
        foreach (var codes in Codes) codes.Dispose();
    }
}
