using Mirai.Model;

namespace Mirai.History;

/// <summary>Builds a <see cref="PurchaseHistory"/> from rows in any order, on any number of threads.</summary>
public sealed partial class PurchaseHistoryBuilder : IDisposable
{
    /// <summary>A builder for rows of a layout.</summary>
    public PurchaseHistoryBuilder(PurchaseLayout layout) => Layout = layout;

    /// <summary>Which optional columns the rows have.</summary>
    public PurchaseLayout Layout { get; }

    /// <summary>A writer for one thread. The builder owns it.</summary>
    public PurchaseWriter CreateWriter() => throw new NotSupportedException();

    /// <summary>The history of all rows given to the writers. The builder is empty afterwards.</summary>
    /// <exception cref="OverflowException">A sum of amounts passes 64 bits.</exception>
    public PurchaseHistory Build(HistoryBuildOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>What the rows themselves do not say.</summary>
/// <param name="ObservedUntil">The last day the data covers; <see langword="null"/> for the last row's day. No row may lie after it.</param>
/// <param name="BeganWithData">Whether the business began with the data.</param>
/// <param name="MaxThreads">How many threads may work; 0 for one per processor.</param>
public sealed record HistoryBuildOptions(DateOnly? ObservedUntil = null, bool BeganWithData = false, int MaxThreads = 0);
