using Mirai.Cli.Commands;
using Mirai.Cli.Input;
using Mirai.Cli.Wording;
using Mirai.Rules;

namespace Mirai.Cli.Configuration;

/// <summary>What the daily run does: the content of a configuration file, its paths made whole.</summary>
/// <param name="Purchases">Files and patterns.</param>
/// <param name="Input">How they are read, and what is read with them.</param>
/// <param name="Diagnosis">What is diagnosed.</param>
/// <param name="Output">What is written where.</param>
/// <param name="Alert">Who is told.</param>
internal sealed record RunConfiguration(
    IReadOnlyList<string> Purchases, InputSettings Input, DiagnosisSetup Diagnosis, OutputSetup Output, AlertSetup Alert)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="WrongInputException">It cannot be read, or is no configuration; the message says where.</exception>
    public static RunConfiguration Load(CommandRun run, string path) =>
        Parse(TomlFile.Text(run, path, () => File.OpenRead(path)), path, run.Texts);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name; paths in it start from its folder.</param>
    /// <param name="language">How mistakes are told.</param>
    /// <exception cref="WrongInputException">It is no configuration; the message says where.</exception>
    public static RunConfiguration Parse(string text, string file, Texts language)
    {
        var (reader, root) = TomlFile.Parse(text, file, language);
        return new ConfigurationReader(reader, ConfigurationTexts.In(language), root, Path.GetDirectoryName(Path.GetFullPath(file))!).Read();
    }
}

/// <summary>What is diagnosed.</summary>
/// <param name="Rules">Files and patterns of rules on top of the shipped ones.</param>
/// <param name="AsOf">The only day; <see langword="null"/> for the last observed one and those missed before it.</param>
/// <param name="CatchUp">How many missed days are made up for at most.</param>
/// <param name="Holidays">The days that <c>is_holiday</c> means in rules.</param>
/// <param name="OverdueListed">How many overdue customers are listed by key.</param>
internal sealed record DiagnosisSetup(IReadOnlyList<string> Rules, DateOnly? AsOf, int CatchUp, IReadOnlyList<DateOnly> Holidays, int OverdueListed)
{
    /// <summary>How many missed days are made up for where the file does not say.</summary>
    public const int DefaultCatchUp = 31;

    /// <summary>The most days that can be made up for.</summary>
    public const int MostCatchUp = 3660;
}

/// <summary>What is written where.</summary>
/// <param name="Folder">The folder of all files.</param>
/// <param name="HasWorkbook">Whether there is a workbook.</param>
/// <param name="HasPage">Whether there is a page.</param>
/// <param name="Database">The database; <see langword="null"/> for none.</param>
/// <param name="Language">The language of it all; <see langword="null"/> for that of the command line.</param>
/// <param name="Keep">Of how many days workbooks and pages stay; <see langword="null"/> for all.</param>
internal sealed record OutputSetup(string Folder, bool HasWorkbook, bool HasPage, string? Database, string? Language, int? Keep);

/// <summary>Who is told, and how.</summary>
/// <param name="FailOn">The level from which on the run ends with exit code 1.</param>
/// <param name="FailOnRuleErrors">Whether errors in rule files end it with exit code 2.</param>
/// <param name="OnWarning">The program that gets new warnings; <see langword="null"/> for none.</param>
internal sealed record AlertSetup(WarningLevel? FailOn, bool FailOnRuleErrors, AlertProgram? OnWarning);

/// <summary>The program that gets new warnings.</summary>
/// <param name="Command">The program and its arguments; a single text is for the shell.</param>
/// <param name="IsForShell">Whether the command is a line for the shell.</param>
/// <param name="Folder">Where it runs.</param>
/// <param name="LimitSeconds">How long it may take.</param>
internal sealed record AlertProgram(IReadOnlyList<string> Command, bool IsForShell, string Folder, int LimitSeconds)
{
    /// <summary>How long a program may take where the file does not say.</summary>
    public const int DefaultLimitSeconds = 60;

    /// <summary>The longest that a program may take.</summary>
    public const int MostLimitSeconds = 3600;
}
