using Mirai.Model;

namespace Mirai.History;

/// <summary>Builds a <see cref="PurchaseHistory"/> from rows in any order, on any number of threads.</summary>
/// <remarks>
/// Time is linear in rows: they are scattered by customer into partitions as they arrive, and each partition is then sorted inside a core's
/// cache. Working memory is 11 bytes a row for keys that are numbers below 2^32 given in columns or read from a file, 16 for other short keys
/// and amounts of 32 bits, 32 for others, 40 and more with discounts, orders or dimensions.
/// </remarks>
/// <example>
/// <code>
/// using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Usd });
/// builder.CreateWriter().Add("C1"u8, day.DayNumber, 1250);
/// var history = builder.Build(new HistoryBuildOptions());
/// </code>
/// </example>
public sealed class PurchaseHistoryBuilder : IDisposable
{
    private readonly List<PurchaseWriter> _writers = [];
    private readonly Lock _creating = new();

    /// <summary>A builder for rows of a layout.</summary>
    public PurchaseHistoryBuilder(PurchaseLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        Dimensions = [.. layout.Dimensions.Select(_ => new DimensionValues())];
    }

    /// <summary>Which optional columns the rows have.</summary>
    public PurchaseLayout Layout { get; }

    internal IReadOnlyList<DimensionValues> Dimensions { get; }

    /// <summary>A writer for one thread. The builder owns it. May be called from any thread.</summary>
    public PurchaseWriter CreateWriter()
    {
        lock (_creating)
        {
            var writer = new PurchaseWriter(this, _writers.Count);
            _writers.Add(writer);
            return writer;
        }
    }

    /// <summary>The history of all rows given to the writers. Call it once; the builder is empty afterwards.</summary>
    /// <exception cref="OverflowException">The amounts, or the discounts, add up to more than 64 bits of minor units; or there are more than 2,147,483,591 rows.</exception>
    /// <exception cref="ArgumentException">A row lies after <see cref="HistoryBuildOptions.ObservedUntil"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PurchaseHistory Build(HistoryBuildOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return new HistoryAssembly(this, _writers, options, cancellationToken).Assemble();
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Gives working memory of earlier builds back to the system, which else happens some time after the last one.</summary>
    /// <remarks>Up to 3 GiB are kept, because memory that was used before is much faster than new memory.</remarks>
    public static void ReleaseMemory() => NativePages.ReleaseKept();

    /// <summary>Frees the rows that have not been built into a history.</summary>
    public void Dispose()
    {
        foreach (var writer in _writers) writer.Free();
        _writers.Clear();
    }
}

/// <summary>What the rows themselves do not say.</summary>
/// <param name="ObservedUntil">The last day the data covers; <see langword="null"/> for the last row's day. No row may lie after it.</param>
/// <param name="BeganWithData">Whether the business began with the data.</param>
/// <param name="MaxThreads">How many threads may work; 0 for one per processor.</param>
public sealed record HistoryBuildOptions(DateOnly? ObservedUntil = null, bool BeganWithData = false, int MaxThreads = 0);
