using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mirai.Csv.Loading;

/// <summary>The two ways in which machines write days, <c>2024-03-31</c> and <c>20240331</c>, read in a few instructions.</summary>
internal static class PlainDay
{
    private const int FirstYear = 1900;
    private const int Years = 256;

    // Per month of a year in sixteens: the day number before its first day, times 32, plus its length; 0 for months that are none.
    private static readonly int[] Months = BuildMonths();

    /// <summary>The table that <see cref="TryParse"/> needs; fetched once, outside the loop.</summary>
    public static ref int Table => ref MemoryMarshal.GetArrayDataReference(Months);

    /// <summary>Reads a day of the years 1900 to 2155; what it does not read may still be one.</summary>
    /// <param name="text">The first byte; 16 bytes must be readable.</param>
    /// <param name="length">The length of the field.</param>
    /// <param name="table"><see cref="Table"/>.</param>
    /// <param name="dayNumber">The day.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ref byte text, int length, ref int table, out int dayNumber)
    {
        uint year;
        uint month;
        uint day;
        bool digits;
        if (length == 10)
        {
            // yyyy-MM- and dd. Subtracting '0' or '-' leaves 0 to 9 in digits and 0 in hyphens; the sum sets a top bit elsewhere.
            var first = Unsafe.ReadUnaligned<ulong>(ref text) ^ 0x2D30302D30303030;
            var last = (uint)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 8)) ^ 0x3030;
            digits = ((((first + 0x7F76767F76767676) | first) & 0x8080808080808080) | (((last + 0x7676) | last) & 0x8080)) == 0;
            var pairs = (first * 10) + (first >> 8);
            year = ((uint)(pairs & 0xFF) * 100) + (uint)((pairs >> 16) & 0xFF);
            month = (uint)(pairs >> 40) & 0xFF;
            day = ((last & 0xFF) * 10) + (last >> 8);
        }
        else
        {
            var all = Unsafe.ReadUnaligned<ulong>(ref text) ^ 0x3030303030303030;
            digits = length == 8 && (((all + 0x7676767676767676) | all) & 0x8080808080808080) == 0;
            var pairs = (all * 10) + (all >> 8);
            year = ((uint)(pairs & 0xFF) * 100) + (uint)((pairs >> 16) & 0xFF);
            month = (uint)(pairs >> 32) & 0xFF;
            day = (uint)(pairs >> 48) & 0xFF;
        }

        dayNumber = 0;
        if (!digits || year - FirstYear >= Years || month > 12) return false;
        var entry = (uint)Unsafe.Add(ref table, (nint)(((year - FirstYear) * 16) + month));
        dayNumber = (int)((entry >> 5) + day);
        return day - 1 < (entry & 31);
    }

    private static int[] BuildMonths()
    {
        var months = new int[Years * 16];
        for (var year = 0; year < Years; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                var first = new DateOnly(FirstYear + year, month, 1).DayNumber;
                months[(year * 16) + month] = ((first - 1) << 5) | DateTime.DaysInMonth(FirstYear + year, month);
            }
        }

        return months;
    }
}

/// <summary>The last day that was read: files are mostly in the order of days, so the next row often has the same one.</summary>
internal struct KnownDay
{
    private const int Length = 10;

    private ulong _head;
    private ushort _tail;
    private int _dayNumber;

    private KnownDay(ReadOnlySpan<byte> text, DateOnly day)
    {
        _head = MemoryMarshal.Read<ulong>(text);
        _tail = MemoryMarshal.Read<ushort>(text[8..]);
        _dayNumber = day.DayNumber;
    }

    /// <summary>Knows some day, so that there always is one.</summary>
    public static KnownDay Start { get; } = new("1900-01-01"u8, new DateOnly(1900, 1, 1));

    /// <summary>The day, if the field is the same as the last one.</summary>
    /// <inheritdoc cref="PlainDay.TryParse"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(ref byte text, int length, out int dayNumber)
    {
        dayNumber = _dayNumber;
        return length == Length && Unsafe.ReadUnaligned<ulong>(ref text) == _head && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 8)) == _tail;
    }

    /// <summary>Reads a day as <see cref="PlainDay.TryParse"/> does, and knows it from then on.</summary>
    /// <inheritdoc cref="PlainDay.TryParse"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte text, int length, ref int table, out int dayNumber)
    {
        if (!PlainDay.TryParse(ref text, length, ref table, out dayNumber)) return false;
        if (length != Length) return true;
        _head = Unsafe.ReadUnaligned<ulong>(ref text);
        _tail = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 8));
        _dayNumber = dayNumber;
        return true;
    }
}
