using System.Text;

namespace Mirai.Cli.Output;

/// <summary>Text from outside as a terminal may show it: no escape sequence, no control character, nothing that turns the direction of what follows.</summary>
internal static class HarmlessText
{
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char NewLinePicture = '\u2424';

    /// <summary>The text with a visible sign in the place of every character that would act on the terminal.</summary>
    public static string Of(string text) => Replace(text, keepLines: false);

    /// <summary>The same for a text of several lines: line breaks and tabs stay.</summary>
    public static string OfLines(string text) => Replace(text, keepLines: true);

    private static string Replace(string text, bool keepLines)
    {
        StringBuilder? safe = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            var shown = isPair || (keepLines && IsLayout(text, i)) ? text[i] : Shown(text[i]);
            if (shown != text[i] && safe is null) safe = new StringBuilder(text.Length).Append(text, 0, i);
            safe?.Append(shown);
            if (!isPair) continue;
            i++;
            safe?.Append(text[i]);
        }

        return safe?.ToString() ?? text;
    }

    private static bool IsLayout(string text, int index) =>
        text[index] is '\n' or '\t' || (text[index] is '\r' && index + 1 < text.Length && text[index + 1] is '\n');

    private static char Shown(char character) => character switch
    {
        < ' ' => (char)(ControlPictures + character),
        '\u007F' => DeletePicture,
        '\u2028' or '\u2029' => NewLinePicture,
        (>= '\u0080' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => '\uFFFD',
        _ when char.IsSurrogate(character) => '\uFFFD',
        _ => character,
    };
}
