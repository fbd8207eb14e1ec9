using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Loads contacts into a <see cref="ContactHistory"/>: from objects, or from a database's reader.</summary>
/// <remarks>
/// Rows are judged as purchases are (<see cref="Purchases"/>), with the same options and report. People without a purchase are kept. Contacts
/// after the last day that the purchases cover are kept too, and count in no figure; where <see cref="PurchaseLoadOptions.ObservedUntil"/> states
/// that day, they are bad rows.
/// </remarks>
public static class Contacts
{
    /// <summary>Loads contacts from objects.</summary>
    /// <exception cref="IngestException">None of them can be used.</exception>
    public static ContactLoad Load(
        IEnumerable<Contact> contacts,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(contacts, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads contacts from objects.</summary>
    /// <param name="contacts">The contacts; walked over twice, and kept until then if they are not a collection. Rows are numbered from 1.</param>
    /// <param name="options">How they are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public static bool TryLoad(
        IEnumerable<Contact> contacts,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return ContactSources.TryLoad(contacts, options ?? PurchaseLoadOptions.Default, out load, out failure, progress, cancellationToken);
    }

    /// <summary>Loads contacts from a database's reader.</summary>
    /// <exception cref="IngestException">A column is missing or fits twice, or none of the rows can be used.</exception>
    public static ContactLoad Load(
        DbDataReader reader,
        ColumnMap? map = null,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(reader, map, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads contacts from a database's reader: its current result set, from the next row to the last.</summary>
    /// <param name="reader">The reader, which stays open. Columns may have any type, as those of purchases.</param>
    /// <param name="map">Which column is what, as <see cref="ColumnMap.TryResolveContacts"/> reads it; <see langword="null"/> to recognise all by their names.</param>
    /// <param name="options">How rows are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public static bool TryLoad(
        DbDataReader reader,
        ColumnMap? map,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ContactSources.TryLoad(
            reader, map ?? ColumnMap.Detect, options ?? PurchaseLoadOptions.Default, out load, out failure, progress, cancellationToken);
    }
}
