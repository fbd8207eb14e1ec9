using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Sqlite;

namespace Mirai.Cli.Commands;

/// <summary>What the diagnosis database holds: its days, one of its diagnoses, or measures over its days.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    /// <summary>On a screen, a person who names no days sees the latest.</summary>
    private const int DaysOnScreen = 30;

    private readonly OutputOptions _output = new();
    private readonly Argument<string> _file = new("DATABASE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _day = NewOption.Text("--day", "DAY");
    private readonly Option<string> _from = NewOption.Text("--from", "DAY");
    private readonly Option<string> _to = NewOption.Text("--to", "DAY");
    private readonly Option<string> _measures = NewOption.Text("--measures", "ID,...");

    /// <summary>The command.</summary>
    public HistoryCommand()
        : base("history", "mirai history samples/diagnosis/mirai.db --from 2025-12-01")
    {
        Add(_file);
        foreach (var option in new Option[] { _day, _from, _to, _measures }.Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var texts = HistoryTexts.Of(run.Texts);
        var format = _output.Format(run, OutputFormat.Csv);
        var (day, from, to) = (run.Day(_day), run.Day(_from), run.Day(_to));
        if (from > to) throw new WrongInputException(run.Texts.Messages.DaysReversed(from.Value, to.Value));
        if (day is not null && new[] { _from, _to, _measures }.FirstOrDefault(option => run.Parsed.GetResult(option) is { Implicit: false }) is { } stray)
            throw new WrongInputException(texts.NotTogether(_day.Name, stray.Name));
        if (run.Parsed.GetValue(_file) is not { Length: > 0 } path) throw new WrongInputException(texts.DatabaseNeeded);
        var measures = run.Value(_measures, "active_customers, ...");
        try
        {
            using var database = DiagnosisDatabase.Open(path, DatabaseOptions.Reading);
            if (day is { } one) Diagnosis(run, database, one, format, texts);
            else if (measures is not null) Series(run, database, measures, from, to, format);
            else Days(run, database, from, to, format);
        }
        catch (DiagnosisDatabaseException exception) when (exception.Trouble is DatabaseTrouble.Locked or DatabaseTrouble.DiskFull or DatabaseTrouble.Failed)
        {
            throw new OutputException(texts.Message(exception), exception);
        }
        catch (DiagnosisDatabaseException exception)
        {
            throw new WrongInputException(texts.Message(exception));
        }
    }

    private static IReadOnlyList<T> Latest<T>(CommandRun run, IReadOnlyList<T> days, DateOnly? from, OutputFormat format)
    {
        if (format != OutputFormat.Table || from is not null || days.Count <= DaysOnScreen) return days;
        run.Say(run.Texts.Messages.DaysLeftOut(DaysOnScreen, days.Count));
        return [.. days.Skip(days.Count - DaysOnScreen)];
    }

    private void Days(CommandRun run, DiagnosisDatabase database, DateOnly? from, DateOnly? to, OutputFormat format)
    {
        var days = Latest(run, database.Runs(from, to, run.Stop), from, format);
        if (format == OutputFormat.Table) _output.Write(run, setting => HistoryPage.Of(days, Path.GetFileName(database.Path), from is not null || to is not null, setting));
        else _output.Write(run, HistoryTables.OfDays(days, run.Texts), format);
    }

    private void Diagnosis(CommandRun run, DiagnosisDatabase database, DateOnly day, OutputFormat format, HistoryTexts texts)
    {
        var missing = new Lazy<WrongInputException>(() => new WrongInputException(texts.NotStored(day, database.LastDay)));
        if (format == OutputFormat.Json)
        {
            var document = database.Document(day, run.Stop) ?? throw missing.Value;
            OutputPlace.Write(_output.File(run), run.Terminal.Output, run.Texts.Messages, stream =>
            {
                stream.Write(document);
                stream.Write("\n"u8);
            });
            return;
        }

        var stored = database.Find(day, run.Stop) ?? throw missing.Value;
        if (format == OutputFormat.Csv) _output.Write(run, HistoryTables.OfFigures(stored, run.Texts), format);
        else _output.Write(run, setting => StoredDiagnosisPage.Of(stored, setting));
    }

    private void Series(CommandRun run, DiagnosisDatabase database, string names, DateOnly? from, DateOnly? to, OutputFormat format)
    {
        var known = database.Measures.Select(measure => measure.Id).ToList();
        var series = new List<StoredSeries>();
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            series.Add(database.Series(name, from, to, run.Stop)
                ?? throw new WrongInputException(run.Texts.Messages.UnknownMeasure(name, SegmentChoice.Nearest(name, known))));
        }

        if (series.Count == 0) throw run.Bad(_measures, names, "active_customers, ...");
        var days = Latest(run, [.. Enumerable.Range(0, series[0].Points.Count)], from, format);
        var runs = database.Runs(from, to, run.Stop);
        _output.Write(run, HistoryTables.OfSeries(series, days, runs.Count == 0 ? Currency.Jpy : runs[^1].Currency, run.Texts), format);
    }
}
