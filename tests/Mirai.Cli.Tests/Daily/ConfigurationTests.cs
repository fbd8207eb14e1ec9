using System.Text.RegularExpressions;
using Mirai.Cli.Configuration;
using Mirai.Cli.Wording;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Cli.Tests.Daily;

public partial class ConfigurationTests
{
    private const string Least = "[input]\npurchases = \"p.csv\"\n[output]\nfolder = \"out\"\n";

    /// <summary>Files that cannot be used; the message says where, what was found and what is expected.</summary>
    private static readonly string[] Wrong =
    [
        "",
        "[input]\npurchases = \"p.csv\"",
        "[output]\nfolder = \"out\"",
        "[inputs]\npurchases = \"p.csv\"",
        "input = 3",
        Least + "colour = \"red\"",
        "[input]\npurchases = []\n[output]\nfolder = \"out\"",
        "[input]\npurchases = 5\n[output]\nfolder = \"out\"",
        "[input]\npurchases = [\"a.csv\", 5]\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"-\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nactiv_period = \"1y\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nactive_period = \"soon\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nactive_period = true\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\ndelimiter = \"abc\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\ncurrency = \"YEN\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nmap = \"customer\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nmap = { customer = true }\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\ndate_format = \"qqq\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nround = \"yes\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nmax_bad_rows = -1\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\non_bad_row = \"ignore\"\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nobserved_until = 2025-02-30\n[output]\nfolder = \"out\"",
        "[input]\npurchases = \"p.csv\"\nattributes = [\"a\", \"b\"]\n[output]\nfolder = \"out\"",
        Least + "[diagnosis]\nas_of = \"yesterday\"",
        Least + "[diagnosis]\ncatch_up = 5000",
        Least + "[diagnosis]\noverdue = 10001",
        Least + "[diagnosis]\nholidays = 2026-01-01",
        Least + "[diagnosis]\nholidays = [2026-01-01, \"new year\"]",
        Least + "workbook = 1",
        Least + "database = 1",
        Least + "language = \"fr\"",
        Least + "keep = 0",
        Least + "[alert]\nfail_on = \"error\"",
        Least + "[alert]\non_rule_error = \"stop\"",
        Least + "[alert]\non_warning = []",
        Least + "[alert]\non_warning = [\"mail\", 5]",
        Least + "[alert]\non_warning = \" \"",
        Least + "[alert]\ntime_limit = 0",
        Least + "[alert\n",
    ];

    [Theory]
    [InlineData("en", "run.mistakes.txt")]
    [InlineData("ja", "run.mistakes.ja.txt")]
    public void Configuration_WithAMistake_SaysWhere(string language, string transcript)
    {
        using var folder = Tool.NewFolder();
        var said = Wrong.Select(text =>
        {
            File.WriteAllText(folder.File("mirai.toml"), text);
            var answer = Tool.Run("run", folder.File("mirai.toml"), "--lang", language);
            Assert.Equal((2, ""), (answer.Code, answer.Output));
            var error = answer.Error.Replace(folder.Place + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            Assert.Matches(@"^mirai: mirai\.toml:[0-9]+:[0-9]+: .+\n$", error);
            return $"{text.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}\n{error}";
        });
        var others = Transcript.Of([$"run --lang {language}", $"run {Tool.Inputs}/no-such.toml --lang {language}", $"run a.toml b.toml --lang {language}"]);
        Transcript.Matches(transcript, string.Join('\n', said) + "\n" + others);
    }

    [Fact]
    public void Configuration_OfEverySetting_SaysWhatTheCommandLineSays()
    {
        var configuration = RunConfiguration.Parse(
            """
            [input]
            purchases = ["a.csv", "/b/*.csv"]
            contacts = ["mail.csv", "calls.csv"]
            contacts_map = { customer = "ID", day = "Sent, on" }
            attributes = "people.csv"
            map = { customer = "A \"quoted\" header", day = 2, amount = "Sum", discount = false, store = "Shop" }
            no_header = false
            delimiter = "\t"
            encoding = "Shift_JIS"
            date_format = "dd/MM/yyyy"
            currency = "KWD:3"
            round = true
            from_start = true
            active_period = "90d"
            observed_until = 2025-12-31
            on_bad_row = "stop"
            max_bad_rows = 7
            [diagnosis]
            rules = "r/*.mirai"
            as_of = 2025-12-30
            catch_up = 3
            overdue = 25
            holidays = [2026-01-01, "2026-05-03"]
            [output]
            folder = "out"
            workbook = false
            page = false
            database = "kept/days.db"
            language = "ja"
            keep = 30
            [alert]
            fail_on = "critical"
            on_rule_error = "fail"
            on_warning = ["python3", "notify.py"]
            time_limit = 5
            """,
            "/etc/mirai/mirai.toml",
            Texts.Default);
        string In(string name) => Path.Combine(Path.GetFullPath("/etc/mirai"), name);
        Assert.Equal([In("a.csv"), "/b/*.csv"], configuration.Purchases, StringComparer.Ordinal);
        var input = configuration.Input;
        Assert.Equal(ColumnMap.Parse("customer=\"A \"\"quoted\"\" header\",day=2,amount=Sum,discount=-,store=Shop"), input.Csv.Columns);
        Assert.Equal((true, '\t', "Shift_JIS"), (input.Csv.HasHeader, input.Csv.Delimiter, input.Csv.EncodingName));
        Assert.Equal((new Currency("KWD", 3), true, BadRowPolicy.Stop, 7L), (input.Csv.Load.Currency, input.Csv.Load.RoundAmounts, input.Csv.Load.OnBadRow, input.Csv.Load.MaxBadRows!.Value));
        Assert.Equal((new DateOnly(2025, 12, 31), true, true), (input.Csv.Load.ObservedUntil!.Value, input.Csv.Load.BeganWithData, input.Csv.Load.DayText.TryParse("31/12/2025", out _)));
        Assert.Equal((In("people.csv"), Period.Days(90)), (input.Attributes, input.ActivePeriod));
        Assert.Equal([In("mail.csv"), In("calls.csv")], input.Contacts!.Files, StringComparer.Ordinal);
        Assert.Equal(ColumnMap.Parse("customer=ID,day=\"Sent, on\""), input.Contacts.Columns);
        Assert.Equal([In("r/*.mirai")], configuration.Diagnosis.Rules, StringComparer.Ordinal);
        Assert.Equal((new DateOnly(2025, 12, 30), 3, 25), (configuration.Diagnosis.AsOf!.Value, configuration.Diagnosis.CatchUp, configuration.Diagnosis.OverdueListed));
        Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 5, 3)], configuration.Diagnosis.Holidays);
        Assert.Equal(new OutputSetup(In("out"), false, false, In("kept/days.db"), "ja", 30), configuration.Output);
        Assert.Equal((WarningLevel.Critical, true), (configuration.Alert.FailOn!.Value, configuration.Alert.FailOnRuleErrors));
        Assert.Equal(["python3", "notify.py"], configuration.Alert.OnWarning!.Command, StringComparer.Ordinal);
        Assert.Equal((false, In(""), 5), (configuration.Alert.OnWarning.IsForShell, Path.Combine(configuration.Alert.OnWarning.Folder, ""), configuration.Alert.OnWarning.LimitSeconds));
    }

    [Fact]
    public void Configuration_OfTheLeast_HasTheDefaults()
    {
        var configuration = RunConfiguration.Parse(Least, "mirai.toml", Texts.Default);
        Assert.Equal((true, true, Path.GetFullPath("out/mirai.db"), 31), (configuration.Output.HasWorkbook, configuration.Output.HasPage, configuration.Output.Database, configuration.Diagnosis.CatchUp));
        Assert.Equal((null, null, false, null), (configuration.Output.Keep, configuration.Alert.FailOn, configuration.Alert.FailOnRuleErrors, configuration.Alert.OnWarning));
        Assert.Null(RunConfiguration.Parse(Least + "database = false", "mirai.toml", Texts.Default).Output.Database);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Template_WithAndWithoutWhatIsOff_IsAConfigurationOfEveryKey(string language)
    {
        var text = ConfigurationTemplate.In(language);
        var configuration = RunConfiguration.Parse(text, "mirai.toml", Texts.Default);
        Assert.Equal((language, 31), (configuration.Output.Language, configuration.Diagnosis.CatchUp));
        var whole = OffLine().Replace(text, "${setting}");
        Assert.NotNull(RunConfiguration.Parse(whole, "mirai.toml", Texts.Default).Alert.OnWarning);
        Assert.All(ConfigurationReader.Keys.Values.SelectMany(keys => keys), key => Assert.Matches($"(?m)^{key} = ", whole));
    }

    [Fact]
    public void Templates_InBothLanguages_SayTheSame()
    {
        static string Settings(string language) => string.Join('\n', SettingLine().Matches(ConfigurationTemplate.In(language)).Select(match => match.Groups["setting"].Value));
        Assert.Equal(Settings("en"), Settings("ja"));
    }

    [Fact]
    public void Documentation_ShowsConfigurationsThatAreRead()
    {
        var pages = Directory.GetFiles(Path.Combine(Tool.Root, "docs"), "daily-run*.md");
        Assert.NotEmpty(pages);
        foreach (var text in pages.SelectMany(page => TomlBlock().Matches(File.ReadAllText(page).ReplaceLineEndings("\n"))).Select(match => match.Groups["text"].Value))
        {
            var whole = (text.Contains("[input]", StringComparison.Ordinal) ? "" : "[input]\npurchases = \"p.csv\"\n")
                + (text.Contains("[output]", StringComparison.Ordinal) ? "" : "[output]\nfolder = \"out\"\n") + text;
            Assert.NotEmpty(RunConfiguration.Parse(whole, "mirai.toml", Texts.Default).Purchases);
        }
    }

    [Fact]
    public void Sample_OfTheRepository_NamesFilesThatAreThere()
    {
        const string Sample = "samples/mirai.toml";
        var configuration = RunConfiguration.Parse(File.ReadAllText(Path.Combine(Tool.Root, Sample)), Path.Combine(Tool.Root, Sample), Texts.Default);
        Assert.All(configuration.Purchases.Append(configuration.Input.Attributes!).Concat(configuration.Diagnosis.Rules), file => Assert.NotEmpty(Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file))));
    }

    [GeneratedRegex(@"(?m)^# (?<setting>[a-z_]+ = )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OffLine();

    [GeneratedRegex(@"(?m)^(?<setting>(# )?[a-z_]+) = ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SettingLine();

    [GeneratedRegex("(?s)```toml\n(?<text>.*?)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TomlBlock();
}
