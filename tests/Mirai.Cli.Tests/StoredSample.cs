using Mirai.Csv;
using Mirai.Diagnosis;
using Mirai.Sqlite;

namespace Mirai.Cli.Tests;

/// <summary>The last days of the sample company in a diagnosis database; made once for all tests.</summary>
public sealed class StoredSample : IDisposable
{
    private readonly Tool.Folder _folder = Tool.NewFolder();

    public StoredSample()
    {
        using var history = CsvPurchases.Load(Path.Combine(Tool.Root, "samples/purchases.csv")).History;
        var analysis = new CustomerAnalysis(history);
        LastDay = history.Days.Last;
        Last = analysis.Diagnose(LastDay);
        using var database = DiagnosisDatabase.Open(Database);
        var withoutForecast = DiagnosisOptions.Default with { Forecast = null };
        foreach (var back in new[] { 40, 3, 2 }) Save(analysis.Diagnose(LastDay.AddDays(-back), rules: null, withoutForecast));
        Save(Last);

        void Save(DiagnosisReport report) =>
            database.Save(report, new RunInfo("1.2.3", new DateTimeOffset(report.AsOf.ToDateTime(new TimeOnly(6, 30)), TimeSpan.Zero)));
    }

    /// <summary>The file.</summary>
    public string Database => _folder.File("mirai.db");

    /// <summary>The last stored day.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Its diagnosis.</summary>
    public DiagnosisReport Last { get; }

    /// <summary>What was answered, without the folder's name.</summary>
    public string Anonymous(string text) => text.Replace(_folder.Place, "FOLDER", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
