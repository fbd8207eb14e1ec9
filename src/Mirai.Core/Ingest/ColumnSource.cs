using System.Diagnostics.CodeAnalysis;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Purchases that are batches of columns: each batch is cut into parts of fixed size, which threads take in turn.</summary>
internal sealed class ColumnSource
{
    private const int RowsPerPart = 1 << 18;
    private readonly PurchaseIntake _intake;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly List<PurchaseRowIntake> _doors = [];
    private readonly IngestIssueLog _issues;
    private readonly Lock _progressLock = new();
    private long _rowsDone;
    private long _rowsRead;

    private ColumnSource(PurchaseIntake intake, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        _intake = intake;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _issues = new IngestIssueLog(Math.Max(1, intake.Options.SamplesPerKind));
    }

    public static bool TryLoad(
        IEnumerable<PurchaseColumns> batches,
        PurchaseLoadOptions options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        ColumnSource? source = null;
        try
        {
            var number = 0L;
            foreach (var batch in batches)
            {
                number++;
                if (batch is null) throw new ArgumentException($"Batch {number} is null.", nameof(batches));
                source ??= new ColumnSource(new PurchaseIntake(LayoutOf(batch, options.Currency), options), progress, cancellationToken);
                source.CheckLayout(batch, number);
                if (!source.AddBatch(batch)) break;
            }

            source ??= new ColumnSource(new PurchaseIntake(new PurchaseLayout { Currency = options.Currency }, options), progress, cancellationToken);
            progress?.Report(new IngestProgress(source._rowsRead, 1));
            return source._intake.TryFinish(source._issues, source._rowsRead, [], out load, out failure, cancellationToken);
        }
        finally
        {
            source?._intake.Dispose();
        }
    }

    private static PurchaseLayout LayoutOf(PurchaseColumns batch, Currency currency) => new()
    {
        Currency = currency,
        HasDiscounts = batch.Discounts is not null,
        HasOrders = batch.Orders is not null,
        Dimensions = [.. batch.Dimensions.Select(column => column.Name)],
    };

    private static string Describe(PurchaseLayout layout)
    {
        var columns = new List<string> { "customers", "days", "amounts" };
        if (layout.HasDiscounts) columns.Add("discounts");
        if (layout.HasOrders) columns.Add("orders");
        return string.Join(", ", columns.Concat(layout.Dimensions));
    }

    private void CheckLayout(PurchaseColumns batch, long number)
    {
        var expected = Describe(_intake.Layout);
        var found = Describe(LayoutOf(batch, _intake.Layout.Currency));
        if (!string.Equals(found, expected, StringComparison.Ordinal))
            throw new ArgumentException($"Batch {number} has the columns {found}; the first has {expected}.", nameof(batch));
    }

    /// <summary>Adds a batch on all threads; false where the load must stop.</summary>
    private bool AddBatch(PurchaseColumns batch)
    {
        var parts = (int)(((long)batch.Count + RowsPerPart - 1) / RowsPerPart);
        var results = new (IngestIssueLog Issues, long RowsRead)[parts];
        var next = -1;
        var firstStopped = parts;
        var threads = Math.Min(_intake.Threads, parts);
        while (_doors.Count < threads) _doors.Add(_intake.CreateRowIntake(PurchaseColumnNames.Roles));
        if (threads == 1) Work(0);
        else if (threads > 1) Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, Work);
        _cancellationToken.ThrowIfCancellationRequested();

        // What lies behind a stop counts as not read, however far another thread has come.
        for (var part = 0; part < parts && part <= firstStopped; part++)
        {
            _issues.Append(results[part].Issues, lineOffset: 0);
            _rowsRead += results[part].RowsRead;
        }

        return firstStopped == parts;

        void Work(int thread)
        {
            var door = _doors[thread];
            while (true)
            {
                var part = Interlocked.Increment(ref next);
                if (part >= parts || part > Volatile.Read(ref firstStopped) || _cancellationToken.IsCancellationRequested) return;
                var first = part * RowsPerPart;
                ColumnKernel.Add(door, batch, first, Math.Min(RowsPerPart, batch.Count - first), _rowsRead + 1);
                if (door.MustStop) LowerTo(ref firstStopped, part);
                results[part] = door.TakePart(_intake.Options.SamplesPerKind);
                Report(results[part].RowsRead);
            }
        }
    }

    private static void LowerTo(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value < seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    private void Report(long rows)
    {
        if (_progress is null) return;
        lock (_progressLock)
        {
            _rowsDone += rows;
            _progress.Report(new IngestProgress(_rowsDone, null));
        }
    }
}
