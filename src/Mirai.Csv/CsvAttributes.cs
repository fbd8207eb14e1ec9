using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Loading;
using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>Loads customer attributes from CSV: a column with the customer's key, and others, each of which is an attribute.</summary>
/// <remarks>
/// The inputs are those of <see cref="CsvPurchases"/>. Of <see cref="CsvOptions.Columns"/> only the customer's entry counts; a file without
/// a header has attributes named <c>column 2</c> and so on. Several files need not have the same columns.
/// </remarks>
public static class CsvAttributes
{
    /// <summary>Loads files, patterns or standard input as one input.</summary>
    /// <param name="pathsOrPatterns">Files, patterns, <c>-</c>.</param>
    /// <param name="options">How they are read; <see langword="null"/> for <see cref="CsvOptions.Default"/>.</param>
    /// <param name="load">The attributes, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns,
        CsvOptions? options,
        [NotNullWhen(true)] out AttributeLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathsOrPatterns);
        return new AttributeFiles(options ?? CsvOptions.Default, cancellationToken).TryLoad(pathsOrPatterns, out load, out failure);
    }

    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <inheritdoc cref="TryLoad(IReadOnlyList{string}, CsvOptions?, out AttributeLoad?, out IngestFailure?, CancellationToken)"/>
    /// <param name="path">The file, a pattern, or <c>-</c>.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="load">The attributes, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        string path,
        CsvOptions? options,
        [NotNullWhen(true)] out AttributeLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TryLoad([path], options, out load, out failure, cancellationToken);
    }

    /// <summary>Loads a stream from where it stands; it stays open.</summary>
    /// <inheritdoc cref="TryLoad(IReadOnlyList{string}, CsvOptions?, out AttributeLoad?, out IngestFailure?, CancellationToken)"/>
    /// <param name="stream">The text, gzip or not.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="load">The attributes, and what happened to every row.</param>
    /// <param name="failure">Why there are none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static bool TryLoad(
        Stream stream,
        CsvOptions? options,
        [NotNullWhen(true)] out AttributeLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new AttributeFiles(options ?? CsvOptions.Default, cancellationToken).TryLoad(stream, out load, out failure);
    }

    /// <summary>Loads one file, the files of a pattern, or standard input.</summary>
    /// <exception cref="IngestException">There are no attributes; the failure says why.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static AttributeLoad Load(string path, CsvOptions? options = null, CancellationToken cancellationToken = default) =>
        TryLoad([path], options, out var load, out var failure, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads a stream from where it stands; it stays open.</summary>
    /// <inheritdoc cref="Load(string, CsvOptions?, CancellationToken)"/>
    public static AttributeLoad Load(Stream stream, CsvOptions? options = null, CancellationToken cancellationToken = default) =>
        TryLoad(stream, options, out var load, out var failure, cancellationToken) ? load : throw new IngestException(failure);
}
