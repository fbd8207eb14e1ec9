using System.Globalization;
using Mirai.Cli.Commands;
using Mirai.Cli.Output;
using Mirai.Diagnosis;
using Mirai.Excel;
using Mirai.Html;

namespace Mirai.Cli.Daily;

/// <summary>The files of a diagnosis in a folder: each appears under its name when it is whole.</summary>
/// <param name="run">The call.</param>
/// <param name="folder">The folder.</param>
internal sealed class DiagnosisFiles(CommandRun run, string folder)
{
    private const string Prefix = "diagnosis-";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] Extensions = [".xlsx", ".html"];

    /// <summary>Makes the folder where it is missing, keeps other runs out of it, and removes what killed ones have left half-written.</summary>
    /// <returns>Lets other runs in again.</returns>
    /// <exception cref="WrongInputException">It cannot be made.</exception>
    /// <exception cref="OutputException">Another run is in it, or it cannot be written to.</exception>
    public IDisposable Enter()
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongInputException(run.Texts.Messages.CannotWrite(exception.Message));
        }

        var held = RunLock.Take(run, folder);
        foreach (var file in Directory.EnumerateFiles(folder, Prefix + "*" + OutputPlace.PartialSuffix)) Remove(file);
        return held;
    }

    /// <summary>Writes the workbook.</summary>
    /// <returns>Where it is.</returns>
    public string WriteWorkbook(DiagnosisReport report) => Write(
        report, Extensions[0], stream => DiagnosisWorkbook.Write(report, stream, new WorkbookOptions { Language = run.Texts.Language }, run.Stop));

    /// <summary>Writes the page.</summary>
    /// <returns>Where it is.</returns>
    public string WritePage(DiagnosisReport report) => Write(
        report, Extensions[1], stream => DiagnosisHtml.Write(report, stream, new PageOptions { Language = run.Texts.Language }, run.Stop));

    /// <summary>Removes the workbooks and pages of all but the last days.</summary>
    /// <param name="days">Of how many days they stay.</param>
    /// <param name="written">The day just written, which stays in any case.</param>
    public void RemoveOld(int days, DateOnly written)
    {
        foreach (var extension in Extensions)
        {
            var old = Directory.EnumerateFiles(folder, $"{Prefix}*{extension}").Select(file => (File: file, Day: DayOf(file)))
                .Where(found => found.Day is not null).OrderByDescending(found => found.Day).Skip(days);
            foreach (var (file, day) in old.ToList())
            {
                if (day != written) Remove(file);
            }
        }
    }

    private static DateOnly? DayOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.Length == Prefix.Length + DayFormat.Length
            && DateOnly.TryParseExact(name[Prefix.Length..], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            run.Terminal.Error.WriteLine(run.Texts.Run.CannotRemove(exception.Message));
        }
    }

    private string Write(DiagnosisReport report, string extension, Action<Stream> write)
    {
        var path = Path.Combine(folder, Prefix + report.AsOf.ToString(DayFormat, CultureInfo.InvariantCulture) + extension);
        OutputPlace.Write(path, Stream.Null, run.Texts.Messages, write);
        return path;
    }
}
