using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Sqlite.Tests;

/// <summary>What is read is what was saved.</summary>
public sealed class ReadingTests : IDisposable
{
    private static readonly RunInfo Run = new("1.2.3", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)));

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosisDatabase _database;

    public ReadingTests()
    {
        _database = DiagnosisDatabase.Open(_folder.Database);
        _database.Save(Company.WithoutContacts, new RunInfo());
        _database.Save(Company.DayBefore, Run);
        _database.Save(Company.Last, Run);
    }

    private static DiagnosedCompany Company => DiagnosedCompany.Leaky;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Find_AStoredDay_IsTheDiagnosisThatWasSaved()
    {
        foreach (var report in new[] { Company.Last, Company.DayBefore, Company.WithoutContacts })
        {
            var stored = _database.Find(report.AsOf)!;

            Assert.Equal(report.Verdict, stored.Run.Verdict);
            Assert.Equal(report.Headline.Select(Flat), stored.Headline.Select(Flat), StringComparer.Ordinal);
            Assert.All(report.List.Figures.Concat(report.Purchases.Figures).Concat(report.Customers.PortfolioSteps), figure => Assert.Equal(
                Flat(figure), Flat(stored.Figure(figure.Measure.Id)!)));
            Assert.Equal(report.Rules.Warnings.Select(Flat), stored.Warnings.Select(Flat), StringComparer.Ordinal);
            Assert.Equal(report.Rules.Closed.Select(Flat), stored.Closed.Select(Flat), StringComparer.Ordinal);
            Assert.Equal(report.Rules.Suppressed.Select(Flat), stored.Suppressed.Select(Flat), StringComparer.Ordinal);
            Assert.Equal(report.Rules.Undecided.Select(Flat), stored.Undecided.Select(Flat), StringComparer.Ordinal);
            Assert.Equal(report.Rules.Disabled.Select(rule => rule.RuleId), stored.Disabled.Select(rule => rule.RuleId), StringComparer.Ordinal);
            Assert.Equal(report.Rules.QuietCount, stored.QuietCount);
            Assert.Equal(report.Forecast?.Points ?? [], stored.Forecast);
        }
    }

    [Fact]
    public void TheCompany_HasWarningsWithCausesAndSegments()
    {
        Assert.Contains(Company.Last.Rules.Warnings, warning => warning.Causes.Any(cause => cause.Causes.Count > 0) || warning.Causes.Count > 1);
        Assert.Contains(Company.Last.Rules.Warnings, warning => warning.Drills.Count > 0);
        Assert.NotEmpty(Company.WithoutContacts.Rules.Undecided);
        Assert.NotNull(Company.Last.Forecast);
    }

    [Fact]
    public void Find_ADayThatIsNotStored_IsNothing()
    {
        Assert.Null(_database.Find(Company.LastDay.AddDays(1)));
        Assert.Null(_database.Document(Company.LastDay.AddDays(1)));
    }

    [Fact]
    public void Document_IsByteForByteWhatTheReportWrites()
    {
        using var expected = new MemoryStream();
        Company.Last.WriteJson(expected);

        Assert.Equal(expected.ToArray(), _database.Document(Company.LastDay));
    }

    [Fact]
    public void Runs_OfSomeDays_TellsThemInOrder()
    {
        var runs = _database.Runs();
        var last = runs[2];

        Assert.Equal([Company.LastDay.AddDays(-2), Company.LastDay.AddDays(-1), Company.LastDay], runs.Select(run => run.Day));
        Assert.Equal(runs.Skip(1).Take(1), _database.Runs(Company.LastDay.AddDays(-1), Company.LastDay.AddDays(-1)).Select(run => runs.First(r => r.Day == run.Day)));
        Assert.Equal((null, null), (runs[0].ToolVersion, runs[0].WrittenAt));
        Assert.Equal((Run.ToolVersion, Run.WrittenAt), (last.ToolVersion, last.WrittenAt));
        Assert.Equal(Flat(Company.Last.Headline[0]), Flat(last.ActiveCustomers!));
        Assert.Equal(Flat(Company.Last.Headline[1]), Flat(last.RetentionRate!));
        Assert.Equal(Company.Last.Rules.Warnings.Count, last.Warnings);
        Assert.Equal(Company.Last.FirstWarning!.Title["ja"], last.FirstWarning!.Title["ja"]);
        Assert.Equal(Company.Last.FirstWarning.Severity, last.FirstWarning.Level);
        var week = Company.Last.List.Changes.First(change => change is { Over.Length: 7, Figure.Measure.Id: "active_customers" });
        Assert.Equal((long)week.Figure.Change!.Value, last.ChangeIn7Days);
    }

    [Fact]
    public void Series_OfAMeasure_HasEveryStoredDay()
    {
        var series = _database.Series("contacts_per_customer")!;

        Assert.Equal(3, series.Points.Count);
        Assert.Null(series.Points[0].Value.Value);
        Assert.Equal(Company.Last.List[ContactMeasures.ContactsPerCustomer]!.Now, series.Points[2].Value);
        Assert.Equal(ContactMeasures.ContactsPerCustomer.JapaneseName, series.Measure.JapaneseName);
        Assert.Single(_database.Series("trailing_sales", Company.LastDay)!.Points, point => point.Value == Company.Last.List[SalesMeasures.TrailingSales]!.Now);
        Assert.Null(_database.Series("no_such_measure"));
    }

    [Fact]
    public void Open_ForReading_ReadsAndDoesNotWrite()
    {
        using var reading = DiagnosisDatabase.Open(_folder.Database, DatabaseOptions.Reading);

        Assert.Equal(Company.LastDay, reading.LastDay);
        Assert.Equal(MeasureCatalog.BuiltIn.Measures.Count, reading.Measures.Count);
        var refused = Assert.Throws<DiagnosisDatabaseException>(() => reading.Save(Company.Last, Run));
        Assert.Equal(DatabaseTrouble.ReadOnly, refused.Trouble);
    }

    private static string Flat(ComparedFigure figure) => $"{figure.Measure.Id} {figure.Measure.Unit} {figure.Now} {figure.Before}";

    private static string Flat(RuleResult result) => string.Join('\n', [
        $"{result.RuleId} {result.Part} {result.Day:o} {result.State} {result.Severity} {result.Since:o} {result.Opened:o} {result.DaysOpen} {result.IsStale}",
        Flat(result.Title), Flat(result.Message), string.Join(',', result.Tags), $"{result.ParentId}",
        .. result.Evidence.Select(e => $"{Flat(e.Label)} {e.Source} {e.Unit} {Flat(e.Value)} {Flat(e.Text)} {e.IsEstimated} {e.Days} {string.Join(',', e.Series.Select(Flat))}"),
        .. result.Causes.Select(Flat),
        .. result.Drills.SelectMany(Flat),
        result.Suppression is { } s ? $"{s.Kind} {Flat(s.Reason)} {s.From:o}" : "", result.Undecided is { } u ? $"{u.Reason} {Flat(u.Text)} {u.From:o} {u.DaysOfHistory}" : "",
    ]);

    private static string Flat(RuleCause cause) =>
        $"{Flat(cause.Text)} {Flat(cause.Strength)} {cause.Day:o} {cause.RuleId} {string.Join(';', cause.Parts)} [{string.Join(';', cause.Causes.Select(Flat))}]";

    private static IEnumerable<string> Flat(RuleDrill drill) => drill.Rows
        .Select(row => $"{row.Segment} {Flat(row.Amount)} {Flat(row.Text)} {Flat(row.Contribution)} {row.RateEffect:R} {row.MixEffect:R}")
        .Prepend($"{drill.Source} {drill.Dimension} {drill.Day:o} {Flat(drill.Amount)} {Flat(drill.Text)} {drill.Omitted} {Flat(drill.Rest)}");

    private static string Flat(LanguageTexts texts) => $"{texts["en"]}|{texts["ja"]}";

    private static string Flat(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "missing";
}
