using Mirai.Cli.Commands;
using Spectre.Console;

namespace Mirai.Cli.Input;

/// <summary>Shows how far long work has come: at a terminal, and unless told to be quiet.</summary>
internal static class Progress
{
    /// <summary>Does work.</summary>
    /// <param name="run">The call.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; is given whom to tell fractions from 0 to 1, or <see langword="null"/> where nobody looks.</param>
    public static void Show(CommandRun run, string title, Action<IProgress<double>?> work)
    {
        if (run.IsQuiet || !run.Terminal.ErrorIsScreen)
        {
            work(null);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(run.Terminal.Progress),
        });
        console.Profile.Width = Math.Max(40, run.Terminal.Width - 1);
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var task = context.AddTask(title.EscapeMarkup(), autoStart: true, maxValue: 1);
                work(new Fractions(fraction => task.Value = fraction));
                task.Value = 1;
            });
    }

    /// <summary>Tells at once, on the thread that reports.</summary>
    private sealed class Fractions(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
