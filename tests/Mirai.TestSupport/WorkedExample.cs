using System.Globalization;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>A table of purchases and the figures that must come out of it, as people write them down.</summary>
/// <param name="Title">What the example shows.</param>
/// <param name="History">The purchases and their settings.</param>
/// <param name="Figures">What is expected, in the order of the text.</param>
public sealed record WorkedExample(string Title, SmallHistory History, IReadOnlyList<ExpectedFigure> Figures)
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> NoAttributes = [];

    /// <summary>The examples of a file of the test project's <c>Cases</c> folder.</summary>
    /// <exception cref="FormatException">There is no example, or one without figures: a test without them cannot fail.</exception>
    public static IReadOnlyList<WorkedExample> ReadCases(string fileName)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", fileName)).Where(line => !line.StartsWith('#'));
        var examples = string.Join('\n', lines).Split("== ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return examples.Length > 0 ? [.. examples.Select(Read)] : throw new FormatException($"{fileName} holds no example.");
    }

    /// <summary>The title.</summary>
    public override string ToString() => Title;

    private static WorkedExample Read(string text)
    {
        var parts = text.Split("-- ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var sections = parts.Skip(1).Select(part => part.Split('\n', 2)).ToLookup(part => part[0].Trim(), part => part[1], StringComparer.Ordinal);
        var settings = sections["settings"].SelectMany(section => section.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var figures = sections["figures"].SelectMany(FiguresOf).ToList();
        if (figures.Count == 0) throw new FormatException($"The example `{parts[0]}` expects no figure.");
        var until = settings.TryGetValue("until", out var day) ? Day(day) : (DateOnly?)null;
        var rows = sections["purchases"].SelectMany(TextTable.Purchases).ToList();
        return new WorkedExample(parts[0], new SmallHistory(rows, Period.Parse(settings["active"]), until, NoAttributes), figures);
    }

    private static IEnumerable<ExpectedFigure> FiguresOf(string text)
    {
        var table = TextTable.Parse(text);
        return
            from row in table.Rows
            from measure in table.Columns.Skip(1)
            select new ExpectedFigure(measure, Day(row["day"]), Ratio.Parse(row[measure]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A figure of a worked example.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Day">The day.</param>
/// <param name="Value">The figure, missing where it is written as <c>-</c>.</param>
public sealed record ExpectedFigure(string MeasureId, DateOnly Day, Ratio Value);
