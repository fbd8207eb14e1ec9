namespace Mirai.Cli.Tests.Daily;

public sealed class RunTests : IDisposable
{
    private static readonly DateOnly LastDay = new(2024, 12, 30);

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("en", "run.txt")]
    [InlineData("ja", "run.ja.txt")]
    public void Run_OfADayAndTheDaysAfterIt_IsApproved(string language, string transcript)
    {
        _folder.Configure(output: $"language = \"{language}\"");
        var said = new System.Text.StringBuilder();
        foreach (var options in new string[][] { ["--as-of", "2024-12-28"], [], ["--fail-on", "warning"], ["--quiet"] })
        {
            var answer = _folder.Run(options);
            said.Append($"$ mirai run mirai.toml {string.Join(' ', options)}".TrimEnd()).Append('\n').Append(answer.Error).Append(answer.Output).Append($"(exit code {answer.Code})\n\n");
        }

        Transcript.Matches(transcript, said.ToString().Replace(Path.GetRelativePath(".", _folder.Place), "FOLDER", StringComparison.Ordinal).Replace(_folder.Place, "FOLDER", StringComparison.Ordinal));
        Assert.Equal(
            ["diagnosis-2024-12-28.html", "diagnosis-2024-12-28.xlsx", "diagnosis-2024-12-30.html", "diagnosis-2024-12-30.xlsx", "mirai.db", "mirai.lock"],
            _folder.Names, StringComparer.Ordinal);
        Assert.Equal([new DateOnly(2024, 12, 28), new DateOnly(2024, 12, 29), LastDay], _folder.Days());
    }

    [Fact]
    public void Run_OfTheFirstConfiguration_WorksOnTheSamples()
    {
        using var folder = Tool.NewFolder();
        Directory.CreateDirectory(folder.File("samples"));
        foreach (var name in new[] { "purchases.csv", "customers.csv" }) File.Copy(Path.Combine(Tool.Root, "samples", name), folder.File("samples/" + name));
        var configuration = folder.File("mine.toml");
        Assert.Equal((0, ""), (Tool.Run("run", "--init", configuration).Code, Tool.Run("run", configuration, "--quiet").Error));
        Assert.Equal(
            ["diagnosis-2025-12-31.html", "diagnosis-2025-12-31.xlsx", "mirai.db", "mirai.lock"],
            Directory.EnumerateFiles(folder.File("diagnosis")).Select(Path.GetFileName).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var text = File.ReadAllText(configuration);
        var again = Tool.Run("run", "--init", configuration, "--lang", "ja");
        Assert.Equal((2, true), (again.Code, again.Error.Contains("mine.toml", StringComparison.Ordinal)));
        Assert.Equal(text, File.ReadAllText(configuration));
    }

    [Fact]
    public void Run_AfterMissedDays_MakesUpForThemAsFarAsAllowed()
    {
        _folder.Configure(diagnosis: "catch_up = 3");
        Assert.Equal(0, _folder.Run("--as-of", "2024-12-20", "-q").Code);
        var answer = _folder.Run();
        Assert.Equal([new DateOnly(2024, 12, 20), LastDay.AddDays(-3), LastDay.AddDays(-2), LastDay.AddDays(-1), LastDay], _folder.Days());
        Assert.Contains("6 missed days from 2024-12-21 on are left out: catch_up is 3.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("3 missed days from 2024-12-27 on were made up for.", answer.Error, StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.Equal(5, _folder.Days().Count);
    }

    [Fact]
    public void Run_WithOverdue_ListsThemOnThePage()
    {
        var rows = Enumerable.Range(0, 6).Select(purchase => $"quiet-one,{LastDay.AddDays(-100 + (10 * purchase)):yyyy-MM-dd},100").Append($"B,{LastDay:yyyy-MM-dd},1");
        File.WriteAllLines(_folder.File("small.csv"), rows.Prepend("customer,day,amount"));
        var page = $"diagnosis-{LastDay:yyyy-MM-dd}.html";
        _folder.Configure(diagnosis: "overdue = 1", output: "workbook = false\ndatabase = false");
        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.Contains("quiet-one", File.ReadAllText(_folder.Out(page)), StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("-q", "--overdue", "0").Code);
        Assert.DoesNotContain("quiet-one", File.ReadAllText(_folder.Out(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfDataThatEndsBeforeTheDatabase_SaysSo()
    {
        Assert.Equal(0, _folder.Run("-q").Code);
        File.WriteAllLines(_folder.File("small.csv"), File.ReadLines(Path.Combine(Tool.Root, Tool.Inputs, "small.csv")).SkipLast(1));
        var answer = _folder.Run("-q");
        Assert.Equal(0, answer.Code);
        Assert.Contains("2024-12-30", answer.Error, StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2024, 11, 2), LastDay], _folder.Days());
    }

    [Fact]
    public void Run_OfADayTwice_ChangesNothing()
    {
        _folder.Configure(output: "");
        Assert.Equal(0, _folder.Run("-q").Code);
        var before = Names().ToDictionary(name => name, name => File.ReadAllBytes(_folder.Out(name)), StringComparer.Ordinal);
        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.All(Names(), name => Assert.Equal(before[name], File.ReadAllBytes(_folder.Out(name))));
        Assert.Equal([LastDay], _folder.Days());

        IEnumerable<string> Names() => _folder.Names.Where(name => name.StartsWith("diagnosis-", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ThatKeepsTwoDays_RemovesOlderFilesAndNothingElse()
    {
        _folder.Configure(output: "workbook = false\nkeep = 2\ndatabase = false");
        foreach (var day in new[] { "2024-12-01", "2024-12-02", "2024-12-03", "2024-12-04" }) Assert.Equal(0, _folder.Run("--as-of", day, "-q").Code);
        Assert.Equal(["diagnosis-2024-12-03.html", "diagnosis-2024-12-04.html", "mirai.lock"], _folder.Names, StringComparer.Ordinal);
        File.WriteAllText(_folder.Out("diagnosis-of-my-own.html"), "mine");
        File.WriteAllText(_folder.Out("diagnosis-2024-12-04.xlsx.77.partial"), "half");
        Assert.Equal(0, _folder.Run("--as-of", "2024-11-01", "-q").Code);
        Assert.Equal(
            ["diagnosis-2024-11-01.html", "diagnosis-2024-12-03.html", "diagnosis-2024-12-04.html", "diagnosis-of-my-own.html", "mirai.lock"], _folder.Names, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("fail_on = \"notice\"", 1)]
    [InlineData("fail_on = \"warning\"", 1)]
    [InlineData("fail_on = \"critical\"", 0)]
    public void Run_WithFailOn_ReturnsOneWhereAWarningIsAsGrave(string alert, int code)
    {
        _folder.Configure(output: "workbook = false\npage = false\ndatabase = false", alert: alert);
        Assert.Equal(code, _folder.Run("-q").Code);
        Assert.Equal(0, _folder.Run("-q", "--fail-on", "critical").Code);
    }

    [Fact]
    public void Run_WithTheLanguageOfTheCommandLine_WritesInIt()
    {
        _folder.Configure(output: "workbook = false\nlanguage = \"ja\"");
        Assert.Contains("顧客診断", _folder.Run().Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ja\"", File.ReadAllText(_folder.Out("diagnosis-2024-12-30.html")), StringComparison.Ordinal);
        Assert.Contains("Customer diagnosis", _folder.Run("--lang", "en").Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", File.ReadAllText(_folder.Out("diagnosis-2024-12-30.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhileAnotherHasTheFolder_DoesNothing()
    {
        Directory.CreateDirectory(_folder.Out(""));
        using (new FileStream(_folder.Out("mirai.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var answer = _folder.Run();
            Assert.Equal((3, ""), (answer.Code, answer.Output));
            Assert.Contains("Another run", answer.Error, StringComparison.Ordinal);
            Assert.Equal(["mirai.lock"], _folder.Names, StringComparer.Ordinal);
        }

        Assert.Equal(0, _folder.Run("-q").Code);
    }

    [Fact]
    public void Run_ThatIsStopped_LeavesTheDatabaseAsItWas()
    {
        Assert.Equal(0, _folder.Run("-q", "--as-of", "2024-12-01").Code);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        using var error = new StringWriter();
        var terminal = new Terminal { Input = new MemoryStream(), Output = new MemoryStream(), Error = error };
        Assert.Equal(3, CliApplication.Run(["run", _folder.Configuration], terminal, stopped.Token));
        Assert.Contains("Stopped", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2024, 12, 1)], _folder.Days());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("on_rule_error = \"report\"", 0)]
    [InlineData("on_rule_error = \"fail\"", 2)]
    public void Run_WithARuleFileInError_RunsTheOthersAndSaysSo(string alert, int code)
    {
        File.WriteAllText(_folder.File("broken.mirai"), "mirai 1\n\nrule broken\n  title \"x\"\n  when activ_customers < 3\n  severity warning\n");
        _folder.Configure(diagnosis: "rules = [\"own.mirai\", \"broken.mirai\"]", alert: alert);
        var answer = _folder.Run();
        Assert.Equal(code, answer.Code);
        Assert.Contains("broken.mirai:5:8", answer.Error, StringComparison.Ordinal);
        Assert.Contains("active_customers", answer.Error, StringComparison.Ordinal);
        Assert.Contains("A fifth customer", answer.Output, StringComparison.Ordinal);
        Assert.Equal([LastDay], _folder.Days());
    }

    [Fact]
    public void Run_WithARuleForWhatTheDataDoesNotHave_RunsTheOthersAndSaysSo()
    {
        File.WriteAllText(_folder.File("region.mirai"), "mirai 1\n\nrule by_region\n  title \"x\"\n  for each region\n  when active_customers < 3\n  severity warning\n");
        _folder.Configure(input: "active_period = \"6m\"", diagnosis: "rules = [\"region.mirai\", \"own.mirai\"]");
        var answer = _folder.Run();
        Assert.Equal(0, answer.Code);
        Assert.Contains("region.mirai:5", answer.Error, StringComparison.Ordinal);
        Assert.Contains("Few customers", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnose_WithAFolder_WritesWorkbookPageAndDatabase()
    {
        var answer = Tool.Run("diagnose", Tool.Inputs + "/small.csv", "--out", _folder.Out(""), "--format", "csv");
        Assert.Equal(0, answer.Code);
        Assert.StartsWith("day,active_customers,", answer.Output, StringComparison.Ordinal);
        Assert.Equal(3, answer.Error.Split("Written: ").Length - 1);
        Assert.Equal(["diagnosis-2024-12-30.html", "diagnosis-2024-12-30.xlsx", "mirai.db", "mirai.lock"], _folder.Names, StringComparer.Ordinal);
        Assert.Equal([LastDay], _folder.Days());
    }

    public void Dispose() => _folder.Dispose();
}
