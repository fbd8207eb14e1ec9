using System.Data.Common;
using Mirai.Diagnosis;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Core.Tests.Docs;

/// <summary>The C# of README.ja.md and docs/ja, with comments in Japanese.</summary>
public sealed class JapaneseExampleTests(ExampleCompany company) : IClassFixture<ExampleCompany>
{
    private const string Own = "mirai 1\n\noverride l1_active_customers_fall\n  set      notice_fall = 2%\n";

    [Fact]
    public void Readme_FromAReader_DiagnosesTheCompany()
    {
        using var reader = company.OpenReader();
        var (active, retention, why, lines) = Diagnosis(reader);

        var customers = new CustomerAnalysis(company.History);
        Assert.Equal(customers.ActiveCustomers(company.History.Days.Last), active);
        Assert.Equal(customers.RetentionRate(company.History.Days.Last).Overall, retention);
        Assert.Equal(why.Change, why.Customers + why.Frequency + why.OrderValue + why.Returns);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"\p{IsHiragana}", line));
    }

    [Fact]
    public void OwnRules_AboveTheBuiltInOnes_AreUsed()
    {
        var (customers, today, text) = (new CustomerAnalysis(company.History), company.History.Days.Last, Own);
        // snippet: own-rules
        var rules = BuiltInRules.All.With("own.mirai", text);   // 標準ルールの上に自社のルールを重ねる
        var report = customers.Diagnose(today, rules);
        // end

        Assert.Equal("2%", rules.Rules.Single(rule => rule.Name is "l1_active_customers_fall").Parameters.Single(p => p.Name is "notice_fall").Value);
        Assert.Equal(today, report.AsOf);
    }

    private static (long Active, Share Retention, SalesExplanation Why, List<string> Lines) Diagnosis(DbDataReader reader)
    {
        var lines = new List<string>();
        // snippet: readme
        using var history = Purchases.Load(reader).History;         // DbDataReader から。「顧客ID」「購入日」「金額」などの列は見出しで判断
        var customers = new CustomerAnalysis(history);
        var today = history.Days.Last;

        long active = customers.ActiveCustomers(today);             // 稼働顧客数
        Share retention = customers.RetentionRate(today).Overall;   // 顧客維持率。分子と分母も持つ
        var why = customers.Explain(today.AddYears(-1), today);     // 売上の増減 = 客数 + 購買頻度 + 1回単価 + 返品
        var report = customers.Diagnose(today);                     // 標準ルールによる診断
        foreach (var warning in report.Rules.Warnings)              // 重い順
            lines.Add($"{warning.Title["ja"]}: {warning.Message["ja"]}");
        // end

        return (active, retention, why, lines);
    }
}
