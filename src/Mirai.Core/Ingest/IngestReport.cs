namespace Mirai.Ingest;

/// <summary>What happened to every row of an input: read = accepted + bad.</summary>
/// <param name="RowsRead">Rows met, without headers and blank lines.</param>
/// <param name="RowsAccepted">Rows that are in the history.</param>
/// <param name="BadRows">How many rows were bad, by the first thing wrong with each.</param>
/// <param name="Samples">The first bad rows of each kind, in order of source and line.</param>
/// <param name="Notes">Remarks for a person: how columns, encoding and delimiter were recognised.</param>
public sealed record IngestReport(
    long RowsRead,
    long RowsAccepted,
    IReadOnlyDictionary<IngestIssueKind, long> BadRows,
    IReadOnlyList<IngestIssue> Samples,
    IReadOnlyList<IngestRemark> Notes)
{
    /// <summary>All bad rows of every kind.</summary>
    public long BadRowCount => RowsRead - RowsAccepted;
}

/// <summary>The input as a whole could not be used: a missing column, an unreadable file, too many bad rows.</summary>
/// <param name="Message">What was found, what was expected, and where.</param>
/// <param name="Report">What had been read until then.</param>
public sealed record IngestFailure(IngestRemark Message, IngestReport? Report);

/// <summary>Thrown by the throwing twins of the <c>TryLoad</c> methods.</summary>
public sealed class IngestException : Exception
{
    /// <summary>An exception that carries the failure.</summary>
    public IngestException(IngestFailure failure)
        : base(failure.Message) => Failure = failure;

    /// <summary>What went wrong, and what had been read until then.</summary>
    public IngestFailure Failure { get; }
}
