using System.Globalization;
using Mirai.Html.Markup;

namespace Mirai.Html.Charts;

/// <summary>A small line without axes, drawn here: it needs no script, and prints. What it says stands beside it in words.</summary>
internal static class Sparkline
{
    private const int Width = 240;
    private const int Height = 56;
    private const int Margin = 4;
    private const int MostPoints = 120;

    /// <summary>The line; nothing where there are not two values.</summary>
    public static HtmlNode? Of(IReadOnlyList<double> values)
    {
        var known = values.Where(double.IsFinite).ToList();
        if (known.Count < 2) return null;
        var (low, high) = (known.Min(), known.Max());
        var places = Thinned.Places(values.Count, MostPoints);
        var path = Path(places.Select(place => (X(place, values.Count), values[place])), value => Y(value, low, high));
        var svg = Tag.Of("svg").Class("spark").Attribute("viewBox", $"0 0 {Width} {Height}").Attribute("preserveAspectRatio", "none").Attribute("aria-hidden", "true").Attribute("focusable", "false")
            .Add(Tag.Of("path").Attribute("d", path));
        if (double.IsFinite(values[^1]))
            svg.Add(Tag.Of("path").Class("dot").Attribute("d", $"M{Text(X(values.Count - 1, values.Count))} {Text(Y(values[^1], low, high))}h0"));
        return svg;
    }

    private static string Path(IEnumerable<(double X, double Value)> points, Func<double, double> y)
    {
        var path = new System.Text.StringBuilder();
        var isDrawing = false;
        foreach (var (x, value) in points)
        {
            if (double.IsFinite(value)) path.Append(isDrawing ? 'L' : 'M').Append(Text(x)).Append(' ').Append(Text(y(value)));
            isDrawing = double.IsFinite(value);
        }

        return path.ToString();
    }

    private static double X(int place, int count) => Margin + ((Width - (2.0 * Margin)) * place / Math.Max(1, count - 1));

    private static double Y(double value, double low, double high) =>
        high > low ? Height - Margin - ((Height - (2.0 * Margin)) * ((value / (high - low)) - (low / (high - low)))) : Height / 2.0;

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
