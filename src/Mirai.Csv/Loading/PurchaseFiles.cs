using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>All inputs of one load, one after the other, as one input.</summary>
internal sealed class PurchaseFiles(
    CsvOptions options,
    IProgress<IngestProgress>? progress,
    CancellationToken cancellationToken,
    int blockSize = BlockFeed.DefaultBlockSize) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];
    private readonly IngestIssueLog _issues = new(Math.Max(1, options.Load.SamplesPerKind));
    private PurchaseIntake? _intake;
    private PurchaseWorker?[] _workers = [];
    private string _firstLabel = "";
    private string _lastDescription = "";
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

    /// <summary>Loads files, patterns and standard input.</summary>
    public bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns, [NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        if (InputPaths.TryExpand(pathsOrPatterns, out var files, _notes) is { } trouble)
        {
            failure = new IngestFailure(trouble, Report: null);
            return false;
        }

        _toOpen = files.Count;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!CsvSource.TryOpen(file, options, out var source, out var error)) return Fail(error, out failure);
            using (source)
            {
                if (Guard(source, file) is { } wrong) return Fail(wrong, out failure);
            }

            if (MustStop) break;
        }

        return TryFinish(out load, out failure);
    }

    /// <summary>Loads a stream, which stays open.</summary>
    public bool TryLoad(Stream stream, [NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        cancellationToken.ThrowIfCancellationRequested();
        if (!CsvSource.TryOpen(stream, "", options, leaveOpen: true, out var source, out var error)) return Fail(error, out failure);
        using (source)
        {
            if (Guard(source, "The input") is { } wrong) return Fail(wrong, out failure);
        }

        return TryFinish(out load, out failure);
    }

    /// <summary>What a thread works with, ready for a file.</summary>
    public PurchaseWorker WorkerAt(int index, PurchaseColumnNames names, string sourceName)
    {
        lock (_lock)
        {
            var worker = _workers[index] ??= new PurchaseWorker(Intake.CreateRowIntake(names, sourceName), options.Load);
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

    public void Dispose() => _intake?.Dispose();

    /// <summary>Reads a file; a device that fails half-way is a failure of the load, not an exception.</summary>
    private string? Guard(CsvSource source, string label)
    {
        try
        {
            return Read(source, label);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{label} cannot be read: {exception.Message}";
        }
    }

    private string? Read(CsvSource source, string label)
    {
        var file = new PurchaseFile(source, this, cancellationToken);
        if (file.TryReadHeader(options, out var headers, out var columns, out var fieldCount) is { } wrong) return wrong;
        if (_intake is null)
        {
            _firstLabel = label;
            _intake = new PurchaseIntake(columns!.ToLayout(options.Load.Currency), options.Load);
            _workers = new PurchaseWorker?[_intake.Threads];
        }

        if (ColumnPlan.TryFit(columns!, headers, fieldCount, _intake.Layout, out var plan) is { } difference)
        {
            return $"{label} does not fit {_firstLabel}: {difference}. "
                + "Files of one load have the same columns; --map NAME=- leaves one out.";
        }

        Describe(source, columns!.Describe(headers));
        if (file.ReadRows(plan!) is { } trouble) return trouble;
        _opened++;
        return null;
    }

    private void Describe(CsvSource source, string description)
    {
        _notes.AddRange(source.Notes);
        if (string.Equals(description, _lastDescription, StringComparison.Ordinal)) return;
        _notes.Add(source.Name.Length == 0 ? $"Columns: {description}." : $"{source.Name}: columns: {description}.");
        _lastDescription = description;
    }

    private bool TryFinish([NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure) =>
        Intake.TryFinish(_issues, _rowsJoined, _notes, out load, out failure, cancellationToken);

    private bool Fail(string message, out IngestFailure failure)
    {
        failure = new IngestFailure(message, _rowsJoined > 0 ? _issues.ToReport(_rowsJoined, _notes) : null);
        return false;
    }
}
