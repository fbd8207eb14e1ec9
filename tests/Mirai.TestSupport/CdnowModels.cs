using System.Globalization;

namespace Mirai.TestSupport;

/// <summary>What probability models say of the CDNOW sample, computed independently of this project at the published, rounded parameters.</summary>
public static class CdnowModels
{
    /// <summary>Per customer, in the order of the sample's own ids.</summary>
    public const string CustomersFile = "cdnow/cdnow_sample_golden.csv";

    /// <summary>E[X(t)] at some times.</summary>
    public const string ExpectationFile = "cdnow/cdnow_expectation_curve.csv";

    /// <summary>Cumulative repeat purchases week by week.</summary>
    public const string TrackingFile = "cdnow/cdnow_weekly_tracking.csv";

    /// <summary>Retention curves of subscribers, in percent, by year.</summary>
    public const string RetentionFile = "retention-curves/fader_hardie_2007.csv";

    /// <summary>The rows of a file, as numbers by column name; a text that is no number is NaN.</summary>
    public static IReadOnlyList<Func<string, double>> Rows(string file) =>
    [
        .. PlainCsv.Rows(TestDataFolder.PathOf(file)).Select(field =>
            new Func<string, double>(name => double.TryParse(field(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)),
    ];

    /// <summary>The ids in the whole log of the sample's customers, in the order of the sample's own ids.</summary>
    public static IReadOnlyList<string> SampleKeys() =>
    [
        .. File.ReadLines(TestDataFolder.PathOf(Cdnow.SampleFile))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(fields => fields.Length > 1)
            .DistinctBy(fields => fields[1], StringComparer.Ordinal).OrderBy(fields => fields[1], StringComparer.Ordinal).Select(fields => fields[0]),
    ];
}
