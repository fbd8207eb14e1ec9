using System.Text;
using Mirai.Cli.Commands;
using Mirai.Cli.Toml;
using Mirai.Cli.Wording;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Cli.Input;

/// <summary>What a scenario file holds.</summary>
/// <param name="Scenarios">One at least, each with a name of its own.</param>
/// <param name="Years">How many years to project.</param>
/// <param name="Currency">The currency of its money.</param>
internal sealed record ScenarioFile(IReadOnlyList<Scenario> Scenarios, int Years, Currency Currency)
{
    /// <summary>How many years are projected where the file does not say.</summary>
    public const int DefaultYears = 10;

    /// <summary>The longest projection.</summary>
    public const int MostYears = 200;

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="WrongInputException">The file cannot be read, or does not hold scenarios.</exception>
    public static ScenarioFile Load(CommandRun run, string path)
    {
        var texts = TomlTexts.In(run.Texts);
        try
        {
            using var stream = path is "-" ? run.Terminal.Input : File.OpenRead(path);
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Parse(reader.ReadToEnd(), path, run.Texts);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException(run.Texts.Messages.CannotRead(exception.Message));
        }
        catch (DecoderFallbackException)
        {
            throw new WrongInputException(texts.At(path, 1, 1, texts.NotUtf8));
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static ScenarioFile Parse(string text, string file, Texts language)
    {
        var texts = TomlTexts.In(language);
        var reader = new TomlReader(file, texts);
        var root = TomlSource.Read(text, out var place, out var error) ?? throw reader.Wrong(place, texts.Syntax(error));
        return new ScenarioReader(reader, ScenarioTexts.In(language), root).Read(Path.GetFileNameWithoutExtension(file));
    }
}
