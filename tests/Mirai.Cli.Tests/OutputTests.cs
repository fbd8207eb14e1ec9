namespace Mirai.Cli.Tests;

public class OutputTests
{
    private const string Small = Tool.Inputs + "/small.csv";

    [Theory]
    [InlineData("cohorts", "c.csv", "cohort,size,")]
    [InlineData("cohorts", "c.json", "[\n{\"cohort\":")]
    [InlineData("cohorts", "c.txt", "cohort,size,")]
    [InlineData("diagnose", "d.txt", "Customer diagnosis ")]
    [InlineData("diagnose", "d.JSON", "{\n  \"as_of\": \"2024-12-30\",\n  \"verdict\": \"")]
    [InlineData("flow", "f.csv", "part,item,value\n")]
    public void Output_ToAFile_HasTheFormatOfItsName(string command, string name, string start)
    {
        using var folder = Tool.NewFolder();
        var answer = Tool.Run(command, Small, "--quiet", "-o", folder.File(name));
        Assert.Equal(new Tool.Answer(0, "", ""), answer);
        Assert.StartsWith(start, File.ReadAllText(folder.File(name)), StringComparison.Ordinal);
        Assert.Equal([name], folder.Names(), StringComparer.Ordinal);
    }

    [Fact]
    public void Output_OverAFile_ReplacesItOnlyWhenWhole()
    {
        using var folder = Tool.NewFolder();
        File.WriteAllText(folder.File("m.csv"), "old");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        using var error = new StringWriter();
        var terminal = new Terminal { Input = new MemoryStream(), Output = new MemoryStream(), Error = error };
        Assert.Equal(3, CliApplication.Run(["measures", Small, "-o", folder.File("m.csv")], terminal, stopped.Token));
        Assert.Contains("Stopped", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("m.csv")));
        Assert.Equal(0, Tool.Run("measures", Small, "--quiet", "-o", folder.File("m.csv")).Code);
        Assert.StartsWith("day,", File.ReadAllText(folder.File("m.csv")), StringComparison.Ordinal);
        Assert.Equal(["m.csv"], folder.Names(), StringComparer.Ordinal);
    }

    [Fact]
    public void Output_ThatFails_ExitsWith3AndAMessage()
    {
        using var error = new StringWriter();
        var terminal = new Terminal { Input = new MemoryStream(), Output = new FullStream(), Error = error };
        Assert.Equal(3, CliApplication.Run(["measures", Small, "--quiet"], terminal));
        Assert.Equal($"mirai: The output cannot be written: No space left.{Environment.NewLine}", error.ToString());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Help_OfEverything_IsApproved(string language)
    {
        string[] commands =
        [
            "", "diagnose ", "measures ", "cohorts ", "segments ", "flow ", "rules ", "rules check ", "rules format ", "rules test ", "rules backtest ",
            "rules explain ", "rules list ", "sample ", "run ", "history ",
        ];
        Transcript.Matches($"help.{language}.txt", Transcript.Of(commands.Select(command => $"{command}--help --lang {language}")));
    }

    [Fact]
    public void Examples_OfTheHelp_Work()
    {
        using var folder = Tool.NewFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Tool.Root, "samples"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".csv" or ".toml" or ".mirai"))
        {
            var copy = folder.File(Path.GetRelativePath(Tool.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // The daily run makes the database that the history is asked for.
        Assert.All(new Commands.CommandTree().Commands.OrderBy(command => command.Name is not "run"), command =>
        {
            var line = command.Example.Replace("--out company", $"--out {folder.File("company")}", StringComparison.Ordinal).Replace("--count 10000", "--count 20", StringComparison.Ordinal)
                .Replace("samples/", folder.File("samples/"), StringComparison.Ordinal);
            Assert.Equal(0, Tool.RunLine(line["mirai ".Length..]).Code);
        });
    }

    [Fact]
    public void Version_IsShown() => Assert.Matches(@"^\d+\.\d+\.\d+", Tool.Run("--version").Output);

    /// <summary>A disk without room: the one thing that a test cannot have for real everywhere.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left.");
    }
}
