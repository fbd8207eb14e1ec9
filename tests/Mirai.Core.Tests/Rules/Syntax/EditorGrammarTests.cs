using System.Text.Json;
using System.Text.RegularExpressions;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

/// <summary>docs/editor/mirai.tmLanguage.json, which editors use for colours.</summary>
public class EditorGrammarTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ErrorCaseFiles.Root(), "docs", "editor", "mirai.tmLanguage.json"));

    [Fact]
    public void Grammar_OfEditors_HasEveryWordInItsGroup()
    {
        Assert.All(Keywords.Declarations.Prepend("mirai"), word => Assert.True(Colours("declaration", $"{word} x"), word));
        Assert.All(Keywords.Clauses, word => Assert.True(Colours("clause", word is "for" ? "  for each rank" : $"  {word} x"), word));
        Assert.All(
            Keywords.All.Except(Keywords.Declarations, StringComparer.Ordinal).Except(Keywords.Clauses, StringComparer.Ordinal).Where(word => word is not "mirai"),
            word => Assert.True(Colours("expression", $" {word} ", "keyword.operator.word", "constant.language"), word));
        Assert.All(
            Keywords.Contextual.Where(word => word is not "a"),
            word => Assert.True(Colours("expression", $" {word} ", "keyword.other", "constant.language"), word));
        Assert.All(DurationWords.All, word => Assert.True(Colours("value", $" 28 {word}", "constant.numeric.duration"), word));
    }

    [Fact]
    public void Grammar_OfEditors_HasOnlyPatternsThatCompile() =>
        Assert.All(Patterns(JsonDocument.Parse(Text).RootElement), pattern => Assert.NotNull(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1))));

    // Whether a pattern of a group, of one of the given scopes, matches a line.
    private static bool Colours(string group, string line, params string[] scopes)
    {
        using var json = JsonDocument.Parse(Text);
        var found = json.RootElement.GetProperty("repository").GetProperty(group);
        var rules = found.TryGetProperty("patterns", out var patterns) ? patterns.EnumerateArray().ToArray() : [found];
        return rules.Any(rule => rule.TryGetProperty("match", out var match)
            && (scopes.Length == 0 || scopes.Any(scope => rule.GetProperty("name").GetString()!.StartsWith(scope, StringComparison.Ordinal)))
            && Regex.IsMatch(line, match.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<string> Patterns(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name is "match" or "begin" or "end" ? [member.Value.GetString()!] : Patterns(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Patterns),
        _ => [],
    };
}
