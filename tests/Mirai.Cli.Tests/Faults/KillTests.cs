using System.Diagnostics;
using System.Globalization;
using Mirai.Cli.Tests.Daily;
using Mirai.Sqlite;

namespace Mirai.Cli.Tests.Faults;

/// <summary>Runs that are killed at random moments. <c>MIRAI_KILLS</c> says how many times; 20 where it does not.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    private static readonly DateOnly FirstDay = new(2024, 12, 1);

    private readonly RunFolder _folder = new();

    [FactOnUnix]
    public void Kill_AtAnyMoment_LeavesEveryDayWholeAndTheNextRunSucceeds()
    {
        _folder.Configure(diagnosis: "rules = \"own.mirai\"\ncatch_up = 2", output: "");
        var whole = Whole();
        var random = new Random(5);
        var count = int.TryParse(Environment.GetEnvironmentVariable("MIRAI_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Kills;
        for (var kill = 0; kill < count; kill++)
        {
            var day = FirstDay.AddDays(kill % 20);
            var isKilled = RunAndKill(day, TimeSpan.FromMilliseconds(random.NextDouble() * whole.TotalMilliseconds));
            AssertWhole($"kill {kill}, {(isKilled ? "killed" : "ended")}");
        }

        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.DoesNotContain(_folder.Names, name => name.EndsWith(".partial", StringComparison.Ordinal));
        Assert.Contains(new DateOnly(2024, 12, 30), _folder.Days());
        AssertWhole("at the end");
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CliApplication).Assembly.Location, .. arguments]) { WorkingDirectory = Tool.Root, UseShellExecute = false };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    /// <summary>How long a run takes that nobody kills.</summary>
    private TimeSpan Whole()
    {
        var watch = Stopwatch.StartNew();
        using var process = Start("run", _folder.Configuration, "-q", "--as-of", "2024-11-30");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return watch.Elapsed;
    }

    private bool RunAndKill(DateOnly day, TimeSpan after)
    {
        using var process = Start("run", _folder.Configuration, "-q", "--as-of", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var isKilled = !process.WaitForExit(after);
        if (isKilled) process.Kill();
        process.WaitForExit();
        if (!isKilled) Assert.Equal(0, process.ExitCode);
        return isKilled;
    }

    /// <summary>Every stored day can be read whole, and every file under its own name is whole.</summary>
    private void AssertWhole(string moment)
    {
        using (var database = DiagnosisDatabase.Open(_folder.Out("mirai.db"), DatabaseOptions.Reading))
        {
            Assert.All(database.Runs(), run =>
            {
                Assert.NotNull(database.Find(run.Day));
                using var document = System.Text.Json.JsonDocument.Parse(database.Document(run.Day)!);
                Assert.Equal(run.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), document.RootElement.GetProperty("as_of").GetString());
            });
        }

        foreach (var page in Directory.GetFiles(_folder.Out(""), "*.html")) Assert.EndsWith("</html>", File.ReadAllText(page).TrimEnd(), StringComparison.Ordinal);
        foreach (var workbook in Directory.GetFiles(_folder.Out(""), "*.xlsx"))
        {
            using var archive = System.IO.Compression.ZipFile.OpenRead(workbook);
            Assert.True(archive.Entries.Count > 5, $"{moment}: {workbook}");
        }
    }
}
