using System.CommandLine;
using Mirai.Cli.Commands;
using Mirai.Cli.Page;

namespace Mirai.Cli.Output;

/// <summary>The options of every command that answers: the format, and the file.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> _format = NewOption.Text("--format", "FORMAT");
    private readonly Option<string> _file = NewOption.Text("--output", "FILE", "-o");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_format, _file];

    /// <summary>The file to write to; <see langword="null"/> for standard output.</summary>
    public string? File(CommandRun run) => run.Value(_file, "FILE");

    /// <summary>How to write: as asked for, else as the file's name says, else as a person or a program needs it.</summary>
    public OutputFormat Format(CommandRun run, OutputFormat elsewhere)
    {
        OutputPlace.Check(File(run), run.Texts.Messages);
        var asked = run.Choice(_format, ("table", OutputFormat.Table), ("csv", OutputFormat.Csv), ("json", OutputFormat.Json));
        if (asked is { } format) return format;
        if (File(run) is not { } file) return run.Terminal.OutputIsScreen ? OutputFormat.Table : elsewhere;
        return Path.GetExtension(file).ToUpperInvariant() switch { ".JSON" => OutputFormat.Json, ".CSV" => OutputFormat.Csv, _ => elsewhere };
    }

    /// <summary>Writes a page to the place asked for.</summary>
    public void Write(CommandRun run, Func<PageSetting, Block> page)
    {
        var file = File(run);
        var setting = run.PageFor(file);
        var block = page(setting);
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream => setting.Write(block, stream));
    }

    /// <summary>Writes a table in the format and to the place asked for.</summary>
    public void Write(CommandRun run, DataTable table, OutputFormat format)
    {
        var file = File(run);
        OutputPlace.Write(file, run.Terminal.Output, run.Texts.Messages, stream =>
        {
            if (format == OutputFormat.Csv) CsvOutput.Write(table, file is null && run.Terminal.OutputIsScreen ? new ScreenStream(stream) : stream, run.Stop);
            else if (format == OutputFormat.Json) JsonOutput.Write(table, stream, run.Stop);
            else ScreenOutput.Write(table, run.PageFor(file), stream, run.Stop);
        });
    }
}
