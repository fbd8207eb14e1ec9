using System.CommandLine;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;

namespace Mirai.Cli.Commands;

/// <summary>The help of the tool and of a command.</summary>
internal static class HelpPage
{
    private const int OptionColumn = 2;
    private const int TextColumn = 32;

    /// <summary>The commands.</summary>
    public static Block Of(CommandTree tree, Texts texts, int width)
    {
        var help = texts.Help;
        var page = new Block().Add(Line.Of("mirai", Tone.Strong).Add("  " + help.Tool)).Blank();
        page.Heading(help.Usage).Add(Line.Of("  mirai COMMAND ...")).Blank();
        page.Heading(help.Commands);
        foreach (var command in tree.Commands) AddEntry(page, command.Name, help.DoesWhat[command.Name], 14, width);
        page.Blank().Heading(help.OwnOptions);
        foreach (var option in tree.Everywhere.Append(tree.Version)) AddOption(page, "mirai", option, help, width);
        page.Blank().Heading(help.Example).Add(Line.Of("  " + tree.Commands[0].Example)).Blank();
        return page.Text(help.MoreHelp, width).Text(help.ExitCodes, width);
    }

    /// <summary>One command.</summary>
    public static Block Of(ToolCommand command, CommandTree tree, Texts texts, int width)
    {
        var help = texts.Help;
        var page = new Block().Add(Line.Of($"mirai {command.FullName}", Tone.Strong)).Text(help.DoesWhat[command.FullName], width, "  ").Blank();
        if (command.Members.Count > 0) return Group(page, command, tree, help, width);
        var arguments = string.Concat(command.Arguments.Select(argument => $" {argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"));
        page.Heading(help.Usage).Add(Line.Of($"  mirai {command.FullName}{arguments} [OPTIONS]")).Blank();
        if (command.Arguments.Count > 0)
        {
            page.Heading(help.Arguments);
            foreach (var argument in command.Arguments) AddEntry(page, argument.Name, help.Argument(argument.Name), TextColumn, width);
            page.Blank();
        }

        var own = command.Options.Except(command.Inputs).Except(command.Outputs).Except(tree.Everywhere).ToList();
        AddOptions(page, help.OwnOptions, command.FullName, own, help, width);
        AddOptions(page, help.InputOptions, command.FullName, command.Inputs, help, width);
        AddOptions(page, help.OutputOptions, command.FullName, [.. command.Outputs, .. tree.Everywhere], help, width);
        return page.Heading(help.Example).Add(Line.Of("  " + command.Example));
    }

    private static Block Group(Block page, ToolCommand group, CommandTree tree, HelpTexts help, int width)
    {
        page.Heading(help.Usage).Add(Line.Of($"  mirai {group.FullName} COMMAND ...")).Blank().Heading(help.Commands);
        foreach (var command in group.Members) AddEntry(page, command.Name, help.DoesWhat[command.FullName], 14, width);
        page.Blank();
        AddOptions(page, help.OwnOptions, group.FullName, tree.Everywhere, help, width);
        return page.Heading(help.Example).Add(Line.Of("  " + group.Example)).Blank().Text(help.MoreHelp.Replace("mirai ", $"mirai {group.FullName} ", StringComparison.Ordinal), width);
    }

    private static void AddOptions(Block page, string heading, string command, IReadOnlyList<Option> options, HelpTexts help, int width)
    {
        if (options.Count == 0) return;
        page.Heading(heading);
        foreach (var option in options) AddOption(page, command, option, help, width);
        page.Blank();
    }

    private static void AddOption(Block page, string command, Option option, HelpTexts help, int width)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name));
        var label = option.HelpName is { } value ? $"{names} {value}" : names;
        AddEntry(page, label, help.Option(command, option.Name), TextColumn, width);
    }

    private static void AddEntry(Block page, string label, string text, int column, int width)
    {
        var right = new Block().Text(text, Math.Max(20, width - column));
        var left = new Block().Add(new Line().To(OptionColumn).Add(label));
        if (left.Width + 1 > column)
        {
            page.Add(left);
            left = new Block().Add(new Line());
        }

        page.Add(Block.Beside(left, right, column));
    }
}
