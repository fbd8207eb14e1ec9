using System.CommandLine;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Page;

namespace Mirai.Cli.Commands;

/// <summary>The main job: the state of the customer base on one day.</summary>
internal sealed class DiagnoseCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _asOf = NewOption.Text("--as-of", "DAY");

    /// <summary>The command.</summary>
    public DiagnoseCommand()
        : base("diagnose", "mirai diagnose samples/purchases.csv")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _asOf }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Table);
        run.Day(_asOf);
        using var input = _input.Load(run);
        var day = input.DayOrLast(run, _asOf);
        var diagnosis = ListDiagnosis.Of(input, day, run.Stop);
        if (format != OutputFormat.Table)
        {
            _output.Write(run, DiagnosisTable.Of(diagnosis), format);
            return;
        }

        var file = _output.File(run);
        var setting = run.PageFor(file);
        var page = DiagnosisPage.Of(diagnosis, setting, BadRowSummary.Lines(run, input.Report));
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(page, stream));
    }
}
