using Mirai.Cli.Commands;
using Mirai.Csv;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Cli.Input;

/// <summary>The files of contacts that a person named, and how their columns are called.</summary>
/// <param name="Files">Files or patterns.</param>
/// <param name="Columns">Which column is what.</param>
internal sealed record ContactInput(IReadOnlyList<string> Files, ColumnMap Columns)
{
    /// <summary>Reads the contacts, and reports what could not be used. Days, currency and bad rows are taken as those of the purchases are.</summary>
    /// <exception cref="WrongInputException">They cannot be used; the message says why.</exception>
    public ContactHistory Read(CommandRun run, PurchaseLoadOptions options)
    {
        var own = new CsvOptions { Columns = Columns, Load = options };
        if (!CsvContacts.TryLoad(Files, own, out var load, out var failure, progress: null, run.Stop))
        {
            if (failure.Report is { } partly) BadRowSummary.Write(run, partly);
            throw run.Rejected(failure.Message);
        }

        BadRowSummary.Write(run, load.Report);
        foreach (var note in load.Report.Notes) run.Say("  " + note.ToString(run.Texts.Language));
        return load.Contacts;
    }

    /// <summary>Says how the contacts fit to the purchases.</summary>
    public static void Describe(CommandRun run, CustomerAnalysis analysis)
    {
        if (run.IsQuiet) return;
        var match = analysis.MatchContacts(run.Stop);
        run.Say(run.Texts.Contacts.Read(match));
        if (match.AfterLastDay > 0) run.Say(run.Texts.Contacts.AfterLastDay(match.AfterLastDay));
    }
}
