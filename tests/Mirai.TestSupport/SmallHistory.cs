using System.Globalization;
using System.Text;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>A few customers' rows, in yen, with everything that decides what is computed from them.</summary>
/// <param name="Rows">Purchases, returns and order lines in no order; at least one.</param>
/// <param name="ActivePeriod">How long a purchase keeps its customer active.</param>
/// <param name="ObservedUntil">The last day the data covers, on or after the last row's day; <see langword="null"/> for that day.</param>
/// <param name="Attributes">By attribute, then by customer; a customer may be absent.</param>
public sealed record SmallHistory(
    IReadOnlyList<Purchase> Rows,
    Period ActivePeriod,
    DateOnly? ObservedUntil,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Attributes)
{
    /// <summary>The first row's day.</summary>
    public DateOnly FirstDay => Rows.Min(row => row.Day);

    /// <summary>The observed-until day.</summary>
    public DateOnly LastDay => ObservedUntil ?? Rows.Max(row => row.Day);

    /// <summary>The oracle of this history.</summary>
    public LinqOracle Oracle => new(Rows, ActivePeriod, ObservedUntil, Attributes);

    /// <summary>Every observed day.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays);

    /// <summary>
    /// The observed days on which something can change: those around each row's day and around its leaving of every window, the first
    /// of each month, and the ends.
    /// </summary>
    public IEnumerable<DateOnly> TurningDays()
    {
        Period[] steps = [ActivePeriod, ActivePeriod.Times(2), Period.Days(30), Period.Days(90), Period.Days(180), Period.Years(1)];
        var rowDays = Rows.Select(row => row.Day).Distinct().ToList();
        var leaveDays = rowDays.SelectMany(day => steps.Select(step => step.After(day)));
        var around = rowDays.Concat(leaveDays).SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }).ToHashSet();
        return Days.Where(day => day == FirstDay || day == LastDay || day.Day == 1 || around.Contains(day));
    }

    /// <summary>The history as code that a test can begin with.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"active {ActivePeriod}, observed until {ObservedUntil:yyyy-MM-dd}");
        foreach (var (name, values) in Attributes)
            text.AppendLine($"{name}: {string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"))}");
        var dimensions = Rows[0].Dimensions.Keys.Order(StringComparer.Ordinal).ToList();
        text.AppendLine($"customer day amount discount order {string.Join(' ', dimensions)}");
        foreach (var row in Rows.OrderBy(row => row.Customer, StringComparer.Ordinal).ThenBy(row => row.Day))
        {
            var values = string.Join(' ', dimensions.Select(name => Cell(row.Dimensions.GetValueOrDefault(name))));
            var amounts = string.Create(CultureInfo.InvariantCulture, $"{row.Amount} {row.Discount}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Customer} {row.Day:yyyy-MM-dd} {amounts} {Cell(row.Order)} {values}");
        }

        return text.ToString();
    }

    private static string Cell(string? value) => string.IsNullOrEmpty(value) ? "." : value;
}
