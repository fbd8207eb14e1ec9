using System.Text;

namespace Mirai.Csv.Sources;

/// <summary>Finds the encoding of a file: by its byte-order mark, by name, or by looking at its first bytes.</summary>
internal static class TextEncodings
{
    private const int ShiftJis = 932;
    private const int EucJp = 51932;

    private static readonly Dictionary<string, int> CodePages = new(StringComparer.Ordinal)
    {
        ["utf8"] = 65001, ["ascii"] = 65001, ["usascii"] = 65001,
        ["utf16"] = 1200, ["utf16le"] = 1200, ["unicode"] = 1200, ["utf16be"] = 1201,
        ["utf32"] = 12000, ["utf32le"] = 12000, ["utf32be"] = 12001,
        ["shiftjis"] = ShiftJis, ["sjis"] = ShiftJis, ["xsjis"] = ShiftJis,
        ["cp932"] = ShiftJis, ["ms932"] = ShiftJis, ["windows31j"] = ShiftJis,
        ["eucjp"] = EucJp, ["ujis"] = EucJp, ["cp51932"] = EucJp,
    };

    /// <summary>The encoding of a name in any way of writing it; <see langword="null"/> for an unknown one.</summary>
    public static Encoding? Find(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        if (CodePages.TryGetValue(plain, out var codePage)) return ForCodePage(codePage);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The encoding that a byte-order mark states, and the mark's length; <see langword="null"/> where there is no mark.</summary>
    public static Encoding? FromMark(ReadOnlySpan<byte> bytes, out int markLength)
    {
        (var encoding, markLength) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (ForCodePage(12001), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (null, 0),
        };
        return encoding;
    }

    /// <summary>What bytes without a mark are most likely written in; UTF-8 where nothing speaks against it.</summary>
    /// <param name="sample">The first bytes.</param>
    /// <param name="whole">Whether they are all there is, so that no character is cut in two at the end.</param>
    public static Encoding Guess(ReadOnlySpan<byte> sample, bool whole)
    {
        if (LooksLikeUtf16(sample, out var wide)) return wide;
        if (!whole) sample = sample[..(sample.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];
        if (System.Text.Unicode.Utf8.IsValid(sample)) return Encoding.UTF8;
        var shiftJis = Strangeness(sample, ForCodePage(ShiftJis));
        var eucJp = Strangeness(sample, ForCodePage(EucJp));
        // A Latin-1 or damaged UTF-8 file is neither; its bad bytes are reported row by row.
        if (Math.Min(shiftJis, eucJp) > 0.3) return Encoding.UTF8;
        return ForCodePage(eucJp < shiftJis ? EucJp : ShiftJis);
    }

    /// <summary>The encoding's name as people write it.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "UTF-8",
        1200 => "UTF-16",
        1201 => "UTF-16 (big-endian)",
        ShiftJis => "Shift_JIS",
        EucJp => "EUC-JP",
        _ => encoding.WebName,
    };

    private static Encoding ForCodePage(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

    /// <summary>UTF-16 without a mark: every other byte of plain text is 0.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> sample, out Encoding encoding)
    {
        var looked = Math.Min(sample.Length, 4096) & ~1;
        var even = 0;
        var odd = 0;
        for (var at = 0; at < looked; at += 2)
        {
            if (sample[at] == 0) even++;
            if (sample[at + 1] == 0) odd++;
        }

        encoding = odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return looked >= 8 && Math.Max(even, odd) > looked * 3 / 10 && Math.Min(even, odd) == 0;
    }

    /// <summary>The share of characters outside ASCII that Japanese text would hardly hold; 1 where the bytes are not text in the encoding.</summary>
    private static double Strangeness(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        var strange = 0;
        var wide = 0;
        foreach (var character in strict.GetString(sample))
        {
            if (char.IsAscii(character)) continue;
            wide++;
            var usual = character is (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E');
            if (character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F')) strange += 4;
            else if (!usual) strange++;
        }

        return wide == 0 ? 1 : Math.Min(1, (double)strange / wide);
    }
}
