using System.Globalization;
using System.Text;
using Mirai.Diagnosis;
using Mirai.Rules;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>Which built-in rules warn of which story, how early, and how often they warn of a healthy company.</summary>
internal sealed partial class DiagnosisQualityRun(RunOptions options)
{
    private readonly int _firstSeed = options.Number("seeds-from", 101);
    private readonly int _lastSeed = options.Number("seeds-to", 110);
    private readonly int _years = options.Number("years", 10);
    private readonly SampleScenario[] _stories = options.Text("stories") is { } stories
        ? [.. stories.Split(',').Select(story => Enum.Parse<SampleScenario>(story, ignoreCase: true))]
        : Enum.GetValues<SampleScenario>();

    /// <summary>All scenarios and seeds.</summary>
    public void Run()
    {
        var companies = new Dictionary<SampleScenario, List<DiagnosedCompany>>();
        foreach (var scenario in _stories)
        {
            companies[scenario] = [];
            for (var seed = _firstSeed; seed <= _lastSeed; seed++)
            {
                var company = new SampleOptions { Scenario = scenario, Seed = seed, CustomerCount = DiagnosedCompany.CustomersOf(seed), Years = _years };
                var said = DiagnosedCompany.Of(company);
                companies[scenario].Add(said);
                Console.Error.WriteLine(Grave(said));
            }
        }

        var report = Report(companies);
        if (options.Text("data") is { } folder) report += RealSection([.. RealCompany.All(folder)]);
        Console.WriteLine(report);
        if (options.Text("out") is { } file) File.WriteAllText(file, report);
    }

    private string Report(Dictionary<SampleScenario, List<DiagnosedCompany>> companies)
    {
        var text = new StringBuilder(Written(
            $"# What the built-in rules say of made-up companies\n\nSeeds {_firstSeed} to {_lastSeed} of every story, {_years} years, 1,500, 4,000 or 12,000 customers in turn. A story sets in after 60 % of the time.\n\n"));
        text.Append("## False alarms\n\nWarnings of the healthy companies in all their years.\n\n");
        text.Append("| rule | companies warned | notices | warnings | critical | share of days |\n|---|---|---|---|---|---|\n");
        if (companies.TryGetValue(SampleScenario.Healthy, out var healthy))
        {
            foreach (var rule in Rules()) text.Append(FalseAlarms(rule, healthy));
        }

        text.Append("\n## Stories\n\nCompanies of each story that the rule warned after the onset, and the median days from the onset to the first warning.\n\n");
        text.Append("| rule | leaky | discount | mail |\n|---|---|---|---|\n");
        foreach (var rule in Rules())
        {
            text.Append(Written($"| `{rule}` |"));
            foreach (var story in new[] { SampleScenario.Leaky, SampleScenario.Discount, SampleScenario.Mail })
                text.Append(Written($" {(companies.TryGetValue(story, out var told) ? Fired(rule, told) : "not asked")} |"));
            text.Append('\n');
        }

        text.Append("\n## Leaky: how long before sales\n\nL5 says that more customers than usual are on their way out, L1, L2 and L7 that they are gone. ");
        text.Append("The leads are days from the first warning after the onset to the day of the highest trailing sales and, behind the slash, to the first day on which they are 2 % lower.\n\n");
        text.Append("| seed | customers | L5 | first of L1, L2, L7 | A2 | highest sales | 2 % lower | lead of L5 | lead of L1, L2, L7 | lead of A2 |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var company in companies.GetValueOrDefault(SampleScenario.Leaky, [])) text.Append(Lead(company));
        text.Append("\n## Causes named first\n\nOf the openings of L1, L2 and L7 after the onset.\n\n| story | cause | openings |\n|---|---|---|\n");
        foreach (var (story, all) in companies)
        {
            foreach (var cause in all.SelectMany(c => c.Causes).CountBy(c => c.Cause).OrderByDescending(c => c.Value))
                text.Append(Written($"| {story} | `{cause.Key}` | {cause.Value} |\n"));
        }

        text.Append(FirstLines(companies));
        return text.ToString();
    }

    private static string Grave(DiagnosedCompany company) => Written(
        $"{company.Options.Scenario} {company.Options.Seed}: {string.Join(", ", company.Warnings.Where(w => w.Severity > WarningLevel.Notice).Select(w => $"{w.RuleId} {w.Opened:yyyy-MM-dd} {w.Days} d"))}");

    private static IEnumerable<string> Rules() => BuiltInRules.All.Rules.Select(rule => rule.Name);

    private static string FalseAlarms(string rule, List<DiagnosedCompany> healthy)
    {
        var found = healthy.ConvertAll(c => c.Warnings.Where(w => string.Equals(w.RuleId, rule, StringComparison.Ordinal)).ToList());
        var share = (double)found.Sum(f => f.Sum(w => w.Days)) / healthy.Sum(c => c.Options.Days.Count);
        int Of(WarningLevel level) => found.Sum(f => f.Count(w => w.Severity == level));
        return Written(
            $"| `{rule}` | {found.Count(f => f.Count > 0)} of {healthy.Count} | {Of(WarningLevel.Notice)} | {Of(WarningLevel.Warning)} | {Of(WarningLevel.Critical)} | {100 * share:0.0} % |\n");
    }

    private static string Fired(string rule, List<DiagnosedCompany> companies)
    {
        var first = companies.SelectMany(c => c.Warnings.Where(w => string.Equals(w.RuleId, rule, StringComparison.Ordinal) && w.Opened >= c.Options.Onset)
            .OrderBy(w => w.Opened).Take(1).Select(w => w.Opened.DayNumber - c.Options.Onset.DayNumber)).Order().ToList();
        return first.Count == 0 ? "-" : Written($"{first.Count} of {companies.Count}, {first[first.Count / 2]} days");
    }

    private static string Lead(DiagnosedCompany company)
    {
        var from = company.Options.Onset;
        var loss = new[] { "l1", "l2", "l7" }.SelectMany(code => company.Of(code, from)).MinBy(w => w.Opened)?.Opened;
        var pipeline = company.Of("l5", from).FirstOrDefault()?.Opened;
        var retention = company.Of("a2", from).FirstOrDefault()?.Opened;
        string Days(DateOnly? day) => Written($"{company.SalesPeak.DayNumber - day?.DayNumber} / {company.SalesFall?.DayNumber - day?.DayNumber}");
        return Written(
            $"| {company.Options.Seed} | {company.Options.CustomerCount} | {pipeline:yyyy-MM-dd} | {loss:yyyy-MM-dd} | {retention:yyyy-MM-dd} | {company.SalesPeak:yyyy-MM-dd} | {company.SalesFall:yyyy-MM-dd} | {Days(pipeline)} | {Days(loss)} | {Days(retention)} |\n");
    }

    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
