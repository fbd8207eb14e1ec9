using System.Buffers;
using System.Text;

namespace Mirai.Ingest;

/// <summary>Turns the full-width forms that people type into the plain ones, so that a parser needs to know only these.</summary>
internal static class FoldedText
{
    /// <summary>The longest text a folded parser looks at; a date or an amount that is longer is none.</summary>
    public const int LongestText = 128;

    /// <summary>Writes UTF-8 text with full-width ASCII made plain, every kind of blank made a space, and no blanks at the ends.</summary>
    /// <returns>The characters written; -1 for text that is too long, is not UTF-8 or holds characters beyond the basic plane.</returns>
    public static int Fold(ReadOnlySpan<byte> utf8, Span<char> folded)
    {
        var length = 0;
        while (!utf8.IsEmpty)
        {
            if (length == folded.Length) return -1;
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var consumed) != OperationStatus.Done || !rune.IsBmp) return -1;
            utf8 = utf8[consumed..];
            var character = FoldCharacter((char)rune.Value);
            if (character != ' ' || length > 0) folded[length++] = character;
        }

        while (length > 0 && folded[length - 1] == ' ') length--;
        return length;
    }

    private static char FoldCharacter(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\t' or '\u00A0' or '\u202F' or '\u3000' => ' ',
        '\uFFE5' => '¥',
        '\u2212' => '-',
        _ => character,
    };
}
