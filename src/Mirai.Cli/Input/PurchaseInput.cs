using Mirai.Cli.Commands;
using Mirai.Csv;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;
using Spectre.Console;

namespace Mirai.Cli.Input;

/// <summary>Purchases that have been read, ready to be asked.</summary>
/// <param name="Analysis">The front door.</param>
/// <param name="Report">What happened to every row.</param>
internal sealed record PurchaseInput(CustomerAnalysis Analysis, IngestReport Report) : IDisposable
{
    /// <summary>The purchases.</summary>
    public PurchaseHistory History => Analysis.History;

    /// <summary>The observed days.</summary>
    public DayRange Days => History.Days;

    /// <summary>Reads the files as one input.</summary>
    /// <exception cref="WrongInputException">They cannot be used; the message says why.</exception>
    public static PurchaseInput Load(CommandRun run, IReadOnlyList<string> paths, InputSettings settings)
    {
        var options = settings.Csv;
        var attributes = settings.Attributes is null ? null : ReadAttributes(run, settings.Attributes, options);
        PurchaseLoad? load = null;
        IngestFailure? failure = null;
        Progress.Show(run, run.Texts.Messages.Reading, report =>
        {
            var progress = report is null ? null : new Fractions(report);
            // Standard input is the terminal's, so that a test can bring its own.
            _ = paths is ["-"]
                ? CsvPurchases.TryLoad(run.Terminal.Input, options, out load, out failure, progress, run.Stop)
                : CsvPurchases.TryLoad(paths, options, out load, out failure, progress, run.Stop);
        });
        if (load is null)
        {
            if (failure!.Report is { } partly) BadRowSummary.Write(run, partly);
            throw run.Rejected(failure.Message);
        }

        BadRowSummary.Write(run, load.Report);
        run.Say(run.Texts.Messages.RowsRead(load.Report.RowsAccepted, load.History.CustomerCount));
        foreach (var note in load.Report.Notes) run.Say("  " + note.ToString(run.Texts.Language));
        var contacts = settings.Contacts?.Read(run, options.Load);
        var analysis = new CustomerAnalysis(load.History, attributes, contacts, AnalysisOptions.Default with { ActivePeriod = settings.ActivePeriod });
        if (contacts is not null) ContactInput.Describe(run, analysis);
        return new PurchaseInput(analysis, load.Report);
    }

    /// <summary>Whether the data reaches back far enough before a day for its trailing figures.</summary>
    public bool IsComplete(DateOnly day) => Analysis.Daily([CustomerMeasures.ActiveCustomers], new DayRange(day, day))[0].IsComplete(day);

    /// <summary>A day that the caller named, or the last observed one.</summary>
    /// <exception cref="WrongInputException">The day is not observed.</exception>
    public DateOnly DayOrLast(CommandRun run, System.CommandLine.Option<string> option) => Day(run, option) ?? Days.Last;

    /// <summary>A day that the caller named.</summary>
    /// <exception cref="WrongInputException">The day is not observed.</exception>
    public DateOnly? Day(CommandRun run, System.CommandLine.Option<string> option)
    {
        if (run.Day(option) is not { } day) return null;
        return Days.Contains(day) ? day : throw new WrongInputException(run.Texts.Messages.DayOutside($"{option.Name} {day:yyyy-MM-dd}", Days));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Analysis.Contacts?.Dispose();
        History.Dispose();
    }

    private static CustomerAttributes ReadAttributes(CommandRun run, string file, CsvOptions options)
    {
        var own = new CsvOptions { Columns = options.Columns, Load = options.Load };
        if (!CsvAttributes.TryLoad(file, own, out var load, out var failure, run.Stop))
        {
            if (failure.Report is { } partly) BadRowSummary.Write(run, partly);
            throw run.Rejected(failure.Message);
        }

        BadRowSummary.Write(run, load.Report);
        BadRowSummary.WriteContradictions(run, load.Attributes.Contradictions);
        return load.Attributes;
    }

    private sealed class Fractions(IProgress<double> report) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => report.Report(value.Fraction ?? 0);
    }
}
