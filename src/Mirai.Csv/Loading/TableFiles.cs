using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>All inputs of one load, one after the other, as one input: files of purchases, or files of contacts.</summary>
internal abstract class TableFiles(CsvOptions options, IProgress<IngestProgress>? progress, int blockSize, CancellationToken cancellationToken)
    : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<IngestRemark> _notes = [];
    private readonly IngestIssueLog _issues = new(Math.Max(1, options.Load.SamplesPerKind));
    private PurchaseIntake? _intake;
    private TableColumns? _first;
    private TableWorker?[] _workers = [];
    private IngestRemark _firstLabel = CsvRemarks.Label("");
    private IngestRemark? _lastDescription;
    private long _rowsJoined;
    private long _rowsReported;
    private double? _fraction;
    private int _opened;
    private int _toOpen = 1;

    /// <summary>Bytes in a block.</summary>
    public int BlockSize { get; } = blockSize;

    /// <summary>Where rows go; there from the first header on.</summary>
    public PurchaseIntake Intake => _intake ?? throw new InvalidOperationException("No header has been read yet.");

    /// <summary>How many issues of each kind are kept.</summary>
    public int SamplesPerKind => Math.Max(1, options.Load.SamplesPerKind);

    /// <summary>Whether the policy is to stop and a row was bad.</summary>
    public bool MustStop => options.Load.OnBadRow == BadRowPolicy.Stop && _issues.Count > 0;

    /// <summary>The bad rows so far.</summary>
    protected IngestIssueLog Issues => _issues;

    /// <summary>Rows met so far.</summary>
    protected long RowsRead => _rowsJoined;

    /// <summary>Remarks for a person.</summary>
    protected IReadOnlyList<IngestRemark> Notes => _notes;

    /// <summary>Finds the columns of a file; the headers are none for a file without.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public abstract IngestRemark? TryResolve(IReadOnlyList<string> headers, int fieldCount, out TableColumns? columns);

    /// <summary>Reads files, patterns and standard input.</summary>
    /// <returns>Why they cannot be used, or <see langword="null"/>.</returns>
    protected IngestFailure? Read(IReadOnlyList<string> pathsOrPatterns)
    {
        if (InputPaths.TryExpand(pathsOrPatterns, out var files, _notes) is { } trouble) return new IngestFailure(trouble, Report: null);
        _toOpen = files.Count;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!CsvSource.TryOpen(file, options, out var source, out var error)) return Failure(error);
            using (source)
            {
                if (Guard(source, CsvRemarks.Label(file)) is { } wrong) return Failure(wrong);
            }

            if (MustStop) break;
        }

        return null;
    }

    /// <summary>Reads a stream, which stays open.</summary>
    /// <returns>Why it cannot be used, or <see langword="null"/>.</returns>
    protected IngestFailure? Read(Stream stream)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!CsvSource.TryOpen(stream, "", options, leaveOpen: true, out var source, out var error)) return Failure(error);
        using (source)
        {
            return Guard(source, CsvRemarks.Label("")) is { } wrong ? Failure(wrong) : null;
        }
    }

    /// <summary>Opens the intake for rows with the columns of the first file.</summary>
    protected abstract PurchaseIntake Open(TableColumns columns);

    /// <summary>What a thread works with, ready for a file.</summary>
    public TableWorker WorkerAt(int index, PurchaseColumnNames names, string sourceName)
    {
        lock (_lock)
        {
            var worker = _workers[index] ??= new TableWorker(Intake.CreateRowIntake(names, sourceName), options.Load);
            worker.Door.GoOn(names, sourceName);
            return worker;
        }
    }

    /// <summary>Tells the caller how far the load has come.</summary>
    public void Report(long rows, double? fraction)
    {
        lock (_lock)
        {
            _rowsReported += rows;
            if (fraction is { } part) _fraction = Math.Max(_fraction ?? 0, (_opened + part) / _toOpen);
            progress?.Report(new IngestProgress(_rowsReported, fraction is null ? null : _fraction));
        }
    }

    /// <summary>Takes over what was met in the next part of the input.</summary>
    public void Join(IngestIssueLog issues, long lineOffset, long rowsRead)
    {
        _issues.Append(issues, lineOffset);
        _rowsJoined += rowsRead;
    }

    public void Dispose()
    {
        _intake?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads a file; a device that fails half-way is a failure of the load, not an exception.</summary>
    private IngestRemark? Guard(CsvSource source, IngestRemark label)
    {
        try
        {
            return Read(source, label);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CsvRemarks.CannotRead(label, exception);
        }
    }

    private IngestRemark? Read(CsvSource source, IngestRemark label)
    {
        var file = new TableFile(source, this, cancellationToken);
        if (file.TryReadHeader(options, out var columns, out var fieldCount) is { } wrong) return wrong;
        if (_first is null)
        {
            (_first, _firstLabel) = (columns!, label);
            _intake = Open(_first);
            _workers = new TableWorker?[_intake.Threads];
        }

        if (ColumnPlan.TryFit(columns!, fieldCount, _first, out var plan) is { } difference)
        {
            return CsvRemarks.DoesNotFit(label, _firstLabel, difference, _first.IsOfContacts ? "--contacts-map" : "--map");
        }

        Describe(source, columns!.Description);
        if (file.ReadRows(plan!) is { } trouble) return trouble;
        _opened++;
        return null;
    }

    private void Describe(CsvSource source, IngestRemark description)
    {
        _notes.AddRange(source.Notes);
        if (description.Equals(_lastDescription)) return;
        _notes.Add(CsvRemarks.Columns(source.Name, description));
        _lastDescription = description;
    }

    private IngestFailure Failure(IngestRemark message) => new(message, _rowsJoined > 0 ? _issues.ToReport(_rowsJoined, _notes) : null);
}
