using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Samples;

namespace Mirai.Cli.Commands;

/// <summary>Writes a made-up company.</summary>
internal sealed class SampleCommand : ToolCommand
{
    private const long MostCustomers = 10_000_000;
    private const long MostYears = 30;

    private static readonly string[] FileNames = [SampleFiles.Purchases, SampleFiles.Contacts, SampleFiles.Customers, SampleFiles.Identities];

    private readonly Option<string> _out = NewOption.Text("--out", "DIR");
    private readonly Option<string> _count = NewOption.Text("--count", "N");
    private readonly Option<string> _years = NewOption.Text("--years", "N");
    private readonly Option<string> _seed = NewOption.Text("--seed", "N");
    private readonly Option<string> _scenario = NewOption.Text("--scenario", "NAME");
    private readonly Option<bool> _force = NewOption.Flag("--force");

    /// <summary>The command.</summary>
    public SampleCommand()
        : base("sample", "mirai sample --out company --count 10000 --years 6 --scenario leaky")
    {
        foreach (var option in new Option[] { _out, _count, _years, _seed, _scenario, _force }) Add(option);
    }

    /// <inheritdoc/>
    public override void Run(CommandRun run)
    {
        var folder = run.Value(_out, "DIR") ?? throw new WrongInputException(run.Texts.Messages.OptionNeeded(_out.Name));
        var options = Read(run);
        var inTheWay = FileNames.Where(name => File.Exists(Path.Combine(folder, name))).ToList();
        if (inTheWay.Count > 0 && !run.Has(_force)) throw new WrongInputException(run.Texts.Messages.FilesInTheWay(string.Join(", ", inTheWay)));
        IReadOnlyList<SampleFile> files = [];
        try
        {
            Progress.Show(run, run.Texts.Messages.MakingSample, _ => files = SampleFiles.Write(options, folder, run.Stop));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(run.Texts.Messages.CannotWrite(exception.Message), exception);
        }

        var listed = files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} ({file.RowCount:N0})"));
        run.Say(run.Texts.Messages.SampleWritten(folder, string.Join(", ", listed)));
    }

    private SampleOptions Read(CommandRun run)
    {
        var defaults = new SampleOptions();
        return new SampleOptions
        {
            CustomerCount = (int)(run.Number(_count, 1, MostCustomers) ?? defaults.CustomerCount),
            Years = (int)(run.Number(_years, 1, MostYears) ?? defaults.Years),
            Seed = run.Number(_seed, long.MinValue, long.MaxValue) ?? defaults.Seed,
            Scenario = run.Choice(
                _scenario,
                ("healthy", SampleScenario.Healthy),
                ("leaky", SampleScenario.Leaky),
                ("discount", SampleScenario.Discount),
                ("mail", SampleScenario.Mail)) ?? defaults.Scenario,
        };
    }
}
