using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Cli.Commands;

/// <summary>Daily series of measures.</summary>
internal sealed class MeasuresCommand : ToolCommand
{
    /// <summary>On a screen, a person who names no days sees the latest.</summary>
    private const int DaysOnScreen = 30;

    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _measures = NewOption.Text("--measures", "ID,...");
    private readonly Option<string> _by = NewOption.Text("--by", "SEGMENT");
    private readonly Option<string> _from = NewOption.Text("--from", "DAY");
    private readonly Option<string> _to = NewOption.Text("--to", "DAY");
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");

    /// <summary>The command.</summary>
    public MeasuresCommand()
        : base("measures", "mirai measures samples/purchases.csv --measures active_customers,retention_rate --from 2025-01-01")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _measures, _by, _from, _to, _asOf }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        var asked = Asked(run);
        CheckDays(run);
        using var input = _input.Load(run);
        var segment = SegmentChoice.Read(run, _by, input);
        var measures = asked ?? Applicable(input, segment);
        Check(run, measures, input, segment);
        var days = Days(run, input, format);
        IReadOnlyList<DailySeries> series = [];
        Progress.Show(run, run.Texts.Messages.Computing, progress =>
        {
            series = segment is null
                ? input.Analysis.Daily(measures, days, progress, run.Stop)
                : input.Analysis.DailyBy(segment, measures, days, progress, run.Stop);
        });
        _output.Write(run, Table(run, measures, series, days, segment, input.History.Currency), format);
    }

    /// <summary>What is wrong with the days whatever the input is.</summary>
    private void CheckDays(CommandRun run)
    {
        var (from, to) = (run.Day(_from), run.Day(_to) ?? run.Day(_asOf));
        if (from > to) throw new WrongInputException(run.Texts.Messages.DaysReversed(from.Value, to.Value));
    }

    private List<Measure>? Asked(CommandRun run)
    {
        if (run.Value(_measures, "active_customers, ...") is not { } names) return null;
        var measures = new List<Measure>();
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var nearest = SegmentChoice.Nearest(name, MeasureCatalog.BuiltIn.Measures.Select(known => known.Id));
            if (!MeasureCatalog.BuiltIn.TryFind(name, out var measure)) throw new WrongInputException(run.Texts.Messages.UnknownMeasure(name, nearest));
            if (!measures.Contains(measure)) measures.Add(measure);
        }

        return measures.Count > 0 ? measures : throw run.Bad(_measures, names, "active_customers, ...");
    }

    private static List<Measure> Applicable(PurchaseInput input, Segment? segment)
    {
        var contacts = input.Analysis.Contacts;
        return
        [
            .. MeasureCatalog.BuiltIn.Measures.Where(measure =>
                !measure.IsMonthly
                && (input.History.HasDiscounts || !measure.NeedsDiscounts)
                && (contacts is not null || !measure.NeedsContacts)
                && (contacts is { HasCosts: true } || !measure.NeedsContactCosts)
                && (segment is null || measure.IsSegmentable)),
        ];
    }

    private static void Check(CommandRun run, List<Measure> measures, PurchaseInput input, Segment? segment)
    {
        foreach (var measure in measures)
        {
            if (measure.NeedsDiscounts && !input.History.HasDiscounts) throw new WrongInputException(run.Texts.Messages.NeedsDiscounts(measure.Id));
            if (measure.NeedsContacts && input.Analysis.Contacts is null) throw new WrongInputException(run.Texts.Contacts.NeedsContacts(measure.Id));
            if (measure.NeedsContactCosts && !input.Analysis.Contacts!.HasCosts) throw new WrongInputException(run.Texts.Contacts.NeedsCosts(measure.Id));
            if (segment is not null && !measure.IsSegmentable) throw new WrongInputException(run.Texts.Messages.NotSegmentable(measure.Id));
        }
    }

    private DayRange Days(CommandRun run, PurchaseInput input, OutputFormat format)
    {
        var stated = input.Day(run, _from);
        var last = input.Day(run, _to) ?? input.DayOrLast(run, _asOf);
        if (stated > last) throw new WrongInputException(run.Texts.Messages.DaysReversed(stated.Value, last));
        var first = stated ?? input.Days.First;
        var all = new DayRange(first, last);
        if (format != OutputFormat.Table || stated is not null || all.Count <= DaysOnScreen) return all;
        run.Say(run.Texts.Messages.DaysLeftOut(DaysOnScreen, all.Count));
        return new DayRange(last.AddDays(1 - DaysOnScreen), last);
    }

    private static DataTable Table(
        CommandRun run, List<Measure> measures, IReadOnlyList<DailySeries> series, DayRange days, Segment? segment, Currency currency)
    {
        var columns = new List<TableColumn> { new("day", run.Texts.Page.Day, IsKey: true) };
        if (segment is not null) columns.Add(new TableColumn("segment", segment.Id, IsKey: true));
        columns.AddRange(measures.Select(measure => new TableColumn(measure.Id, run.Texts.NameOf(measure))));
        return new DataTable(columns, segment is null ? Rows(series, days) : RowsBySegment(series, measures.Count, days), currency);
    }

    private static IEnumerable<Cell[]> Rows(IReadOnlyList<DailySeries> series, DayRange days)
    {
        for (var day = 0; day < days.Count; day++) yield return [Cell.Of(days[day]), .. series.Select(one => FigureOf(one, day))];
    }

    /// <summary>The series come measure by measure, each with the same values of the segment in the same order.</summary>
    private static IEnumerable<Cell[]> RowsBySegment(IReadOnlyList<DailySeries> series, int measures, DayRange days)
    {
        var values = series.Count / measures;
        for (var day = 0; day < days.Count; day++)
        {
            for (var value = 0; value < values; value++)
            {
                var cells = new Cell[measures + 2];
                cells[0] = Cell.Of(days[day]);
                cells[1] = Cell.Of(series[value].SegmentValue ?? "");
                for (var measure = 0; measure < measures; measure++) cells[measure + 2] = FigureOf(series[(measure * values) + value], day);
                yield return cells;
            }
        }
    }

    private static Cell FigureOf(DailySeries series, int day) =>
        Cell.At(series, day) with { IsIncomplete = series.CompleteFrom is not { } from || series.Days[day] < from };
}
