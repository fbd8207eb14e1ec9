using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Measures;

namespace Mirai.Cli.Commands;

/// <summary>Cohort tables.</summary>
internal sealed class CohortsCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOptions _output = new();
    private readonly Option<string> _grain = NewOption.Text("--grain", "GRAIN");
    private readonly Option<string> _value = NewOption.Text("--value", "VALUE");

    /// <summary>The command.</summary>
    public CohortsCommand()
        : base("cohorts", "mirai cohorts samples/purchases.csv --grain quarter --value sales")
    {
        Add(_input.Purchases);
        foreach (var option in new Option[] { _grain, _value }.Concat(Inputs).Concat(Outputs)) Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Inputs => _input.All;

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Outputs => _output.All;

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var format = _output.Format(run, OutputFormat.Csv);
        var grain = run.Choice(_grain, ("month", CohortGrain.Month), ("quarter", CohortGrain.Quarter), ("year", CohortGrain.Year)) ?? CohortGrain.Month;
        var value = run.Choice(
            _value, ("customers", CohortValue.Customers), ("purchases", CohortValue.Purchases), ("sales", CohortValue.Sales)) ?? CohortValue.Customers;
        using var input = _input.Load(run);
        var cohorts = input.Analysis.Cohorts(grain, run.Stop);
        var columns = new List<TableColumn> { new("cohort", run.Texts.Page.Cohort, IsKey: true), new("size", run.Texts.Page.CohortSize, IsKey: true) };
        for (var period = 0; period < cohorts.PeriodCount; period++)
        {
            var name = period.ToString(CultureInfo.InvariantCulture);
            columns.Add(new TableColumn(name, name));
        }

        _output.Write(run, new DataTable(columns, cohorts.Rows.Select(row => Cells(row, value, cohorts.PeriodCount)), cohorts.Currency), format);
    }

    private static Cell[] Cells(CohortRow row, CohortValue value, int periods)
    {
        var cells = new Cell[periods + 2];
        cells[0] = Cell.Of(row.Label);
        cells[1] = Cell.Of(row.Size);
        for (var period = 0; period < row.Cells.Count; period++)
        {
            var figure = row.Cells[period][value];
            cells[period + 2] = value == CohortValue.Sales ? Cell.Money(figure) : new Cell(CellKind.Count, figure);
        }

        return cells;
    }
}
