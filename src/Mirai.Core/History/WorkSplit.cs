using System.Runtime.ExceptionServices;

namespace Mirai.History;

/// <summary>Splits numbered parts of work over threads. What a part does may not depend on which thread does it.</summary>
internal static class WorkSplit
{
    /// <summary>How many threads a setting of 0 (one per processor) or more means.</summary>
    public static int ThreadCount(int maxThreads) => maxThreads > 0 ? maxThreads : Environment.ProcessorCount;

    /// <summary>Runs every part once. Each thread makes one worker and uses it for all its parts.</summary>
    /// <returns>The workers, in no particular order.</returns>
    public static IReadOnlyList<TWorker> Run<TWorker>(
        int parts, int maxThreads, Func<TWorker> createWorker, Action<TWorker, int> work, CancellationToken cancellationToken)
    {
        var workers = new List<TWorker>();
        var threads = Math.Min(ThreadCount(maxThreads), parts);
        if (threads <= 1)
        {
            workers.Add(createWorker());
            for (var part = 0; part < parts; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(workers[0], part);
            }

            return workers;
        }

        var next = -1;
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, _ =>
            {
                var worker = createWorker();
                lock (workers) workers.Add(worker);
                for (var part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    work(worker, part);
                }
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return workers;
    }
}
