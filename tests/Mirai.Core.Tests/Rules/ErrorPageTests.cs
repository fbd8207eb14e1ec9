using System.Text;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules;

public class ErrorPageTests
{
    [Fact]
    public void Page_OfFindings_IsMadeFromTheCases()
    {
        var expected = ErrorPage.Of(ErrorCaseFiles.Documented.SelectMany(ErrorCaseFiles.Read));
        var path = Path.Combine(ErrorCaseFiles.Root(), "docs", "rules-errors.md");
        if (ErrorCaseFiles.IsApproving) File.WriteAllText(path, expected, new UTF8Encoding(false));
        Assert.True(File.Exists(path), "There is no docs/rules-errors.md yet; MIRAI_APPROVE=1 makes it");
        Assert.True(
            string.Equals(expected, File.ReadAllText(path).ReplaceLineEndings("\n"), StringComparison.Ordinal),
            "docs/rules-errors.md is not what the cases say; run the tests twice with MIRAI_APPROVE=1 and commit it");
    }

    [Fact]
    public void Page_OfFindings_ShowsEveryCode()
    {
        var shown = ErrorCaseFiles.Documented.SelectMany(ErrorCaseFiles.Read).Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        var codes = DiagnosticTexts.English.Keys.Where(key => key.StartsWith("MR", StringComparison.Ordinal) && !key.Contains('.', StringComparison.Ordinal));
        Assert.Empty(codes.Except(shown, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSameKeysAndArguments()
    {
        Assert.Equal(DiagnosticTexts.English.Keys.Order(StringComparer.Ordinal), DiagnosticTexts.Japanese.Keys.Order(StringComparer.Ordinal));
        Assert.All(DiagnosticTexts.English, text =>
        {
            for (var i = 0; i < 5; i++)
            {
                var argument = $"{{{i}}}";
                Assert.True(
                    text.Value.Contains(argument, StringComparison.Ordinal) == DiagnosticTexts.Japanese[text.Key].Contains(argument, StringComparison.Ordinal),
                    $"{text.Key}: {argument} stands in one language only");
            }
        });
    }

    [Fact]
    public void Texts_OfExpectations_AreThereForEveryOne() =>
        Assert.All(Enum.GetValues<Expectations>().Where(one => one != Expectations.None), one => Assert.True(DiagnosticTexts.English.ContainsKey($"expected.{one}")));
}
