namespace Mirai.Cli.Commands;

/// <summary>The tools of the rule language.</summary>
internal sealed class RulesCommand : ToolCommand
{
    /// <summary>The commands.</summary>
    public RulesCommand()
        : base("rules", "mirai rules test samples/rules/*.mirai")
    {
        foreach (var member in Members) Add(member);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ToolCommand> Members { get; } =
    [
        new RulesCheckCommand(), new RulesFormatCommand(), new RulesTestCommand(), new RulesBacktestCommand(), new RulesExplainCommand(), new RulesListCommand(),
    ];

    /// <inheritdoc/>
    public override void Run(CommandRun run) => throw new WrongInputException(run.Texts.Messages.CommandNeeded);
}
