using Mirai.Cli.Commands;
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
    public static ScenarioFile Load(CommandRun run, string path) =>
        Parse(TomlFile.Text(run, path, () => path is "-" ? run.Terminal.Input : File.OpenRead(path)), path, run.Texts);

    /// <summary>Reads the text of a file.</summary>
    public static ScenarioFile Parse(string text, string file, Texts language)
    {
        var (reader, root) = TomlFile.Parse(text, file, language);
        return new ScenarioReader(reader, ScenarioTexts.In(language), root).Read(Path.GetFileNameWithoutExtension(file));
    }
}
