using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mirai.History;

namespace Mirai.Csv.Loading;

/// <summary>Plain rows of customers with numeric keys on their way to a writer: many at once, so that reading and storing run in loops of their own.</summary>
internal sealed class NumberBatch
{
    private const int Capacity = 512;

    private readonly long[] _customers = new long[Capacity];
    private readonly int[] _days = new int[Capacity];
    private readonly long[] _amounts = new long[Capacity];
    private int _count;

    /// <summary>Adds a row; a full batch goes to the writer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long customer, int dayNumber, long amountMinor, PurchaseWriter writer)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_customers), _count) = customer;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_days), _count) = dayNumber;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_amounts), _count) = amountMinor;
        if (++_count == Capacity) Write(writer);
    }

    /// <summary>Hands the rows to the writer.</summary>
    public void Write(PurchaseWriter writer)
    {
        writer.AddRange<long>(_customers.AsSpan(0, _count), _days.AsSpan(0, _count), _amounts.AsSpan(0, _count));
        _count = 0;
    }

    /// <summary>Reads a number of one to eight digits without leading zeros.</summary>
    /// <param name="text">The first byte; 8 bytes must be readable.</param>
    /// <param name="length">The length of the field.</param>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNumber(ref byte text, int length, out long number)
    {
        if (!PlainAmount.TryDigits(ref text, length, out number)) return false;
        return text != (byte)'0' || length == 1;
    }
}
