using System.Runtime.CompilerServices;
using System.Text;

namespace Mirai.Cli.Tests;

/// <summary>Runs the tool in this process, from the root of the repository, so that paths read as a person types them.</summary>
internal static class Tool
{
    /// <summary>The folder of the small files that tests read.</summary>
    public const string Inputs = "tests/Mirai.Cli.Tests/Inputs";

    /// <summary>The folder that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>What the tool answered.</summary>
    /// <param name="Code">The exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    public sealed record Answer(int Code, string Output, string Error);

    /// <summary>Runs the tool with its output piped.</summary>
    public static Answer Run(params string[] arguments) => Run(new MemoryStream(), width: 0, arguments);

    /// <summary>Runs the tool at a terminal of a width.</summary>
    public static Answer RunAtScreen(int width, params string[] arguments) => Run(new MemoryStream(), width, arguments);

    /// <summary>Runs the tool with something on standard input.</summary>
    public static Answer RunWith(string input, params string[] arguments) => Run(new MemoryStream(Encoding.UTF8.GetBytes(input)), width: 0, arguments);

    /// <summary>Runs the tool with a line as a person types it; blanks part the arguments.</summary>
    public static Answer RunLine(string line) => Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A folder for a test to write into; deleted with the object.</summary>
    public static Folder NewFolder() => new();

    [ModuleInitializer]
    internal static void StartAtTheRoot() => Environment.CurrentDirectory = Root;

    private static Answer Run(Stream input, int width, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = input, Output = output, Error = error, OutputIsScreen = width > 0, Width = width > 0 ? width : Terminal.PlainWidth };
        var code = CliApplication.Run(arguments, terminal);
        return new Answer(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Mirai.Core.sln: run the tests from a checkout.");
    }

    /// <summary>A folder that lives as long as a test.</summary>
    internal sealed class Folder : IDisposable
    {
        /// <summary>Where it is.</summary>
        public string Place { get; } = Directory.CreateTempSubdirectory("mirai-cli-").FullName;

        /// <summary>The path of a file in it.</summary>
        public string File(string name) => Path.Combine(Place, name);

        /// <summary>The names of the files in it, in order.</summary>
        public IEnumerable<string?> Names() => Directory.EnumerateFileSystemEntries(Place).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        /// <inheritdoc/>
        public void Dispose() => Directory.Delete(Place, recursive: true);
    }
}
