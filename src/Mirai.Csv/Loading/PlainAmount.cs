using System.Runtime.CompilerServices;

namespace Mirai.Csv.Loading;

/// <summary>Amounts as machines write them, read in a few instructions: up to eight digits, a minus, and exactly the currency's decimals or none.</summary>
internal static class PlainAmount
{
    /// <summary>Reads an amount; what it does not read may still be one.</summary>
    /// <param name="text">The first byte; 16 bytes must be readable.</param>
    /// <param name="length">The length of the field.</param>
    /// <param name="decimals">The currency's decimals.</param>
    /// <param name="minorPerUnit">The currency's minor units.</param>
    /// <param name="minor">The amount in minor units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ref byte text, int length, int decimals, long minorPerUnit, out long minor)
    {
        var negative = text == (byte)'-';
        if (negative)
        {
            text = ref Unsafe.Add(ref text, 1);
            length--;
        }

        if (!TryDigits(ref text, length, out var value))
        {
            var whole = length - decimals - 1;
            if (decimals == 0 || whole < 1 || Unsafe.Add(ref text, whole) != (byte)'.'
                || !TryDigits(ref text, whole, out var units) || !TryDigits(ref Unsafe.Add(ref text, whole + 1), decimals, out var fraction))
            {
                minor = 0;
                return false;
            }

            value = (units * minorPerUnit) + fraction;
        }
        else
        {
            value *= minorPerUnit;
        }

        minor = negative ? -value : value;
        return true;
    }

    /// <summary>Reads one to eight digits; 8 bytes must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDigits(ref byte text, int length, out long value)
    {
        value = 0;
        if ((uint)(length - 1) > 7) return false;
        // The digits move to the upper end, so that zeros lead.
        var digits = (Unsafe.ReadUnaligned<ulong>(ref text) ^ 0x3030303030303030) << (64 - (length * 8));
        if ((((digits + 0x7676767676767676) | digits) & 0x8080808080808080) != 0) return false;
        digits = (digits * 10) + (digits >> 8);
        digits = (((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        value = (long)digits;
        return true;
    }
}
