using System.Text;

namespace Mirai.Html.Markup;

/// <summary>Makes any text one that may stand in HTML.</summary>
internal static class SafeText
{
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>What HTML cannot hold is shown instead: control characters as their pictures, halves of surrogate pairs as replacement characters.</summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // An unpaired surrogate comes out as U+FFFD.
        {
            clean.Append(rune.Value switch
            {
                '\t' or '\n' => (char)rune.Value,
                < 0x20 => (char)(ControlPictures + rune.Value),
                0x7F => DeletePicture,
                >= 0x80 and < 0xA0 => '\uFFFD',
                _ => rune.ToString(),
            });
        }

        return clean.ToString();
    }

    /// <summary>Text between tags or within a quoted attribute.</summary>
    public static void Escape(string text, TextWriter output)
    {
        foreach (var character in Clean(text))
        {
            switch (character)
            {
                case '<': output.Write("&lt;"); break;
                case '>': output.Write("&gt;"); break;
                case '&': output.Write("&amp;"); break;
                case '"': output.Write("&quot;"); break;
                case '\'': output.Write("&#39;"); break;
                default: output.Write(character); break;
            }
        }
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || (char.IsControl(character) && character is not ('\t' or '\n'))) return true;
        }

        return false;
    }
}
