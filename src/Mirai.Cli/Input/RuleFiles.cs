using System.Text;
using Mirai.Cli.Commands;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Input;

/// <summary>Rule texts from files.</summary>
internal static class RuleFiles
{
    /// <summary>Reads a file, or the files that a pattern in a folder means, in ordinal order.</summary>
    /// <exception cref="WrongInputException">There is no such file, or it is not UTF-8.</exception>
    public static IReadOnlyList<RuleSource> Read(CommandRun run, string pathOrPattern)
    {
        try
        {
            return [.. Files(run, pathOrPattern).Select(file => new RuleSource(file, File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true))))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new WrongInputException(run.Texts.Messages.CannotRead($"{pathOrPattern}: {exception.Message}"));
        }
    }

    private static string[] Files(CommandRun run, string pathOrPattern)
    {
        var name = Path.GetFileName(pathOrPattern);
        if (name.AsSpan().IndexOfAny('*', '?') < 0 || File.Exists(pathOrPattern)) return [pathOrPattern];
        var folder = Path.GetDirectoryName(pathOrPattern);
        var found = Directory.GetFiles(string.IsNullOrEmpty(folder) ? "." : folder, name);
        Array.Sort(found, StringComparer.Ordinal);
        return found.Length > 0 ? found : throw new WrongInputException(run.Texts.Messages.CannotRead(pathOrPattern));
    }
}
