using System.Text;
using Mirai.Cli.Commands;
using Mirai.Cli.Wording;
using Mirai.Csv.Sources;
using Mirai.Ingest;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Input;

/// <summary>Reads rule files.</summary>
internal static class RuleFiles
{
    /// <summary>The texts of files and patterns in order, each a layer above those before it; <c>-</c> is standard input.</summary>
    /// <exception cref="WrongInputException">There is none, or one cannot be read.</exception>
    public static IReadOnlyList<RuleSource> Read(CommandRun run, IReadOnlyList<string> pathsOrPatterns)
    {
        var texts = RuleTexts.Of(run.Texts);
        if (pathsOrPatterns.Count == 0) throw new WrongInputException(texts.FilesNeeded);
        var notes = new List<IngestRemark>();
        if (InputPaths.TryExpand(pathsOrPatterns, out var files, notes) is { } trouble) throw run.Rejected(trouble);
        foreach (var note in notes) run.Say(note.ToString(run.Texts.Language));
        return [.. files.Select(file => Read(run, file, texts))];
    }

    private static RuleSource Read(CommandRun run, string file, RuleTexts texts)
    {
        try
        {
            using var stream = file is InputPaths.StandardInput ? run.Terminal.Input : File.OpenRead(file);
            if (stream.CanSeek && stream.Length > MostBytes) throw new WrongInputException(texts.TooLarge(file, MostBytes / 1024));
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return new RuleSource(file, reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException(run.Texts.Messages.CannotRead(exception.Message));
        }
        catch (DecoderFallbackException)
        {
            throw new WrongInputException(texts.NotUtf8(file));
        }
    }

    private static int MostBytes => 4 * RuleLimits.Default.TotalSourceLength;
}
