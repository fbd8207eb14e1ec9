using System.Numerics;

namespace Mirai.History;

/// <summary>Work on the columns of a history, written once for days and amounts of either width.</summary>
internal interface IColumnWork
{
    /// <summary>Does the work for the customers from <paramref name="firstCustomer"/> until before <paramref name="endCustomer"/>.</summary>
    void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>;
}

/// <summary>Splits work on a history over its customers and over cores.</summary>
internal static class ColumnWork
{
    private const int PurchasesPerPart = 1 << 20;

    /// <summary>Runs work over all customers in parts of about a million purchases. Each thread has a worker of its own.</summary>
    /// <returns>The workers, in no particular order.</returns>
    public static IReadOnlyList<TWork> Run<TWork>(
        PurchaseHistory history, int maxThreads, Func<TWork> createWorker, CancellationToken cancellationToken)
        where TWork : class, IColumnWork => Run(history, maxThreads, createWorker, progress: null, cancellationToken);

    /// <summary>Runs work over all customers, and tells the fraction that is done.</summary>
    public static IReadOnlyList<TWork> Run<TWork>(
        PurchaseHistory history, int maxThreads, Func<TWork> createWorker, IProgress<double>? progress, CancellationToken cancellationToken)
        where TWork : class, IColumnWork
    {
        var bounds = PartBounds(history);
        var done = 0;
        var workers = WorkSplit.Run(
            bounds.Length - 1,
            maxThreads,
            createWorker,
            (worker, part) =>
            {
                RunPart(history, worker, bounds[part], bounds[part + 1]);
                progress?.Report((double)Interlocked.Increment(ref done) / (bounds.Length - 1));
            },
            cancellationToken);
        GC.KeepAlive(history);
        return workers;
    }

    private static void RunPart<TWork>(PurchaseHistory history, TWork worker, int first, int end)
        where TWork : class, IColumnWork
    {
        var columns = history.Columns;
        ReadOnlySpan<int> offsets = columns.Offsets.Span;
        if (columns.Days16 is { } days16)
        {
            if (columns.Amounts32 is { } amounts32) worker.Run<ushort, int>(first, end, offsets, days16.Span, amounts32.Span);
            else worker.Run<ushort, long>(first, end, offsets, days16.Span, columns.Amounts64!.Span);
        }
        else if (columns.Amounts32 is { } amounts32)
        {
            worker.Run<int, int>(first, end, offsets, columns.Days32!.Span, amounts32.Span);
        }
        else
        {
            worker.Run<int, long>(first, end, offsets, columns.Days32!.Span, columns.Amounts64!.Span);
        }
    }

    private static int[] PartBounds(PurchaseHistory history)
    {
        ReadOnlySpan<int> offsets = history.Columns.Offsets.Span;
        var parts = Math.Max(1, history.PurchaseCount / PurchasesPerPart);
        var bounds = new int[parts + 1];
        for (var part = 1; part < parts; part++)
        {
            var place = offsets.BinarySearch((int)((long)history.PurchaseCount * part / parts));
            bounds[part] = Math.Max(bounds[part - 1], place < 0 ? ~place - 1 : place);
        }

        bounds[parts] = history.CustomerCount;
        return bounds;
    }
}
