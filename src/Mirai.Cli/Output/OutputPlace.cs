using Mirai.Cli.Wording;

namespace Mirai.Cli.Output;

/// <summary>Where an answer goes: standard output, or a file that appears under its name only when it is whole.</summary>
internal static class OutputPlace
{
    /// <summary>How the name of a file ends that is not whole yet.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Complains about a file that cannot be, before any work is done for it.</summary>
    /// <exception cref="WrongInputException">There cannot be such a file.</exception>
    public static void Check(string? path, MessageTexts texts)
    {
        if (path is not (null or "-")) Target(path, texts);
    }

    /// <summary>Lets an answer be written.</summary>
    /// <param name="path">The file; <see langword="null"/> for standard output.</param>
    /// <param name="standardOutput">Standard output.</param>
    /// <param name="texts">For messages.</param>
    /// <param name="write">Writes the answer.</param>
    /// <exception cref="WrongInputException">There cannot be such a file.</exception>
    /// <exception cref="OutputException">The answer cannot be written: a full disk, a closed stream.</exception>
    public static void Write(string? path, Stream standardOutput, MessageTexts texts, Action<Stream> write)
    {
        if (path is null or "-")
        {
            Guarded(texts, standardOutput, write);
            return;
        }

        var target = Target(path, texts);
        var partial = IsDevice(target) ? target : $"{target}.{Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)}{PartialSuffix}";
        try
        {
            using (var file = Open(partial, path, texts)) Guarded(texts, file, write);
            if (!IsDevice(target)) Move(partial, target, texts);
        }
        catch when (!IsDevice(target))
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Where a path leads, so that a link keeps its place and the file behind it is replaced.</summary>
    private static string Target(string path, MessageTexts texts)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full)) throw new WrongInputException(texts.FolderInTheWay(path));
            var folder = Path.GetDirectoryName(full)!;
            if (!Directory.Exists(folder)) throw new WrongInputException(texts.NoSuchFolder(folder));
            return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongInputException(texts.CannotWrite(exception.Message));
        }
    }

    /// <summary>A device takes what is written and is never replaced.</summary>
    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal);

    private static FileStream Open(string partial, string path, MessageTexts texts)
    {
        try
        {
            return new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException(texts.CannotWrite($"{path}: {exception.Message}"));
        }
    }

    private static void Move(string partial, string target, MessageTexts texts)
    {
        try
        {
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(texts.CannotWrite(exception.Message), exception);
        }
    }

    private static void Guarded(MessageTexts texts, Stream stream, Action<Stream> write)
    {
        try
        {
            write(stream);
            stream.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new OutputException(texts.CannotWrite(exception.Message), exception);
        }
        catch (ArgumentOutOfRangeException exception) when (stream is FileStream && exception.ParamName is "value")
        {
            // So the framework reports a file that would pass the size limit of the file system or the user.
            throw new OutputException(texts.CannotWrite(exception.Message), exception);
        }
    }
}
