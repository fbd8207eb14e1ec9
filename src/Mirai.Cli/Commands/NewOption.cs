using System.CommandLine;

namespace Mirai.Cli.Commands;

/// <summary>Makes options. All take their value as text, so that what is wrong with it is said in the user's language.</summary>
internal static class NewOption
{
    /// <summary>An option with a value.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="valueName">What the help calls the value.</param>
    /// <param name="aliases">Other names.</param>
    public static Option<string> Text(string name, string valueName, params string[] aliases) =>
        new(name, aliases) { Arity = ArgumentArity.ZeroOrOne, HelpName = valueName };

    /// <summary>An option that is there or not.</summary>
    public static Option<bool> Flag(string name, params string[] aliases) => new(name, aliases) { Arity = ArgumentArity.Zero };
}
