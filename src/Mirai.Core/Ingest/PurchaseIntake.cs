using System.Diagnostics.CodeAnalysis;
using Mirai.History;

namespace Mirai.Ingest;

/// <summary>One load of purchases from beginning to end: hands out the doors for rows, and turns what came through them into a history.</summary>
/// <remarks>For writers of readers for further formats. Who only wants to load purchases uses <see cref="Purchases"/>.</remarks>
public sealed class PurchaseIntake : IDisposable
{
    private readonly PurchaseHistoryBuilder _builder;
    private readonly bool _isOfContacts;

    /// <summary>An intake for rows of a layout, whose currency is that of the options.</summary>
    public PurchaseIntake(PurchaseLayout layout, PurchaseLoadOptions options)
        : this(layout, options, isOfContacts: false)
    {
    }

    internal PurchaseIntake(PurchaseLayout layout, PurchaseLoadOptions options, bool isOfContacts)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (layout.Currency != options.Currency)
            throw new ArgumentException($"The layout is in {layout.Currency}, the options are in {options.Currency}.", nameof(layout));
        Layout = layout;
        Options = options;
        _isOfContacts = isOfContacts;
        _builder = new PurchaseHistoryBuilder(layout);
    }

    /// <summary>Which optional columns the rows have.</summary>
    public PurchaseLayout Layout { get; }

    /// <summary>How rows are judged.</summary>
    public PurchaseLoadOptions Options { get; }

    /// <summary>How many threads may work at once; at least 1.</summary>
    public int Threads => Options.MaxThreads > 0 ? Options.MaxThreads : Environment.ProcessorCount;

    /// <summary>A door for the rows that one thread reads. It belongs to the intake.</summary>
    /// <param name="names">What the columns are called.</param>
    /// <param name="source">The file or table, for messages; empty where there is only one unnamed input.</param>
    public PurchaseRowIntake CreateRowIntake(PurchaseColumnNames names, string source = "") =>
        new(_builder.CreateWriter(), Layout, Options, names, source, _isOfContacts);

    /// <summary>Judges the bad rows by the policy, and builds the history of the good ones.</summary>
    /// <param name="issues">The bad rows of all doors, in the order of the input.</param>
    /// <param name="rowsRead">Rows met at all doors.</param>
    /// <param name="notes">Remarks for a person about the input as a whole.</param>
    /// <param name="load">The history and the report.</param>
    /// <param name="failure">Why there is no history: the policy, no usable row, or a sum beyond 64 bits.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public bool TryFinish(
        IngestIssueLog issues,
        long rowsRead,
        IReadOnlyList<IngestRemark> notes,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        var history = TryBuild(issues, rowsRead, notes, out var report, out failure, cancellationToken);
        load = history is null ? null : new PurchaseLoad(history, report);
        return load is not null;
    }

    /// <summary>Judges the bad rows, and builds the columns of the good ones; <see langword="null"/> where there are none to be had.</summary>
    internal PurchaseHistory? TryBuild(
        IngestIssueLog issues, long rowsRead, IReadOnlyList<IngestRemark> notes, out IngestReport report, out IngestFailure? failure,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(notes);
        report = issues.ToReport(rowsRead, notes);
        failure = Judge(issues, report) is { } trouble ? new IngestFailure(trouble, report) : null;
        if (failure is not null) return null;
        try
        {
            var options = new HistoryBuildOptions(_isOfContacts ? null : Options.ObservedUntil, Options.BeganWithData, Options.MaxThreads);
            return _builder.Build(options, cancellationToken);
        }
        catch (OverflowException exception)
        {
            failure = new IngestFailure(RowRemarks.TooMuch(exception.Message), report);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _builder.Dispose();

    private IngestRemark? Judge(IngestIssueLog issues, IngestReport report)
    {
        if (issues.Judge(Options, report.RowsRead) is { } trouble) return trouble;
        if (report.RowsRead == 0 && _isOfContacts) return null; // Nobody need have been contacted.
        if (report.RowsRead == 0) return RowRemarks.NoRows;
        return report.RowsAccepted == 0 ? RowRemarks.NoUsableRow(report.RowsRead, issues.First!) : null;
    }
}
