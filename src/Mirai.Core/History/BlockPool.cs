using System.Diagnostics.CodeAnalysis;

namespace Mirai.History;

/// <summary>Large blocks of native memory that were used before: touching memory for the first time costs more than sorting rows in it.</summary>
/// <remarks>Blocks that nobody asked for between two full collections of the garbage collector go back to the system.</remarks>
internal static unsafe class BlockPool
{
    /// <summary>The size of a block.</summary>
    public const int BlockBytes = 32 * 1024 * 1024;

    private const int MostBlocks = 64;
    private static readonly Lock Guard = new();
    private static readonly Stack<nint> Free = new();
    private static bool _wasAsked;
    private static bool _isWatching;

    /// <summary>A block, not cleared.</summary>
    public static byte* Rent()
    {
        lock (Guard)
        {
            _wasAsked = true;
            if (Free.TryPop(out var block)) return (byte*)block;
        }

        return (byte*)NativePages.Allocate(BlockBytes);
    }

    /// <summary>Gives a block back.</summary>
    public static void Return(byte* block)
    {
        lock (Guard)
        {
            if (Free.Count < MostBlocks)
            {
                Free.Push((nint)block);
                if (_isWatching) return;
                _isWatching = true;
                _ = new CollectionWatch();
                return;
            }
        }

        NativePages.Free(block);
    }

    private static void Trim()
    {
        lock (Guard)
        {
            if (!_wasAsked)
            {
                while (Free.TryPop(out var block)) NativePages.Free((void*)block);
            }

            _wasAsked = false;
        }
    }

    /// <summary>Notices full collections by being collected.</summary>
    [SuppressMessage("Design", "MA0055:Do not use finalizer", Justification = "Being finalized is how it learns of a collection.")]
    private sealed class CollectionWatch
    {
        ~CollectionWatch()
        {
            if (Environment.HasShutdownStarted) return;
            if (GC.GetGeneration(this) == GC.MaxGeneration) Trim();
            GC.ReRegisterForFinalize(this);
        }
    }
}
