using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Loading;
using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>Loads contacts (direct mail, e-mail, calls) from CSV: files, patterns, gzip, standard input (<c>-</c>) or any stream.</summary>
/// <remarks>
/// The inputs, and what happens to bad rows, are those of <see cref="CsvPurchases"/>. Columns are <c>customer</c>, <c>day</c>, and where a file has
/// them <c>cost</c>, <c>channel</c> and <c>campaign</c>; headers are recognised in English and Japanese. <see cref="CsvOptions.Columns"/> says what
/// is not recognised, by these names. A file with a header and no rows is a load of no contacts.
/// </remarks>
public static class CsvContacts
{
    /// <summary>Loads several files as one input, in the order given; the files of a pattern are sorted by name.</summary>
    /// <param name="pathsOrPatterns">Files, patterns, <c>-</c>.</param>
    /// <param name="options">How they are read; <see langword="null"/> for <see cref="CsvOptions.Default"/>.</param>
    /// <param name="load">The contacts, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="progress">Told after every block; from any thread, one at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns,
        CsvOptions? options,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathsOrPatterns);
        using var files = new ContactFiles(options ?? CsvOptions.Default, progress, cancellationToken);
        return files.TryLoad(pathsOrPatterns, out load, out failure);
    }

    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <inheritdoc cref="TryLoad(IReadOnlyList{string}, CsvOptions?, out ContactLoad?, out IngestFailure?, IProgress{IngestProgress}?, CancellationToken)"/>
    /// <param name="path">The file, a pattern, or <c>-</c>.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="load">The contacts, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="progress">Told after every block.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        string path,
        CsvOptions? options,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TryLoad([path], options, out load, out failure, progress, cancellationToken);
    }

    /// <summary>Loads a stream from where it stands; it need not be able to seek, and stays open.</summary>
    /// <inheritdoc cref="TryLoad(IReadOnlyList{string}, CsvOptions?, out ContactLoad?, out IngestFailure?, IProgress{IngestProgress}?, CancellationToken)"/>
    /// <param name="stream">The text, gzip or not.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="load">The contacts, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="progress">Told after every block.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        Stream stream,
        CsvOptions? options,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var files = new ContactFiles(options ?? CsvOptions.Default, progress, cancellationToken);
        return files.TryLoad(stream, out load, out failure);
    }

    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <exception cref="IngestException">There are no contacts to be had; the failure says why.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ContactLoad Load(
        string path,
        CsvOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(path, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads a stream from where it stands; it stays open.</summary>
    /// <inheritdoc cref="Load(string, CsvOptions?, IProgress{IngestProgress}?, CancellationToken)"/>
    public static ContactLoad Load(
        Stream stream,
        CsvOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(stream, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);
}
