using Mirai.Cli.Commands;
using Mirai.Cli.Output;

namespace Mirai.Cli.Daily;

/// <summary>Keeps two runs from writing into one folder at once. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private const string FileName = "mirai.lock";

    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder.</summary>
    /// <exception cref="OutputException">Another run has it, or the folder cannot be written to.</exception>
    public static RunLock Take(CommandRun run, string folder)
    {
        try
        {
            return new RunLock(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (HeldByAnother.Contains(exception.HResult))
        {
            throw new OutputException(run.Texts.Run.AnotherRun(folder), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(run.Texts.Messages.CannotWrite(exception.Message), exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
