namespace Mirai.Cli.Tests;

public class SampleTests
{
    private static readonly string[] Committed = ["purchases.csv", "customers.csv", "identities.csv"];

    [Fact]
    public void Samples_OfTheRepository_AreWhatTheirCommandWrites()
    {
        var command = File.ReadAllLines("samples/README.md").Single(line => line.StartsWith("mirai sample ", StringComparison.Ordinal));
        using var folder = Tool.NewFolder();
        var answer = Tool.RunLine(command["mirai ".Length..].Replace("--out samples", $"--out {folder.Place}", StringComparison.Ordinal));
        Assert.Equal(0, answer.Code);
        Assert.All(Committed, name => Assert.True(
            File.ReadAllBytes(folder.File(name)).AsSpan().SequenceEqual(File.ReadAllBytes($"samples/{name}")), $"samples/{name} differs."));
    }

    [Fact]
    public void Sample_WithTheSameSeed_HasTheSameBytes_AndAnotherOnlyWithForce()
    {
        using var folder = Tool.NewFolder();
        string[] asked = ["sample", "--out", folder.Place, "--count", "30", "--years", "2", "--quiet"];
        Assert.Equal(new Tool.Answer(0, "", ""), Tool.Run([.. asked, "--seed", "5"]));
        Assert.Equal(["contacts.csv", "customers.csv", "identities.csv", "purchases.csv"], folder.Names(), StringComparer.Ordinal);
        var first = File.ReadAllText(folder.File("purchases.csv"));
        Assert.Equal(2, Tool.Run([.. asked, "--seed", "6"]).Code);
        Assert.Equal(first, File.ReadAllText(folder.File("purchases.csv")));
        Assert.Equal(0, Tool.Run([.. asked, "--seed", "6", "--force"]).Code);
        Assert.NotEqual(first, File.ReadAllText(folder.File("purchases.csv")), StringComparer.Ordinal);
        Assert.Equal(0, Tool.Run([.. asked, "--seed", "5", "--force"]).Code);
        Assert.Equal(first, File.ReadAllText(folder.File("purchases.csv")));
    }

    [Theory]
    [InlineData("healthy")]
    [InlineData("leaky")]
    [InlineData("discount")]
    [InlineData("mail")]
    public void Sample_OfEveryScenario_CanBeDiagnosed(string scenario)
    {
        using var folder = Tool.NewFolder();
        Assert.Equal(0, Tool.Run("sample", "--out", folder.Place, "--count", "40", "--years", "3", "--scenario", scenario).Code);
        var answer = Tool.Run("diagnose", folder.File("purchases.csv"), "--attributes", folder.File("customers.csv"));
        Assert.Equal(0, answer.Code);
        Assert.DoesNotContain("could not be used", answer.Error, StringComparison.Ordinal);
    }
}
