using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Mirai.History;

/// <summary>A customer's key as 128 bits that sort, compare and hash in one: equal keys have equal codes.</summary>
/// <remarks>
/// <para>
/// The code is made of two words. For whole numbers of up to 18 digits without leading zeros and for texts of up to 8 bytes the whole key is
/// in one word (<see cref="High"/> is 0), for texts of up to 15 bytes it is in both: nothing but the code need be kept. Longer texts are
/// represented by 120 bits of hash, and their bytes are kept once, in a <see cref="KeyTextStore"/>.
/// </para>
/// <para><see cref="Mixed"/> is the first word after a bijective mix, so it is key and hash at once, and <see cref="High"/> undoes it.</para>
/// </remarks>
/// <param name="Mixed">The mixed first word; its leading bits choose a partition.</param>
/// <param name="High">The second word; 0 for keys that fit the first.</param>
internal readonly record struct CustomerCode(ulong Mixed, ulong High)
{
    private const ulong TextTag = 1UL << 63;
    private const ulong RawEightBytes = 1UL << 56;
    private const ulong HashedTag = 0xFFUL << 56;
    private const ulong Zeros = 0x3030303030303030;
    private const long LargestNumber = 999_999_999_999_999_999;

    /// <summary>Whether the key's bytes are too long for the code and kept elsewhere.</summary>
    public bool IsHashed => High >= HashedTag;

    /// <summary>The code of a whole number: the same as that of its decimal text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFromNumber(long number, out CustomerCode code)
    {
        code = new CustomerCode(Mix((ulong)number), 0);
        return (ulong)number <= LargestNumber;
    }

    /// <summary>The code of a short text; false for one that needs both words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFromShortText(ReadOnlySpan<byte> text, out ulong mixed)
    {
        if (text.Length is 0 or > 8) return TryFromLongNumber(text, out mixed);
        var word = Pack(text);
        var digits = (word << (64 - (8 * text.Length))) ^ (Zeros << (64 - (8 * text.Length)));
        var isNumber = ((digits | (digits + 0x7676767676767676)) & 0x8080808080808080) == 0 && ((word & 0xFF) != '0' || text.Length == 1);
        if (isNumber)
        {
            mixed = Mix(EightDigits(digits));
            return true;
        }

        mixed = Mix(word | TextTag);
        return (word & TextTag) == 0 && !HasNul(word, text.Length);
    }

    /// <summary>The code of any text.</summary>
    public static CustomerCode FromText(ReadOnlySpan<byte> text)
    {
        if (TryFromShortText(text, out var mixed)) return new CustomerCode(mixed, 0);
        if (text.Length is >= 8 and <= 15 && !text.Contains((byte)0))
        {
            var low = MemoryMarshal.Read<ulong>(text);
            var high = text.Length == 8 ? RawEightBytes : Pack(text[8..]);
            return new CustomerCode(Mix(low ^ Mix(high)), high);
        }

        var (first, second) = Hash(text);
        var tagged = HashedTag | (second >> 8);
        return new CustomerCode(Mix(first ^ Mix(tagged)), tagged);
    }

    /// <summary>The key's text, where the code holds all of it.</summary>
    public string ToText()
    {
        var low = Unmix(Mixed) ^ (High == 0 ? 0 : Mix(High));
        Span<byte> bytes = stackalloc byte[20];
        if (High == 0 && (low & TextTag) == 0)
        {
            Utf8Formatter.TryFormat(low, bytes, out var written);
            return Encoding.ASCII.GetString(bytes[..written]);
        }

        MemoryMarshal.Write(bytes, High == 0 ? low & ~TextTag : low);
        MemoryMarshal.Write(bytes[8..], High == RawEightBytes ? 0UL : High);
        var length = bytes[..16].IndexOf((byte)0);
        return Encoding.UTF8.GetString(bytes[..(length < 0 ? 16 : length)]);
    }

    /// <summary>A bijection of 64 bits under which near keys fall far apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong word)
    {
        word += 0x9E3779B97F4A7C15;
        word = (word ^ (word >> 32)) * 0xD6E8FEB86659FD93;
        word = (word ^ (word >> 32)) * 0xD6E8FEB86659FD93;
        return word ^ (word >> 32);
    }

    private static ulong Unmix(ulong word)
    {
        const ulong inverse = 0xCFEE444D8B59A89B;
        word ^= word >> 32;
        word *= inverse;
        word ^= word >> 32;
        word *= inverse;
        word ^= word >> 32;
        return word - 0x9E3779B97F4A7C15;
    }

    /// <summary>Numbers of 9 to 18 digits.</summary>
    private static bool TryFromLongNumber(ReadOnlySpan<byte> text, out ulong mixed)
    {
        mixed = 0;
        if (text.Length is < 9 or > 18 || text[0] == (byte)'0') return false;
        ulong number = 0;
        foreach (var letter in text)
        {
            var digit = (uint)letter - '0';
            if (digit > 9) return false;
            number = (number * 10) + digit;
        }

        mixed = Mix(number);
        return true;
    }

    /// <summary>The number of eight digits, the first in the lowest byte: pairs, then fours, then all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        digits = (digits * 10) + (digits >> 8);
        return (((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
    }

    private static bool HasNul(ulong word, int length) => ((word - 0x0101010101010101) & ~word & 0x8080808080808080 & (ulong.MaxValue >> (64 - (8 * length)))) != 0;

    /// <summary>Up to eight bytes as a word, the first lowest, without reading past them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(ReadOnlySpan<byte> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        if (length == 8) return Unsafe.ReadUnaligned<ulong>(ref first);
        if (length >= 4)
        {
            ulong last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4));
            return Unsafe.ReadUnaligned<uint>(ref first) | (last << (8 * (length - 4)));
        }

        if (length == 0) return 0;
        ulong middle = Unsafe.Add(ref first, length >> 1);
        ulong end = Unsafe.Add(ref first, length - 1);
        return first | (middle << (8 * (length >> 1))) | (end << (8 * (length - 1)));
    }

    private static (ulong First, ulong Second) Hash(ReadOnlySpan<byte> text)
    {
        ulong first = (ulong)text.Length + 0xA0761D6478BD642F;
        ulong second = ~first * 0xE7037ED1A0B428DB;
        while (text.Length > 0)
        {
            var word = text.Length >= 8 ? MemoryMarshal.Read<ulong>(text) : Pack(text);
            first = Fold(first ^ word, 0x8EBC6AF09C88C6E3 ^ second);
            second = Fold(second ^ word, 0x589965CC75374CC3) + BitOperations.RotateLeft(first, 23);
            text = text[Math.Min(8, text.Length)..];
        }

        return (Mix(first ^ second), Mix(second + BitOperations.RotateLeft(first, 41)));
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low ^ left;
    }
}
