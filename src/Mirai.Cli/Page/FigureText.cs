using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>Writes figures for people as every output does, and remembers whether one of them carries the mark of the incomplete.</summary>
internal sealed class FigureText(Texts texts, Currency currency)
{
    /// <summary>What stands for a missing figure.</summary>
    public const string Missing = FigureFormat.Missing;

    private readonly FigureFormat _format = new(texts.Words, currency);

    /// <summary>Whether a figure has been marked: a page then says what the mark means.</summary>
    public bool HasMarked { get; private set; }

    /// <summary>A count.</summary>
    public static string Count(long count) => FigureFormat.Count(count);

    /// <summary>A change of a count, with its sign.</summary>
    public static string CountChange(decimal change) => FigureFormat.CountChange(change);

    /// <summary>Whether a change is for the better; plain where it is neither, or nothing changed.</summary>
    public static Tone ToneOf(ComparedFigure figure) => figure.IsBetter switch { true => Tone.Good, false => Tone.Bad, null => Tone.Plain };

    /// <summary>The mark of an incomplete figure.</summary>
    public string Mark(bool isIncomplete)
    {
        HasMarked |= isIncomplete;
        return isIncomplete ? FigureFormat.IncompleteMark : "";
    }

    /// <summary>A measure's figure with its mark.</summary>
    public string Of(Measure measure, FigureValue value) => _format.Plain(measure, value) + Mark(IsIncomplete(value));

    /// <summary>A measure's figure without a mark.</summary>
    public string Plain(Measure measure, double value) => _format.Plain(measure, new FigureValue(value, null, null, IsComplete: true));

    /// <summary>The change of a figure in its own unit: heads, money, points.</summary>
    public string Change(ComparedFigure figure) => Marked(figure, _format.Change(figure));

    /// <summary>The change in percent, or in points where the figures are percentages.</summary>
    public string ChangeRate(ComparedFigure figure) => Marked(figure, _format.ChangeRate(figure));

    /// <summary>The change of a number in percent.</summary>
    public string ChangeRate(Cell now, Cell before) => _format.ChangeRate(before.Value is { } earlier && earlier != 0 ? (now.Value - earlier) / Math.Abs(earlier) : null);

    /// <summary>An amount of money.</summary>
    public string Money(decimal amount) => _format.Money(amount);

    /// <summary>A change of money, with its sign.</summary>
    public string MoneyChange(decimal amount) => _format.MoneyChange(amount);

    /// <summary>A share.</summary>
    public string Percentage(double? share) => _format.Percentage(share);

    /// <summary>A cell of a table with its mark.</summary>
    public string Of(Cell cell) => Plain(cell) + Mark(cell.IsIncomplete && cell.Value is not null);

    /// <summary>A cell of a table without a mark.</summary>
    public string Plain(Cell cell) => cell.Kind switch
    {
        CellKind.Missing => Missing,
        CellKind.Text => cell.Text ?? "",
        CellKind.Day => ExactText.Day(cell),
        CellKind.Count => FigureFormat.Count(cell.Exact),
        CellKind.Money => Money(cell.Exact),
        CellKind.Decimal => cell.Exact.ToString("#,0.##", CultureInfo.InvariantCulture),
        CellKind.MoneyRate => Money(InRange(cell.Number)),
        CellKind.Percentage => Percentage(cell.Number),
        _ => cell.Number.ToString("N2", CultureInfo.InvariantCulture),
    };

    private static bool IsIncomplete(FigureValue value) => value is { Value: not null, IsComplete: false };

    private static decimal InRange(double number) => (decimal)Math.Clamp(number, -1e27, 1e27);

    private string Marked(ComparedFigure figure, string text) =>
        figure.Change is null ? text : text + Mark(text is not Missing && (IsIncomplete(figure.Now) || IsIncomplete(figure.Before)));
}
