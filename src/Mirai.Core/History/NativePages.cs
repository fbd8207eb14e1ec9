using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mirai.History;

/// <summary>Native memory that asks the system for huge pages, and keeps large pieces for the next who needs them.</summary>
/// <remarks>
/// Touching memory for the first time costs more than sorting rows in it, so a program that loads again does not pay twice. Pieces go back
/// to the system when memory runs short, or when nobody has asked for one during many full collections of the garbage collector.
/// </remarks>
internal static unsafe partial class NativePages
{
    /// <summary>The size of the blocks into which rows are scattered.</summary>
    public const int BlockBytes = 32 * 1024 * 1024;

    private const long HugePage = 2 * 1024 * 1024;
    private const long MostKeptBytes = 3L << 30;
    private const int AdviseHugePages = 14;
    private const int MostIdleCollections = 8;
    private static readonly Lock Guard = new();
    private static readonly Dictionary<long, Stack<nint>> Kept = [];
    private static long _keptBytes;
    private static int _idleCollections;
    private static bool _isWatching;

    /// <summary>Memory of at least the given size, not cleared.</summary>
    /// <exception cref="OutOfMemoryException">The system has none left.</exception>
    public static void* Allocate(long bytes)
    {
        if (bytes < HugePage) return NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), 64);
        var size = RoundUp(bytes);
        lock (Guard)
        {
            _idleCollections = 0;
            if (Kept.TryGetValue(size, out var pieces) && pieces.TryPop(out var piece))
            {
                _keptBytes -= size;
                return (void*)piece;
            }
        }

        var memory = NativeMemory.AlignedAlloc((nuint)size, (nuint)HugePage);
        if (OperatingSystem.IsLinux()) _ = Advise(memory, (nuint)size, AdviseHugePages); // Only advice: a refusal changes nothing.
        return memory;
    }

    /// <summary>Gives memory back that was allocated with the same size.</summary>
    public static void Free(void* memory, long bytes)
    {
        if (bytes >= HugePage && TryKeep(memory, RoundUp(bytes))) return;
        NativeMemory.AlignedFree(memory);
    }

    /// <summary>Gives all kept memory back to the system.</summary>
    public static void ReleaseKept()
    {
        lock (Guard)
        {
            foreach (var piece in Kept.Values.SelectMany(pieces => pieces)) NativeMemory.AlignedFree((void*)piece);
            Kept.Clear();
            _keptBytes = 0;
        }
    }

    /// <summary>The next of eight sizes per power of two, so that pieces of about the same size are the same.</summary>
    private static long RoundUp(long bytes)
    {
        var step = Math.Max(HugePage, 1L << (BitOperations.Log2((ulong)bytes) - 3));
        return (bytes + step - 1) / step * step;
    }

    private static bool TryKeep(void* memory, long size)
    {
        lock (Guard)
        {
            if (_keptBytes + size > MostKeptBytes) return false;
            if (!Kept.TryGetValue(size, out var pieces)) Kept.Add(size, pieces = new Stack<nint>());
            pieces.Push((nint)memory);
            _keptBytes += size;
            if (_isWatching) return true;
            _isWatching = true;
        }

        _ = new CollectionWatch();
        return true;
    }

    private static void ReleaseUnasked()
    {
        lock (Guard)
        {
            var memory = GC.GetGCMemoryInfo();
            if (++_idleCollections > MostIdleCollections || memory.MemoryLoadBytes > memory.HighMemoryLoadThresholdBytes) ReleaseKept();
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);

    /// <summary>Notices full collections by being collected.</summary>
    [SuppressMessage("Design", "MA0055:Do not use finalizer", Justification = "Being finalized is how it learns of a collection.")]
    private sealed class CollectionWatch
    {
        ~CollectionWatch()
        {
            if (Environment.HasShutdownStarted) return;
            if (GC.GetGeneration(this) == GC.MaxGeneration) ReleaseUnasked();
            GC.ReRegisterForFinalize(this);
        }
    }
}
