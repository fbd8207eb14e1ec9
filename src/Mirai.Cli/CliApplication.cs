using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Mirai.Cli.Commands;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Ingest;

namespace Mirai.Cli;

/// <summary>The tool: arguments in, an exit code out. No exception leaves it.</summary>
internal static class CliApplication
{
    /// <summary>The version of the tool.</summary>
    public static string Version =>
        typeof(CliApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Runs the tool once.</summary>
    /// <param name="arguments">What was typed after the tool's name.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop = default)
    {
        var texts = LanguageOf(arguments);
        try
        {
            return Run(new CommandTree(), arguments, terminal, texts, stop);
        }
        catch (OperationCanceledException)
        {
            return Fail(terminal, texts, texts.Messages.Stopped, ExitCode.Failed);
        }
        catch (Exception exception) when (exception is WrongInputException or IngestException)
        {
            return Fail(terminal, texts, exception.Message, ExitCode.WrongInput);
        }
        catch (OutputException exception)
        {
            return Fail(terminal, texts, exception.Message, ExitCode.Failed);
        }
        catch (OverflowException exception)
        {
            return Fail(terminal, texts, texts.Messages.Overflow(exception.Message), ExitCode.WrongInput);
        }
        catch (OutOfMemoryException)
        {
            return Fail(terminal, texts, texts.Messages.OutOfMemory, ExitCode.WrongInput);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, texts, texts.Messages.CannotRead(exception.Message), ExitCode.WrongInput);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            return Fail(terminal, texts, texts.Messages.Stopped, ExitCode.Failed);
        }
#pragma warning disable CA1031 // The last resort of a program: whatever it is, the person gets a line and not a stack.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(terminal, texts, texts.Messages.Unexpected($"{exception.GetType().Name}: {exception.Message}"), ExitCode.Failed);
        }
    }

    private static int Run(CommandTree tree, IReadOnlyList<string> arguments, Terminal terminal, Texts texts, CancellationToken stop)
    {
        var parsed = tree.Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var command = parsed.CommandResult.Command as ToolCommand;
        var run = new CommandRun(parsed, terminal, texts, parsed.GetResult(tree.Quiet) is { Implicit: false }, stop);
        if (run.Has(tree.Help))
        {
            var setting = run.PageFor(null);
            var page = command is null ? HelpPage.Of(tree, texts, setting.Width) : HelpPage.Of(command, tree, texts, setting.Width);
            OutputPlace.Write(null, terminal.Output, texts.Messages, stream => setting.Write(page, stream));
            return ExitCode.Done;
        }

        if (run.Has(tree.Version))
        {
            OutputPlace.Write(null, terminal.Output, texts.Messages, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(Version + "\n")));
            return ExitCode.Done;
        }

        run.Choice(tree.Language, ("en", true), ("ja", true));
        if (Mistake(tree, command, parsed, arguments, texts) is { } mistake)
        {
            var place = command is null ? "" : " " + command.FullName;
            return Fail(terminal, texts, mistake + Environment.NewLine + texts.Messages.SeeHelp("mirai", place), ExitCode.WrongInput);
        }

        command!.Run(run);
        return run.ExitCode;
    }

    /// <summary>The language is needed before anything else, to complain in it.</summary>
    private static Texts LanguageOf(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument is "--") break;
            var value = argument is "--lang" && i + 1 < arguments.Count ? arguments[i + 1]
                : argument.StartsWith("--lang=", StringComparison.Ordinal) || argument.StartsWith("--lang:", StringComparison.Ordinal) ? argument[7..]
                : null;
            if (value is not null && Texts.TryFind(value.ToLowerInvariant(), out var texts)) return texts;
        }

        return Texts.Default;
    }

    private static string? Mistake(
        CommandTree tree, ToolCommand? command, ParseResult parsed, IReadOnlyList<string> arguments, Texts texts)
    {
        var messages = texts.Messages;
        var typed = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value);
        var stray = parsed.UnmatchedTokens.Concat(typed).FirstOrDefault(IsOption);
        var known = (command?.Options ?? tree.Root.Options).SelectMany(option => option.Aliases.Append(option.Name));
        if (stray is not null && !arguments.Contains("--", StringComparer.Ordinal))
        {
            var name = stray.Split('=', ':')[0];
            return messages.UnknownOption(name, SegmentChoice.Nearest(name, known));
        }

        if (command is null or { Members.Count: > 0 })
        {
            return parsed.UnmatchedTokens.Count == 0
                ? messages.CommandNeeded
                : messages.UnknownCommand(parsed.UnmatchedTokens[0], SegmentChoice.Nearest(parsed.UnmatchedTokens[0], (command?.Members ?? tree.Commands).Select(c => c.Name)));
        }

        if (parsed.UnmatchedTokens.Count > 0) return messages.UnexpectedArgument(parsed.UnmatchedTokens[0]);
        var twice = parsed.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(result => result.IdentifierTokenCount > 1);
        if (twice is not null) return messages.GivenTwice(twice.Option.Name);
        return parsed.Errors.Count > 0 ? parsed.Errors[0].Message : null;
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static int Fail(Terminal terminal, Texts texts, string message, int code)
    {
        try
        {
            terminal.Error.WriteLine(texts.Messages.Error(message));
        }
        catch (IOException)
        {
            // Nobody listens; the exit code still tells.
        }

        return code;
    }

}
