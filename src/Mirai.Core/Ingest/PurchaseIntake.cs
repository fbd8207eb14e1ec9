using System.Diagnostics.CodeAnalysis;
using Mirai.History;

namespace Mirai.Ingest;

/// <summary>One load of purchases from beginning to end: hands out the doors for rows, and turns what came through them into a history.</summary>
/// <remarks>For writers of readers for further formats. Who only wants to load purchases uses <see cref="Purchases"/>.</remarks>
public sealed class PurchaseIntake : IDisposable
{
    private readonly PurchaseHistoryBuilder _builder;

    /// <summary>An intake for rows of a layout, whose currency is that of the options.</summary>
    public PurchaseIntake(PurchaseLayout layout, PurchaseLoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (layout.Currency != options.Currency)
            throw new ArgumentException($"The layout is in {layout.Currency}, the options are in {options.Currency}.", nameof(layout));
        Layout = layout;
        Options = options;
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
        new(_builder.CreateWriter(), Layout, Options, names, source);

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
        IReadOnlyList<string> notes,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(notes);
        load = null;
        var report = issues.ToReport(rowsRead, notes);
        var trouble = Judge(issues, report);
        if (trouble is null)
        {
            try
            {
                var history = _builder.Build(
                    new HistoryBuildOptions(Options.ObservedUntil, Options.BeganWithData, Options.MaxThreads), cancellationToken);
                load = new PurchaseLoad(history, report);
            }
            catch (OverflowException exception)
            {
                trouble = $"The rows do not fit into a history: {exception.Message}";
            }
        }

        failure = trouble is null ? null : new IngestFailure(trouble, report);
        return load is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => _builder.Dispose();

    private string? Judge(IngestIssueLog issues, IngestReport report)
    {
        if (Options.OnBadRow == BadRowPolicy.Stop && issues.First is { } first) return $"Stopped at the first bad row: {first}.";
        if (Options.MaxBadRows is { } limit && issues.Count > limit)
            return $"{issues.Count} of {report.RowsRead} rows are bad; at most {limit} may be. The first: {issues.First}.";
        if (report.RowsRead == 0) return "The input holds no purchases: it has no rows.";
        return report.RowsAccepted == 0 ? $"None of the {report.RowsRead} rows can be used. The first: {issues.First}." : null;
    }
}
