using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>Writes figures for people: rounded, with thousands separators and units, a dash for what is missing, a star for what is incomplete.</summary>
internal sealed class FigureText(NumberTexts texts, Currency currency)
{
    /// <summary>What stands for a missing figure.</summary>
    public const string Missing = "-";

    /// <summary>What follows an incomplete figure.</summary>
    public const string IncompleteMark = "*";

    /// <summary>Whether a figure has been marked: a page then says what the mark means.</summary>
    public bool HasMarked { get; private set; }

    /// <summary>A figure with its mark.</summary>
    public string Of(Cell cell) => Plain(cell) + Mark(cell.IsIncomplete && cell.Value is not null);

    /// <summary>The mark of an incomplete figure.</summary>
    public string Mark(bool isIncomplete)
    {
        HasMarked |= isIncomplete;
        return isIncomplete ? IncompleteMark : "";
    }

    /// <summary>An amount of money.</summary>
    public string Money(decimal amount) => Signed(amount, digits => texts.Money(digits, currency), sign: false);

    /// <summary>A change of money, with its sign.</summary>
    public string MoneyChange(decimal amount) => Signed(amount, digits => texts.Money(digits, currency), sign: true);

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A change of a count, with its sign.</summary>
    public static string CountChange(decimal change) => Sign(change) + Math.Abs(change).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share.</summary>
    public string Percentage(double? share) =>
        share is { } number ? (number * 100).ToString("N1", CultureInfo.InvariantCulture) + texts.Percent : Missing;

    /// <summary>The difference of two figures in their own unit: heads, money, points.</summary>
    public string Difference(Cell now, Cell before)
    {
        if (now.Value is null || before.Value is null) return Missing;
        return now.Kind switch
        {
            CellKind.Count => CountChange(now.Exact - before.Exact) + Mark(now, before),
            CellKind.Money => MoneyChange(now.Exact - before.Exact) + Mark(now, before),
            CellKind.Percentage => Points(now.Number - before.Number) + Mark(now, before),
            _ => Relative(now, before),
        };
    }

    /// <summary>The change in percent, or in points where the figures are percentages.</summary>
    public string Relative(Cell now, Cell before)
    {
        if (now.Value is not { } after || before.Value is not { } earlier) return Missing;
        if (now.Kind == CellKind.Percentage) return Points(after - earlier) + Mark(now, before);
        if (earlier == 0) return Missing;
        return Rounded((after - earlier) / Math.Abs(earlier) * 100) + texts.Percent + Mark(now, before);
    }

    /// <summary>Whether a change is for the better; plain where it is neither, or nothing changed.</summary>
    public static Tone ToneOf(Measure measure, Cell now, Cell before)
    {
        if (now.Value is not { } after || before.Value is not { } earlier || after == earlier) return Tone.Plain;
        return measure.GoodDirection switch
        {
            GoodDirection.Up => after > earlier ? Tone.Good : Tone.Bad,
            GoodDirection.Down => after < earlier ? Tone.Good : Tone.Bad,
            _ => Tone.Plain,
        };
    }

    /// <summary>A figure without a mark.</summary>
    public string Plain(Cell cell) => cell.Kind switch
    {
        CellKind.Missing => Missing,
        CellKind.Text => cell.Text ?? "",
        CellKind.Day => ExactText.Day(cell),
        CellKind.Count => cell.Exact.ToString("N0", CultureInfo.InvariantCulture),
        CellKind.Money => Money(cell.Exact),
        CellKind.Decimal => cell.Exact.ToString("#,0.##", CultureInfo.InvariantCulture),
        CellKind.MoneyRate => Signed(Math.Round(InRange(cell.Number), currency.Decimals), digits => texts.Money(digits, currency), sign: false),
        CellKind.Percentage => Percentage(cell.Number),
        _ => cell.Number.ToString("N2", CultureInfo.InvariantCulture),
    };

    private string Mark(Cell now, Cell before) => Mark(now.IsIncomplete || before.IsIncomplete);

    private static decimal InRange(double number) => (decimal)Math.Clamp(number, -1e27, 1e27);

    private static string Sign(decimal change) => change > 0 ? "+" : change < 0 ? "-" : "";

    private static string Rounded(double change)
    {
        var digits = Math.Abs(change).ToString("N1", CultureInfo.InvariantCulture);
        return digits is "0.0" ? digits : (change < 0 ? "-" : "+") + digits;
    }

    private string Points(double difference) => Rounded(difference * 100) + texts.Points;

    private string Signed(decimal amount, Func<string, string> withUnit, bool sign)
    {
        var digits = Math.Abs(amount).ToString("N" + currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (sign ? Sign(amount) : amount < 0 ? "-" : "") + withUnit(digits);
    }
}
