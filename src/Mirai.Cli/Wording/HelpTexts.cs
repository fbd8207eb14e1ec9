namespace Mirai.Cli.Wording;

/// <summary>What stands in the help of the tool and its commands.</summary>
internal sealed record HelpTexts
{
    public required string Tool { get; init; }

    public required string Usage { get; init; }

    public required string Commands { get; init; }

    public required string Arguments { get; init; }

    public required string OwnOptions { get; init; }

    public required string InputOptions { get; init; }

    public required string OutputOptions { get; init; }

    public required string Example { get; init; }

    public required string MoreHelp { get; init; }

    public required string ExitCodes { get; init; }

    public required string Purchases { get; init; }

    /// <summary>What a command does, by its name.</summary>
    public required IReadOnlyDictionary<string, string> DoesWhat { get; init; }

    /// <summary>What an option does, by its name; <c>command --option</c> where it means something else in one command. Also what an argument is.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What an argument is: the purchases, where no text stands under its name.</summary>
    public string Argument(string argument) => Options.TryGetValue(argument, out var own) ? own : Purchases;

    /// <summary>What an option does.</summary>
    public string Option(string command, string option) => Options.TryGetValue($"{command} {option}", out var own) ? own : Options[option];
}
