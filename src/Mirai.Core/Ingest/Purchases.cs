using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Loads purchases into a history: from objects, from a database's reader, from batches of columns.</summary>
/// <remarks>
/// <para>Every way in judges rows alike (<see cref="PurchaseRowIntake"/>): bad rows are counted and sampled, never thrown. <c>TryLoad</c> is false where
/// the input as a whole could not be used; <c>Load</c> throws <see cref="IngestException"/> then. An exception that the input itself throws while it is
/// enumerated goes through, and so does <see cref="OperationCanceledException"/>.</para>
/// <para>Blanks around keys and texts are no part of them; a numeric key is the same customer as the number written as text.</para>
/// </remarks>
public static class Purchases
{
    /// <summary>Loads purchases from objects.</summary>
    /// <exception cref="IngestException">No history can be made of them.</exception>
    public static PurchaseLoad Load(
        IEnumerable<Purchase> purchases,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(purchases, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads purchases from objects.</summary>
    /// <param name="purchases">
    /// The purchases. The history has discounts, orders and dimensions if one of them has; to know that, the objects are walked over twice, and kept
    /// until then if they are not a collection. Rows are numbered from 1.
    /// </param>
    /// <param name="options">How they are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public static bool TryLoad(
        IEnumerable<Purchase> purchases,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        return ObjectSource.TryLoad(purchases, options ?? PurchaseLoadOptions.Default, out load, out failure, progress, cancellationToken);
    }

    /// <summary>Loads purchases from a database's reader.</summary>
    /// <exception cref="IngestException">A column is missing or fits twice, or no history can be made of the rows.</exception>
    public static PurchaseLoad Load(
        DbDataReader reader,
        ColumnMap? map = null,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(reader, map, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads purchases from a database's reader: its current result set, from the next row to the last.</summary>
    /// <param name="reader">
    /// The reader, which stays open. Columns may have any type: keys are text, numbers or GUIDs; days are dates, text or numbers yyyymmdd; amounts are
    /// numbers or text. Of a date with a time zone the day counts as it is written.
    /// </param>
    /// <param name="map">Which column is what; <see langword="null"/> to recognise all by their names.</param>
    /// <param name="options">How rows are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public static bool TryLoad(
        DbDataReader reader,
        ColumnMap? map,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return DbReaderSource.TryLoad(
            reader, map ?? ColumnMap.Detect, options ?? PurchaseLoadOptions.Default, out load, out failure, progress, cancellationToken);
    }

    /// <summary>Loads purchases from batches of columns.</summary>
    /// <exception cref="IngestException">No history can be made of them.</exception>
    public static PurchaseLoad Load(
        IEnumerable<PurchaseColumns> batches,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(batches, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads purchases from one batch of columns.</summary>
    /// <exception cref="IngestException">No history can be made of it.</exception>
    public static PurchaseLoad Load(
        PurchaseColumns columns,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Load([columns], options, progress, cancellationToken);
    }

    /// <summary>Loads purchases from batches of columns. A large batch is split over threads; how it is split changes nothing.</summary>
    /// <param name="batches">The batches; rows are numbered from 1 through all of them.</param>
    /// <param name="options">How rows are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time, from any thread but never from two at once.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    /// <exception cref="ArgumentException">The batches have different optional columns or dimensions.</exception>
    public static bool TryLoad(
        IEnumerable<PurchaseColumns> batches,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return ColumnSource.TryLoad(batches, options ?? PurchaseLoadOptions.Default, out load, out failure, progress, cancellationToken);
    }
}
