using System.Text;

namespace Mirai.Cli.Tests;

/// <summary>Texts of the tool that a person has read and approved. <c>MIRAI_APPROVE=1</c> takes over what came out.</summary>
internal static class Transcript
{
    private const string Folder = "tests/Mirai.Cli.Tests/Transcripts";

    /// <summary>Holds a text to its approved file.</summary>
    public static void Matches(string name, string received)
    {
        var path = Path.Combine(Tool.Root, Folder, name);
        var text = received.Replace(Tool.Root, "ROOT", StringComparison.Ordinal).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1") File.WriteAllText(path, text, new UTF8Encoding(false));
        Assert.True(File.Exists(path), $"There is no {Folder}/{name} yet; MIRAI_APPROVE=1 makes it of what came out:\n{text}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    /// <summary>Runs lines as a person types them, and writes down what was said to each.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var said = new StringBuilder();
        foreach (var line in lines)
        {
            var answer = Tool.RunLine(line);
            said.Append("$ mirai ").Append(line).Append('\n').Append(answer.Error).Append(answer.Output);
            if (answer.Code != 0) said.Append("(exit code ").Append(answer.Code).Append(")\n");
            said.Append('\n');
        }

        return said.ToString();
    }
}
