using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mirai.History;

namespace Mirai.Csv.Loading;

/// <summary>Plain rows of customers with numeric keys on their way to a writer: many at once, so that reading and storing run in loops of their own.</summary>
internal sealed class NumberBatch
{
    /// <summary>How many rows fit.</summary>
    public const int Capacity = 512;

    private readonly long[] _customers = new long[Capacity];
    private readonly int[] _days = new int[Capacity];
    private readonly long[] _amounts = new long[Capacity];

    /// <summary>Puts a row at a place that is less than <see cref="Capacity"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int place, long customer, int dayNumber, long amountMinor)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_customers), place) = customer;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_days), place) = dayNumber;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_amounts), place) = amountMinor;
    }

    /// <summary>Hands the first rows to a writer.</summary>
    public void Write(int count, PurchaseWriter writer) => writer.AddRange<long>(_customers.AsSpan(0, count), _days.AsSpan(0, count), _amounts.AsSpan(0, count));

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
