using System.CommandLine;

namespace Mirai.Cli.Commands;

/// <summary>A command of the tool. What it does and what its options mean stands in the texts, under their names.</summary>
internal abstract class ToolCommand : Command
{
    /// <summary>A command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="example">A line that works on the sample files.</param>
    protected ToolCommand(string name, string example)
        : base(name) => Example = example;

    /// <summary>A line that works on the sample files.</summary>
    public string Example { get; }

    /// <summary>The options that say what is read.</summary>
    public virtual IReadOnlyList<Option> Inputs => [];

    /// <summary>The options that say how the answer is written.</summary>
    public virtual IReadOnlyList<Option> Outputs => [];

    /// <summary>What the tool returns once the work is done: see <see cref="ExitCode"/>.</summary>
    public int Code { get; protected set; } = ExitCode.Done;

    /// <summary>Does the work.</summary>
    /// <exception cref="WrongInputException">Wrong usage or input.</exception>
    /// <exception cref="OutputException">The answer cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public abstract void Run(CommandRun run);
}
