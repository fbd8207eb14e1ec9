using System.Text;
using Mirai.Rules;

namespace Mirai.Core.Tests.Rules.Binding;

public class ExplainTests
{
    private const string FileName = "rules-explained.cases";

    private static readonly string[] Explained =
    [
        "active_customers_declining en", "active_customers_declining ja", "loss_concentrated en", "retention_below_floor en", "retention_below_floor ja",
        "dm_too_few ja", "dm_concentrated en", "leaking_bucket en", "leaking_bucket ja", "purchases_below_season en", "purchases_below_season ja", "data_stopped en",
    ];

    private static readonly RuleSet Rules = RuleSet.Parse([RuleTexts.Examples, RuleTexts.Integrator], RuleTexts.Options);

    /// <summary>The explanations of some of the example rules, for people to read; <c>MIRAI_APPROVE=1</c> writes them.</summary>
    [Fact]
    public void Explain_OfTheExamples_ReadsAsApproved()
    {
        var text = new StringBuilder();
        foreach (var (rule, language) in Explained.Select(e => (e.Split(' ')[0], e.Split(' ')[1]))) text.Append($"=== {rule} {language}\n{Rules.Explain(rule, language)}\n");
        if (ErrorCaseFiles.IsApproving)
        {
            var path = Path.Combine(ErrorCaseFiles.Root(), "tests", "Mirai.Core.Tests", "Cases", FileName);
            File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", FileName)).ReplaceLineEndings("\n"), text.ToString());
    }

    [Fact]
    public void Explain_OfADisabledRule_TellsWhy() =>
        Assert.EndsWith("Switched off by integrator.mirai: we send no mail\n", Rules.Explain("dm_too_few"), StringComparison.Ordinal);

    [Fact]
    public void Explain_OfAnUnknownRule_NamesTheNearest() =>
        Assert.Contains("`leaking_bucket`", Assert.Throws<ArgumentException>(() => Rules.Explain("leaking_buckett")).Message, StringComparison.Ordinal);
}
