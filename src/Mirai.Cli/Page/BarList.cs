namespace Mirai.Cli.Page;

/// <summary>A line of a bar list.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Size">How long the bar is in relation to the others; <see langword="null"/> for a line without one.</param>
internal readonly record struct BarEntry(string Name, string Value, decimal? Size);

/// <summary>Signed parts of a whole as bars to the left and right of an axis.</summary>
internal static class BarList
{
    private const int LeastBar = 12;
    private const char Full = '\u28FF';
    private const char LeftHalf = '\u28B8';
    private const char RightHalf = '\u2847';

    /// <summary>The bars, one line each.</summary>
    /// <param name="parts">The parts, and totals around them.</param>
    /// <param name="width">How many columns the list takes.</param>
    /// <param name="indent">Blanks before the names.</param>
    public static Block Of(IReadOnlyList<BarEntry> parts, int width, int indent)
    {
        var names = indent + parts.Max(part => Line.WidthOf(part.Name)) + 2;
        var values = names + parts.Max(part => Line.WidthOf(part.Value));
        var half = Math.Max(LeastBar, width - values - 3) / 2;
        var longest = parts.Max(part => Math.Abs(part.Size ?? 0));
        var list = new Block();
        foreach (var (name, value, given) in parts)
        {
            var size = given ?? 0;
            var tone = size > 0 ? Tone.Good : size < 0 ? Tone.Bad : Tone.Plain;
            var line = new Line().To(indent).Add(name).EndAt(values, value, given is null ? Tone.Strong : tone);
            list.Add(line);
            if (given is null) continue;
            var halves = longest == 0 ? 0 : (int)Math.Round(Math.Abs(size) / longest * half * 2);
            if (size != 0 && halves == 0) halves = 1;
            var bar = new string(Full, halves / 2);
            if (size < 0)
            {
                var text = (halves % 2 == 1 ? LeftHalf.ToString() : "") + bar;
                line.To(values + 2 + half - text.Length).Add(text, tone).Add("|", Tone.Faint);
            }
            else
            {
                line.To(values + 2 + half).Add("|", Tone.Faint).Add(bar + (halves % 2 == 1 ? RightHalf.ToString() : ""), tone);
            }
        }

        return list;
    }
}
