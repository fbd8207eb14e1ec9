using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Loading;
using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>Loads purchases from CSV: files, patterns such as <c>data/*.csv</c>, gzip, standard input (<c>-</c>) or any stream.</summary>
/// <remarks>
/// <para>Several files are one input: the columns of each are found by its own header, and all must have the same ones.</para>
/// <para>
/// Text without quotes is read on all cores, a block at a time, straight into the history's columns; anything else goes a slower way to
/// the same rows. Memory beyond the history does not grow with the file. No result depends on the number of threads.
/// </para>
/// <para>A row that cannot be used is never an exception: it is counted and reported, with its line.</para>
/// </remarks>
public static class CsvPurchases
{
    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <param name="path">The file, a pattern with <c>*</c>, <c>?</c> or <c>**</c>, or <c>-</c>.</param>
    /// <param name="options">How it is read; <see langword="null"/> for <see cref="CsvOptions.Default"/>.</param>
    /// <param name="load">The history, and what happened to every row.</param>
    /// <param name="failure">Why there is no history.</param>
    /// <param name="progress">Told after every block; from any thread, one at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static bool TryLoad(
        string path,
        CsvOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TryLoad([path], options, out load, out failure, progress, cancellationToken);
    }

    /// <summary>Loads several files as one input, in the order given; the files of a pattern are sorted by name.</summary>
    /// <inheritdoc cref="TryLoad(string, CsvOptions?, out PurchaseLoad?, out IngestFailure?, IProgress{IngestProgress}?, CancellationToken)"/>
    /// <param name="pathsOrPatterns">Files, patterns, <c>-</c>.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="load">The history, and what happened to every row.</param>
    /// <param name="failure">Why there is no history.</param>
    /// <param name="progress">Told after every block.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns,
        CsvOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathsOrPatterns);
        using var files = new PurchaseFiles(options ?? CsvOptions.Default, progress, cancellationToken);
        return files.TryLoad(pathsOrPatterns, out load, out failure);
    }

    /// <summary>Loads a stream from where it stands; it need not be able to seek, and stays open.</summary>
    /// <inheritdoc cref="TryLoad(string, CsvOptions?, out PurchaseLoad?, out IngestFailure?, IProgress{IngestProgress}?, CancellationToken)"/>
    /// <param name="stream">The text, gzip or not.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="load">The history, and what happened to every row.</param>
    /// <param name="failure">Why there is no history.</param>
    /// <param name="progress">Told after every block.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        Stream stream,
        CsvOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var files = new PurchaseFiles(options ?? CsvOptions.Default, progress, cancellationToken);
        return files.TryLoad(stream, out load, out failure);
    }

    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <exception cref="IngestException">There is no history; the failure says why.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PurchaseLoad Load(
        string path,
        CsvOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(path, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads several files as one input.</summary>
    /// <inheritdoc cref="Load(string, CsvOptions?, IProgress{IngestProgress}?, CancellationToken)"/>
    public static PurchaseLoad Load(
        IReadOnlyList<string> pathsOrPatterns,
        CsvOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(pathsOrPatterns, options, out var load, out var failure, progress, cancellationToken)
            ? load
            : throw new IngestException(failure);

    /// <summary>Loads a stream from where it stands; it stays open.</summary>
    /// <inheritdoc cref="Load(string, CsvOptions?, IProgress{IngestProgress}?, CancellationToken)"/>
    public static PurchaseLoad Load(
        Stream stream,
        CsvOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(stream, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);
}
