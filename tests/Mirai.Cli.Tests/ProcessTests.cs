namespace Mirai.Cli.Tests;

/// <summary>The tool as a process of its own: signals, pipes and full disks.</summary>
public class ProcessTests
{
    private const string Small = Tool.Inputs + "/small.csv";

    [FactOnUnix]
    public void Pipe_ClosedByItsReader_EndsQuietly()
    {
        var (code, output, error) = Bash.Run($"{{ MIRAI measures samples/purchases.csv -q; echo code $? >&2; }} | head -1");
        Assert.Equal(0, code);
        Assert.StartsWith("day,active_customers,", output, StringComparison.Ordinal);
        Assert.Equal("code 0\n", error);
    }

    [FactOnUnix]
    public void Pipe_OfTheDiagnosis_HasNoColourAndNoProgress()
    {
        var (code, output, error) = Bash.Run($"MIRAI diagnose {Small} | cat");
        Assert.Equal(0, code);
        Assert.DoesNotContain('\u001b', output + error);
    }

    [FactOnUnix]
    public void Disk_ThatIsFull_ExitsWith3AndLeavesNothing()
    {
        Assert.Equal((3, ""), Head(Bash.Run($"MIRAI measures {Small} -q > /dev/full")));
        Assert.Equal((3, ""), Head(Bash.Run($"MIRAI measures {Small} -q -o /dev/full")));
        using var folder = Tool.NewFolder();
        var (code, _, error) = Bash.Run($"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 8; MIRAI measures samples/purchases.csv -q -o {folder.File("m.csv")}");
        Assert.Equal(3, code);
        Assert.StartsWith("mirai: The output cannot be written: ", error, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [FactOnUnix]
    public void File_WithoutPermission_ExitsWith2() =>
        Assert.Equal((2, ""), Head(Bash.Run($"MIRAI measures {Small} -q -o /proc/nothing.csv")));

    [FactOnUnix]
    public void Interrupt_WhileReading_ExitsWith3AndLeavesNoFile()
    {
        using var folder = Tool.NewFolder();
        // The writer never ends, so that the tool would read for ever.
        var script = $"(cat samples/purchases.csv; while tail -n +2 samples/purchases.csv; do :; done) 2>/dev/null "
            + $"| MIRAI measures - -q -o {folder.File("m.csv")} & tool=$!; sleep 4; kill -INT $tool; wait $tool; echo code $?";
        var (_, output, error) = Bash.Run("set -m; " + script);
        Assert.Equal("code 3\n", output);
        Assert.Contains("Stopped", error, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [FactOnUnix]
    public void Interrupt_WhileWaitingForInput_ExitsWith3()
    {
        var (_, output, _) = Bash.Run("set -m; sleep 9 | MIRAI diagnose - & tool=$!; sleep 4; kill -INT $tool; wait $tool; echo code $?");
        Assert.Equal("code 3\n", output);
    }

    private static (int Code, string Output) Head((int Code, string Output, string Error) answer) => (answer.Code, answer.Output);
}
