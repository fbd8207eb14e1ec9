using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mirai.Csv.Records;

/// <summary>The positions of delimiters and line ends in a window of text without quotes.</summary>
internal sealed class SeparatorIndex
{
    /// <summary>A window that stays, with its positions, in the first-level cache.</summary>
    private const int DefaultWindow = 1 << 13;

    private int[] _positions = new int[DefaultWindow + RecordBlock.Margin];

    /// <summary>The positions found, ascending.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Count);

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the window may hold bytes outside ASCII, or NUL.</summary>
    public bool HasOddBytes { get; private set; }

    /// <summary>Bytes looked at in one go.</summary>
    public int Window => _positions.Length - RecordBlock.Margin;

    /// <summary>Makes the window twice as long, for records that do not fit.</summary>
    public void Widen() => _positions = new int[(Window * 2) + RecordBlock.Margin];

    /// <summary>Finds the separators from a position until another. A carriage return separates unless a line feed follows it, which then does.</summary>
    /// <remarks>The text must have <see cref="RecordBlock.Margin"/> readable bytes after its end, as blocks do.</remarks>
    public void Find(ReadOnlySpan<byte> text, int from, int until, byte delimiter)
    {
        Count = Find(
            ref MemoryMarshal.GetReference(text), from, until, delimiter, ref MemoryMarshal.GetArrayDataReference(_positions), out var odd);
        HasOddBytes = odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(ref byte text, int from, int until, byte delimiter, ref int positions, out bool hasOddBytes)
    {
        var delimiters = Vector512.Create(delimiter);
        var lineFeeds = Vector512.Create((byte)'\n');
        var returns = Vector512.Create((byte)'\r');
        var seen = Vector512<byte>.Zero;
        var lowest = Vector512<byte>.AllBitsSet;
        var count = 0;
        for (var at = from; at < until; at += 64)
        {
            var bytes = Vector512.LoadUnsafe(ref text, (nuint)at);
            seen |= bytes;
            lowest = Vector512.Min(lowest, bytes);
            var lines = Vector512.Equals(bytes, lineFeeds).ExtractMostSignificantBits();
            var carriage = Vector512.Equals(bytes, returns).ExtractMostSignificantBits();
            if (carriage != 0)
            {
                var followed = lines >> 1;
                if (Unsafe.Add(ref text, at + 64) == (byte)'\n') followed |= 1UL << 63;
                lines |= carriage & ~followed;
            }

            var found = lines | Vector512.Equals(bytes, delimiters).ExtractMostSignificantBits();
            if (until - at < 64) found &= (1UL << (until - at)) - 1;
            count += Write(found, at, ref Unsafe.Add(ref positions, count));
        }

        hasOddBytes = seen.ExtractMostSignificantBits() != 0 || Vector512.EqualsAny(lowest, Vector512<byte>.Zero);
        return count;
    }

    /// <summary>Writes the places of the set bits, eight at a time whether or not there are as many: a mispredicted branch costs more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Write(ulong bits, int at, ref int positions)
    {
        var count = BitOperations.PopCount(bits);
        for (var written = 0; ; written += 8)
        {
            Unsafe.Add(ref positions, written) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 1) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 2) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 3) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 4) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 5) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 6) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            Unsafe.Add(ref positions, written + 7) = at + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            if (written + 8 >= count) return count;
        }
    }
}
