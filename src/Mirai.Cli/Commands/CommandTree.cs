using System.CommandLine;

namespace Mirai.Cli.Commands;

/// <summary>The tool's commands, and the options that all of them take.</summary>
internal sealed class CommandTree
{
    /// <summary>All commands.</summary>
    public CommandTree()
    {
        foreach (var command in Commands)
        {
            foreach (var one in command.Members.Prepend(command))
            {
                foreach (var option in Everywhere) one.Add(option);
            }

            Root.Add(command);
        }

        foreach (var option in Everywhere) Root.Add(option);
        Root.Add(Version);
    }

    /// <summary>The tool itself.</summary>
    public Command Root { get; } = new("mirai");

    /// <summary>The commands, in the order of the help.</summary>
    public IReadOnlyList<ToolCommand> Commands { get; } =
    [
        new DiagnoseCommand(), new MeasuresCommand(), new CohortsCommand(), new SegmentsCommand(), new FlowCommand(),
        new HistoryCommand(),
        new ChurnCommand(),
        new FitCommand(),
        new ProjectCommand(),
        new ForecastCommand(),
        new RulesCommand(),
        new SampleCommand(),
        new RunCommand(),
    ];

    /// <summary>The language.</summary>
    public Option<string> Language { get; } = NewOption.Text("--lang", "en|ja");

    /// <summary>No progress and no remarks.</summary>
    public Option<bool> Quiet { get; } = NewOption.Flag("--quiet", "-q");

    /// <summary>Shows the help.</summary>
    public Option<bool> Help { get; } = NewOption.Flag("--help", "-h", "-?");

    /// <summary>Shows the version.</summary>
    public Option<bool> Version { get; } = NewOption.Flag("--version");

    /// <summary>The options that every command takes.</summary>
    public IReadOnlyList<Option> Everywhere => [Language, Quiet, Help];
}
