using System.Text;
using System.Text.Json;
using Mirai.Diagnosis;

namespace Mirai.Core.Tests.Diagnosing;

/// <summary>The JSON form of the document.</summary>
public sealed class DiagnosisJsonTests
{
    private const string Purchases = """
        a 2023-01-05 1200
        b 2023-02-10 800
        a 2023-04-20 1500
        c 2023-06-01 700
        b 2024-01-15 900
        d 2024-02-01 2500
        a 2024-03-03 1100
        d 2024-03-20 -500
        d 2024-04-25 2000
        """;

    public static string TextOf(DiagnosisReport report)
    {
        using var stream = new MemoryStream();
        report.WriteJson(stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static JsonDocument Parse(DiagnosisReport report) => JsonDocument.Parse(TextOf(report));

    [Fact]
    public void Json_OfASmallHistory_IsApproved()
    {
        var analysis = Companies.Small(Purchases, beganWithData: true);
        var report = analysis.Diagnose(analysis.History.Days.Last, Companies.Rules, Companies.WithoutForecast);
        Approve("diagnosis.json", TextOf(report with { Definitions = [.. report.Definitions.Take(2)] }));
    }

    [Fact]
    public void Json_HasWhatTheDocumentHas()
    {
        var analysis = Companies.Small(Purchases, beganWithData: true);
        var report = analysis.Diagnose(analysis.History.Days.Last);
        using var json = Parse(report);
        var root = json.RootElement;
        Assert.Equal("2024-04-25", root.GetProperty("as_of").GetString());
        Assert.Equal(report.Definitions.Count, root.GetProperty("definitions").GetArrayLength());
        Assert.Equal(report.Rules.Undecided.Count, root.GetProperty("rules").GetProperty("undecided").GetArrayLength());
        var forecast = root.GetProperty("forecast"); // Of less than two years: a year, and no five-year multiple.
        Assert.Equal("season_unknown", forecast.GetProperty("caution").GetString());
        Assert.Equal(12, forecast.GetProperty("forecast").GetProperty("months").GetArrayLength());
        Assert.Equal(3, forecast.GetProperty("points").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, forecast.GetProperty("five_year_multiple").GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("contacts").ValueKind);
        AssertNames(root);
    }

    private static void AssertNames(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) AssertNames(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Assert.Matches("^[a-z][a-z0-9_]*$", property.Name);
                AssertNames(property.Value);
            }
        }
    }

    private static void Approve(string name, string received)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Mirai.Core.sln"))) root = root.Parent!;
        var path = Path.Combine(root.FullName, "tests", "Mirai.Core.Tests", "Diagnosing", "Approved", name);
        var text = received.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }

        Assert.True(File.Exists(path), $"There is no {name} yet; MIRAI_APPROVE=1 makes it of what came out:\n{text}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
