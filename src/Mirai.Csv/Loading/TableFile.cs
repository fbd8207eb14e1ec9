using System.Runtime.ExceptionServices;
using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>One input on its way into the intake: its header, then its blocks, on as many threads as are allowed and worth it.</summary>
internal sealed class TableFile(CsvSource source, TableFiles load, CancellationToken cancellationToken)
{
    private readonly BlockFeed _feed = new(source, load.BlockSize);
    private readonly RecordBlock _first = new();
    private readonly List<Part> _parts = [];
    private readonly Lock _partsLock = new();
    private ExceptionDispatchInfo? _trouble;
    private bool _sawCutOff;
    private int _headerEnd;
    private int _headerLines;

    private IngestRemark Label => CsvRemarks.Label(source.Name);

    /// <summary>Reads the header, or looks at the first record of a file without one.</summary>
    /// <param name="options">Whether there is a header.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="fieldCount">How many fields records have.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public IngestRemark? TryReadHeader(CsvOptions options, out TableColumns? columns, out int fieldCount)
    {
        columns = null;
        fieldCount = 0;
        if (!_feed.TryTake(_first)) return _feed.IsTooLong ? CsvRemarks.TooLong(Label) : CsvRemarks.EmptyTable(Label);
        var broken = _first.BrokenLines.Count > 0 ? _first.BrokenLines[0].Start.Value : int.MaxValue;
        using var records = new QuotedRecords(_first.Memory, source.Delimiter);
        if (!records.Read()) return CsvRemarks.BlankTable(Label);
        var end = records.Start + records.Raw.Length;
        if (broken < end) return CsvRemarks.BrokenFirstLine(Label, records.LineNumber);
        fieldCount = records.FieldCount;
        if (!options.HasHeader) return load.TryResolve([], fieldCount, out columns) is { } wrong ? CsvRemarks.About(Label, wrong) : null;
        var headers = new string[fieldCount];
        for (var column = 0; column < fieldCount; column++) headers[column] = records.Text(column).Trim();
        _headerEnd = AfterLineBreak(_first.Text, end);
        _headerLines = RecordCutter.CountLines(_first.Text[.._headerEnd]);
        if (load.TryResolve(headers, fieldCount, out columns) is not { } error) return null;
        var trouble = CsvRemarks.About(Label, error);
        return fieldCount == 1 ? CsvRemarks.DelimiterTaken(trouble, (char)source.Delimiter) : trouble;
    }

    /// <summary>Reads all rows.</summary>
    /// <returns>What is wrong with the input as a whole, or <see langword="null"/>.</returns>
    public IngestRemark? ReadRows(ColumnPlan plan)
    {
        var workers = _feed.IsDrained ? 1 : load.Intake.Threads;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker => Work(worker, plan));
        _trouble?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        if (_feed.IsTooLong) return CsvRemarks.TooLong(Label);
        Join(plan);
        return null;
    }

    private static int AfterLineBreak(ReadOnlySpan<byte> text, int at)
    {
        if (at < text.Length && text[at] == (byte)'\r') at++;
        return at < text.Length && text[at] == (byte)'\n' ? at + 1 : at;
    }

    private void Work(int worker, ColumnPlan plan)
    {
        var room = load.WorkerAt(worker, plan.Columns.Names, source.Name);
        try
        {
            var acceptor = new RowAcceptor(room.Door, plan, source);
            // The first block is already here; its lines begin after the header.
            if (worker == 0) Read(_first, _headerEnd, room, acceptor);
            while (!cancellationToken.IsCancellationRequested && _feed.TryTake(room.Block)) Read(room.Block, 0, room, acceptor);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The first trouble is thrown again by the caller's thread; the others stop quietly.
            Interlocked.CompareExchange(ref _trouble, ExceptionDispatchInfo.Capture(exception), null);
            _feed.Stop();
        }
    }

    private void Read(RecordBlock block, int from, TableWorker room, RowAcceptor acceptor)
    {
        var lines = block.HasQuotes ? QuotedRows.Read(block, from, acceptor) : room.Rows.Read(block, from, acceptor);
        if (room.Door.MustStop) _feed.Stop();
        if (acceptor.SawCutOff) _sawCutOff = true;
        var (issues, rowsRead) = room.Door.TakePart(load.SamplesPerKind);
        lock (_partsLock) _parts.Add(new Part(block.Index, lines, rowsRead, issues));
        load.Report(rowsRead, block.Fraction);
    }

    /// <summary>Joins what the threads met, in the order of the lines.</summary>
    private void Join(ColumnPlan plan)
    {
        var lines = (long)_headerLines;
        foreach (var part in _parts.OrderBy(part => part.Index))
        {
            load.Join(part.Issues, lines, part.RowsRead);
            lines += part.Lines;
            if (load.MustStop) return;
        }

        if (source.Damage is not { } damage || _sawCutOff) return;
        var room = load.WorkerAt(0, plan.Columns.Names, source.Name);
        new RowAcceptor(room.Door, plan, source).RejectMissingRest(damage, lines + 1);
        var (issues, rowsRead) = room.Door.TakePart(load.SamplesPerKind);
        load.Join(issues, 0, rowsRead);
    }

    private sealed record Part(int Index, long Lines, long RowsRead, IngestIssueLog Issues);
}
