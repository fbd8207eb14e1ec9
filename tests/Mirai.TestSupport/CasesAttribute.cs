using System.Reflection;
using Xunit.Sdk;

namespace Mirai.TestSupport;

/// <summary>
/// The lines <c>left => right</c> of a file in the test project's <c>Cases</c> folder, each a pair of texts for a theory.
/// </summary>
/// <remarks>
/// Both sides are trimmed. Blank lines and lines that begin with <c>#</c> say nothing. The left side ends at the first <c>=></c>.
/// </remarks>
/// <param name="fileName">The file's name inside <c>Cases</c>, such as <c>rules.cases</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CasesAttribute(string fileName) : DataAttribute
{
    private const string Separator = "=>";

    /// <summary>The file's name inside <c>Cases</c>.</summary>
    public string FileName { get; } = fileName;

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Cases", FileName);
        if (!File.Exists(path)) throw new FileNotFoundException($"No file `{path}`, expected the cases of {testMethod?.Name}.", path);
        return Read(FileName, File.ReadLines(path));
    }

    /// <summary>The pairs that the lines of a file hold.</summary>
    /// <exception cref="FormatException">A line has no <c>=></c>, or no line is a case: a test without cases cannot fail.</exception>
    public static IReadOnlyList<object[]> Read(string fileName, IEnumerable<string> lines)
    {
        var cases = lines
            .Select((line, index) => (Text: line.Trim(), LineNumber: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => Split(fileName, line.LineNumber, line.Text))
            .ToList();
        return cases.Count > 0 ? cases : throw new FormatException($"{fileName} holds no case.");
    }

    private static object[] Split(string fileName, int lineNumber, string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at >= 0
            ? [text[..at].TrimEnd(), text[(at + Separator.Length)..].TrimStart()]
            : throw new FormatException($"{fileName} line {lineNumber}: found `{text}`, expected `left {Separator} right`.");
    }
}
