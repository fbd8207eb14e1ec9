using System.Runtime.InteropServices;
using System.Text;
using Mirai.Cli;

const int GraceMilliseconds = 1500;

using var stopping = new CancellationTokenSource();
using var finished = new ManualResetEventSlim();
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var outputIsScreen = !Console.IsOutputRedirected;
if (OperatingSystem.IsWindows() && outputIsScreen) Console.OutputEncoding = Encoding.UTF8;
var code = CliApplication.Run(
    args,
    new Terminal
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Error = error,
        OutputIsScreen = outputIsScreen,
        ErrorIsScreen = !Console.IsErrorRedirected,
        Width = outputIsScreen && Console.WindowWidth > 0 ? Console.WindowWidth : Terminal.PlainWidth,
    },
    stopping.Token);
finished.Set();
return code;

// The work stops at its next look at the token. A read from a terminal or a pipe never looks, and holds nothing that is half-written.
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopping.Cancel();
    if (finished.Wait(GraceMilliseconds)) return;
    if (!Console.IsErrorRedirected) error.Write("\u001b[?25h"); // A progress bar hides the cursor.
    Environment.Exit(ExitCode.Failed);
}
