using System.Text.Json;

namespace Mirai.Cli.Tests.Daily;

public sealed class AlertTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [FactOnUnix]
    public void OnWarning_IsToldOfEachWarningOnce()
    {
        _folder.Configure(alert: "on_warning = \"cat > told.json\"");
        Assert.Equal(["few"], Told("--as-of", "2024-12-28"));
        Assert.Empty(Told("--as-of", "2024-12-28"));
        Assert.Equal(["fifth"], Told());
        Assert.Empty(Told());
        Assert.Empty(Told("--as-of", "2024-12-28"));
        Assert.Empty(Told());
    }

    [FactOnUnix]
    public void OnWarning_GetsTheWarningInBothLanguagesAndThePlaceOfTheFiles()
    {
        _folder.Configure(output: "workbook = false", alert: "on_warning = [\"/bin/sh\", \"-c\", \"cat > told.json; echo sent\"]");
        Assert.Equal(0, _folder.Run("--as-of", "2024-12-28", "-q").Code);
        var answer = _folder.Run();
        Assert.Equal(0, answer.Code);
        Assert.Contains("on_warning said:\nsent\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains("2 open warnings  1 new warning, handed to on_warning", answer.Output, StringComparison.Ordinal);
        using var told = JsonDocument.Parse(File.ReadAllText(_folder.File("told.json")));
        var root = told.RootElement;
        Assert.Equal(("mirai.warnings/1", "2024-12-30", "warning", 2), (root.GetProperty("form").GetString(), root.GetProperty("day").GetString(), root.GetProperty("verdict").GetString(), root.GetProperty("open").GetInt32()));
        var warning = Assert.Single(root.GetProperty("warnings").EnumerateArray());
        Assert.Equal(("fifth", "", "warning", "2024-12-30", 1), (warning.GetProperty("rule").GetString(), warning.GetProperty("part").GetString(), warning.GetProperty("level").GetString(), warning.GetProperty("opened").GetString(), warning.GetProperty("days_open").GetInt32()));
        Assert.Equal(("A fifth customer", "稼働顧客は5です。"), (warning.GetProperty("title").GetProperty("en").GetString(), warning.GetProperty("message").GetProperty("ja").GetString()));
        Assert.Equal((_folder.Out("diagnosis-2024-12-30.html"), _folder.Out("mirai.db")), (root.GetProperty("files").GetProperty("page").GetString(), root.GetProperty("files").GetProperty("database").GetString()));
        Assert.False(root.GetProperty("files").TryGetProperty("workbook", out _));
    }

    [TheoryOnUnix]
    [InlineData("on_warning = \"cat > told.json; echo no mail server >&2; exit 7\"", "exit code 7")]
    [InlineData("on_warning = \"cat > told.json; sleep 60\"\ntime_limit = 1", "1 second")]
    [InlineData("on_warning = [\"no-such-program-at-all\"]", "no-such-program-at-all")]
    public void OnWarning_ThatFails_IsReportedAndTriedAgain(string alert, string message)
    {
        _folder.Configure(alert: alert);
        var answer = _folder.Run("-q");
        Assert.Equal(3, answer.Code);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2024, 12, 30)], _folder.Days());
        _folder.Configure(alert: "on_warning = \"cat > told.json\"");
        Assert.Equal(["fifth", "few"], Told());
    }

    [FactOnUnix]
    public void OnWarning_ThatDoesNotRead_OrLeavesAProcessBehind_IsFine()
    {
        _folder.Configure(alert: "on_warning = \"sleep 30 & exit 0\"");
        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.Equal(0, _folder.Run("-q").Code);
    }

    [FactOnUnix]
    public void OnWarning_AfterItsMemoryIsDamaged_IsToldAgain()
    {
        _folder.Configure(alert: "on_warning = \"cat > told.json\"");
        Assert.Equal(["fifth", "few"], Told());
        File.WriteAllText(_folder.Out("mirai.alerts.json"), "{\"day\": 5");
        Assert.Equal(["fifth", "few"], Told());
        Assert.Empty(Told());
    }

    [FactOnUnix]
    public void OnWarning_OfAWarningThatGrew_IsToldAgain()
    {
        _folder.Configure(alert: "on_warning = \"cat > told.json\"");
        Assert.Equal(["fifth", "few"], Told());
        File.WriteAllText(_folder.File("own.mirai"), RunFolder.Rules.Replace("severity notice", "severity critical", StringComparison.Ordinal));
        Assert.Equal(["few"], Told());
        File.WriteAllText(_folder.File("own.mirai"), RunFolder.Rules);
        Assert.Empty(Told());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs, and says of which warnings the program was told.</summary>
    private IReadOnlyList<string> Told(params string[] options)
    {
        File.Delete(_folder.File("told.json"));
        Assert.Equal(0, _folder.Run([.. options, "-q"]).Code);
        if (!File.Exists(_folder.File("told.json"))) return [];
        using var told = JsonDocument.Parse(File.ReadAllText(_folder.File("told.json")));
        return [.. told.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("rule").GetString()!)];
    }
}
