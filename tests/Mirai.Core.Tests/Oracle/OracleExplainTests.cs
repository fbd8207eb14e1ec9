using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Oracle;

public sealed class OracleExplainTests
{
    private static readonly DateOnly Before = new(2023, 6, 1);
    private static readonly DateOnly After = new(2024, 6, 1);

    [Fact]
    public void Explain_OnlyCustomersDouble_IsAllTheirs() => Check("""
        customer day        amount
        a        2023-06-01 100
        a        2024-06-01 100
        b        2024-06-01 100
        """, new OracleExplanation(100, 100, 0, 0, 0, New: 100, Reactivated: 0, Lapsed: 0));

    [Fact]
    public void Explain_OnlyFrequencyAndOrderValueChange_SplitsByLogarithms()
    {
        // 100 -> 8 x 50 = 400: L = 300 / ln 4, frequency L ln 8 = 450, order value L ln(1/2) = -150.
        var rows = string.Concat(Enumerable.Repeat("a 2024-06-01 50\n", 8));
        Check($"customer day amount\na 2023-06-01 100\n{rows}", new OracleExplanation(300, 0, 450, -150, 0, 0, 0, 0));
    }

    [Fact]
    public void Explain_ComingAndGoing_SplitsByHeads() => Check("""
        customer day        amount
        back     2022-05-31 1
        a        2023-06-01 400
        stays    2023-06-01 400
        stays    2024-06-01 400
        back     2024-06-01 400
        n        2024-06-01 400
        """, new OracleExplanation(400, 400, 0, 0, 0, New: 400, Reactivated: 400, Lapsed: -400));

    [Fact]
    public void Explain_EqualHeads_UsesTheLimitOfTheWeight() => Check("""
        customer day        amount
        a        2023-06-01 100
        b        2024-06-01 100
        """, new OracleExplanation(0, 0, 0, 0, 0, New: 100, Reactivated: 0, Lapsed: -100));

    [Fact]
    public void Explain_NobodyBefore_IsAllTheCustomers() => Check("""
        customer day        amount
        a        2024-06-01 100
        a        2024-06-01 200
        b        2024-06-01 300
        b        2024-06-01 -50
        """, new OracleExplanation(550, 600, 0, 0, -50, New: 600, Reactivated: 0, Lapsed: 0));

    [Fact]
    public void Explain_FreeOrdersBefore_IsAllTheOrderValue() => Check("""
        customer day        amount
        a        2023-06-01 0
        a        2024-06-01 100
        b        2024-06-01 100
        """, new OracleExplanation(200, 0, 0, 200, 0, New: 0, Reactivated: 0, Lapsed: 0));

    private static void Check(string purchases, OracleExplanation expected)
    {
        var found = new LinqOracle(TextTable.Purchases(purchases), Period.OneYear).Explain(Before, After);
        Assert.Equal(Parts(expected), Parts(found));
    }

    private static decimal[] Parts(OracleExplanation e) =>
    [
        .. new[] { e.Change, e.Customers, e.Frequency, e.OrderValue, e.Returns, e.New, e.Reactivated, e.Lapsed }
            .Select(part => decimal.Round(part, 18)),
    ];
}
