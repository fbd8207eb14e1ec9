using System.Globalization;
using System.Text;
using Mirai.Cli.Tests.Daily;

namespace Mirai.Cli.Tests.Faults;

/// <summary>Inputs with next to nothing in them: the run says what it can, and what it cannot.</summary>
public sealed class PoorInputTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("one customer", "customer,day,amount\nA,2024-01-05,100\nA,2024-06-05,100\nA,2025-01-05,100\n")]
    [InlineData("one day", "customer,day,amount\nA,2024-01-05,100\nB,2024-01-05,200\n")]
    [InlineData("one row", "customer,day,amount\nA,2024-01-05,100\n")]
    [InlineData("one return", "customer,day,amount\nA,2024-01-05,-100\n")]
    [InlineData("a gap of two years", "customer,day,amount\nA,2022-01-05,100\nB,2022-02-05,100\nA,2024-03-05,100\nB,2024-03-06,100\n")]
    [InlineData("free purchases", "customer,day,amount\nA,2024-01-05,0\nB,2024-02-05,0\nA,2024-03-05,0\n")]
    [InlineData("no contacts, no discounts", "customer,day,amount\nA,2023-01-05,100\nB,2023-02-05,100\nA,2024-03-05,100\nB,2024-03-06,100\nC,2024-03-06,1\n")]
    public void Run_OfNextToNothing_IsUndecidedAndWritesEverything(string name, string purchases)
    {
        File.WriteAllText(_folder.File("small.csv"), purchases);
        _folder.Configure(diagnosis: "", output: "");
        foreach (var language in new[] { "en", "ja" })
        {
            var answer = _folder.Run("--lang", language);
            Assert.True(answer.Code == 0, $"{name}: {answer.Error}");
            Assert.DoesNotContain("mirai: ", answer.Error, StringComparison.Ordinal);
            Assert.Contains(language is "ja" ? "判定不能" : "UNDECIDED", answer.Output, StringComparison.Ordinal);
        }

        Assert.Equal(4, _folder.Names.Count);
        Assert.Single(_folder.Days());
        var page = Tool.Run("diagnose", _folder.File("small.csv"), "--quiet");
        Assert.Equal(("", 0), (page.Error, page.Code));
        Assert.DoesNotContain("NaN", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfAGap_SaysThatTheExportMayNotBeWhole()
    {
        var rows = new StringBuilder("customer,day,amount\n");
        foreach (var year in new[] { 2021, 2023 })
        {
            for (var day = 1; day < 360; day += 3) rows.Append(CultureInfo.InvariantCulture, $"C{day % 40},{new DateOnly(year, 1, 1).AddDays(day):yyyy-MM-dd},100\n");
        }

        File.WriteAllText(_folder.File("gap.csv"), rows.ToString());
        Assert.Contains("No purchase at all from 2021-12-2", Tool.Run("diagnose", _folder.File("gap.csv"), "-q").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "small.csv")]
    [InlineData("customer,day,amount\n", "no purchases")]
    [InlineData("customer,amount\nA,100\n", "day")]
    [InlineData("customer,day,amount\nA,someday,100\n", "2024")]
    [InlineData("\0\0\0\0", "small.csv")]
    public void Run_OfAnInputThatCannotBe_SaysWhyAndStoresNothing(string purchases, string part)
    {
        File.WriteAllText(_folder.File("small.csv"), purchases);
        _folder.Configure(diagnosis: "", output: "");
        var answer = _folder.Run();
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains("mirai: ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Error, StringComparison.Ordinal);
        if (part is not "2024") Assert.Contains(part, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Names, name => name.StartsWith("diagnosis-", StringComparison.Ordinal));
        Assert.Empty(_folder.Days());
    }

    [Theory]
    [InlineData("contacts = \"none.csv\"", "none.csv")]
    [InlineData("attributes = \"none.csv\"", "none.csv")]
    [InlineData("map = { customer = \"nobody\" }", "nobody")]
    [InlineData("max_bad_rows = 0\nmap = { amount = \"store\" }", "store")]
    public void Run_WithAnInputThatIsNotThere_SaysWhich(string input, string part)
    {
        _folder.Configure(input: input);
        var answer = _folder.Run();
        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(part, answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
