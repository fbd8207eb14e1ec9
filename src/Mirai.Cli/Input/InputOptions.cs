using System.CommandLine;
using Mirai.Cli.Commands;

namespace Mirai.Cli.Input;

/// <summary>The purchases and the options of every command that reads them.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _purchases = new("PURCHASES") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The files.</summary>
    public Argument Purchases => _purchases;

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> All { get; } = [.. InputSettings.Names.Select(Option)];

    /// <summary>Reads the purchases, and the attributes where they are given, and reports what could not be used.</summary>
    /// <exception cref="WrongInputException">An option is wrong, or the input cannot be used.</exception>
    public PurchaseInput Load(CommandRun run)
    {
        var (settings, paths) = (InputSettings.Read(run), run.Parsed.GetValue(_purchases) ?? []);
        return paths.Length == 0 ? throw new WrongInputException(run.Texts.Messages.PurchasesNeeded) : PurchaseInput.Load(run, paths, settings);
    }

    /// <summary>Whether any purchases were named.</summary>
    public bool HasPurchases(CommandRun run) => run.Parsed.GetValue(_purchases) is { Length: > 0 };

    private static Option Option(string name) => name switch
    {
        "--map" or "--contacts-map" => NewOption.Text(name, "NAME=HEADER,..."),
        "--no-header" or "--round" or "--from-start" => NewOption.Flag(name),
        "--delimiter" => NewOption.Text(name, "CHAR"),
        "--encoding" => NewOption.Text(name, "NAME"),
        "--date-format" => NewOption.Text(name, "FORMAT"),
        "--currency" => NewOption.Text(name, "CODE"),
        "--attributes" or "--contacts" => NewOption.Text(name, "FILE"),
        "--active-period" => NewOption.Text(name, "PERIOD"),
        "--observed-until" => NewOption.Text(name, "DAY"),
        "--on-bad-row" => NewOption.Text(name, "skip|stop"),
        "--max-bad-rows" => NewOption.Text(name, "N"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such setting."),
    };
}
