using System.Diagnostics.CodeAnalysis;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>One load of contacts from beginning to end: hands out the doors for rows, and turns what came through them into a history.</summary>
/// <remarks>For writers of readers for further formats. Who only wants to load contacts uses <see cref="Contacts"/>.</remarks>
public sealed class ContactIntake : IDisposable
{
    private readonly bool _hasCosts;

    /// <summary>An intake for contacts.</summary>
    /// <param name="dimensions">The names of the text columns, in the order in which rows give their values.</param>
    /// <param name="hasCosts">Whether rows say what a contact cost.</param>
    /// <param name="options">How rows are judged.</param>
    public ContactIntake(IReadOnlyList<string> dimensions, bool hasCosts, PurchaseLoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(options);
        _hasCosts = hasCosts;
        Rows = new PurchaseIntake(new PurchaseLayout { Currency = options.Currency, Dimensions = dimensions }, options, isOfContacts: true);
    }

    /// <summary>The doors for the rows. A contact's cost is its amount, and may be empty; there is neither discount nor order.</summary>
    public PurchaseIntake Rows { get; }

    /// <summary>Judges the bad rows by the policy, and builds the history of the good ones.</summary>
    /// <param name="issues">The bad rows of all doors, in the order of the input.</param>
    /// <param name="rowsRead">Rows met at all doors; may be 0.</param>
    /// <param name="notes">Remarks for a person about the input as a whole.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is no history: the policy, no usable row, or a sum beyond 64 bits.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public bool TryFinish(
        IngestIssueLog issues,
        long rowsRead,
        IReadOnlyList<IngestRemark> notes,
        [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        var rows = Rows.TryBuild(issues, rowsRead, notes, out var report, out failure, cancellationToken);
        load = rows is null ? null : new ContactLoad(new ContactHistory(rows, _hasCosts), report);
        return load is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => Rows.Dispose();
}
