using System.Text;
using Mirai.Cli.Wording;
using Spectre.Console;

namespace Mirai.Cli.Page;

/// <summary>What a page is written for: a width, a language, and colours or none.</summary>
/// <param name="Texts">The language.</param>
/// <param name="Width">How many columns there are.</param>
/// <param name="HasColour">Whether it goes to a terminal.</param>
internal sealed record PageSetting(Texts Texts, int Width, bool HasColour)
{
    private const char NewLine = '\n';

    /// <summary>Writes a block; without colours the bytes are the text alone, and no line ends in blanks.</summary>
    public void Write(Block block, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 1 << 14, leaveOpen: true);
        if (!HasColour)
        {
            foreach (var line in block.Lines)
            {
                text.Write(string.Concat(line.Pieces.Select(piece => piece.Text)).TrimEnd());
                text.Write(NewLine);
            }

            text.Flush();
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Detect, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Math.Max(Width, block.Width);
        foreach (var line in block.Lines)
        {
            var paragraph = new Paragraph();
            foreach (var (piece, tone) in line.Pieces) paragraph.Append(piece, StyleOf(tone));
            console.Write(paragraph);
            text.Write(NewLine);
        }

        text.Flush();
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(foreground: Color.Grey),
        Tone.Good => new Style(foreground: Color.Green),
        Tone.Bad => new Style(foreground: Color.Red),
        Tone.Accent => new Style(foreground: Color.Aqua),
        _ => Style.Plain,
    };
}
