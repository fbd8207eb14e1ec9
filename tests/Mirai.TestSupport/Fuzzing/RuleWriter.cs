using System.Text;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Writes rules at random that are sound, most of them: every function, every clause, units that fit. What they say makes no sense.</summary>
/// <remarks>The names are those of <see cref="RuleFuzzFigures"/>.</remarks>
internal sealed class RuleWriter(Random random)
{
    private const int Deepest = 2;

    private static readonly string[] Windows = ["1 day", "2 days", "7 days", "28 days", "2 weeks", "1 month", "a quarter", "1 year", "52 weeks"];
    private static readonly string[] ShortWindows = ["3 days", "7 days", "10 days", "2 weeks"];
    private static readonly string[] Customers = ["active_customers", "lapsed_pool", "稼働顧客数"];
    private static readonly string[] Flows = ["new_customers", "lapsed_customers"];
    private static readonly string[] Rates = ["churn_rate", "retention_rate"];
    private static readonly string[] Dimensions = ["store", "rank", "customer_year"];
    private static readonly string[] Picks = ["[store: \"Ginza\"]", "[rank: New | Bronze]", "[customer_year: 1]", "[rank: \"Gold\", store: Ginza]", "[store: none]"];
    private static readonly string[] Levels = ["notice", "warning", "critical"];

    private readonly StringBuilder _text = new();
    private int _rules;
    private bool _isPerSegment;

    /// <summary>A text of a few rules.</summary>
    public string Write()
    {
        _text.Append("mirai 1\n");
        if (random.Next(12) == 0) _text.Append("shared let calm = ").Append(Condition(1)).Append('\n');
        if (random.Next(16) == 0) _text.Append("shared param most = 5% in 0%..50%\n");
        for (var count = random.Next(5) == 0 ? 2 : 1; count > 0; count--) Rule();
        if (random.Next(12) == 0) _text.Append("suppress r0 from 2026-03-01 to 2026-03-09 \"holidays\"\n");
        if (random.Next(12) == 0) _text.Append("override r0\n  severity ").Append(One(Levels)).Append('\n');
        return _text.ToString();
    }

    private void Rule()
    {
        _text.Append("rule r").Append(_rules).Append('\n');
        _isPerSegment = random.Next(3) == 0;
        if (_isPerSegment) Clause($"for {One("each", "overall and each")} {One(Dimensions)}{(random.Next(5) == 0 ? ", decile" : "")}");
        if (random.Next(8) == 0) Clause("param p = 5% in 1%..50%");
        if (random.Next(6) == 0) Clause($"let v = {Count(1)}");
        if (random.Next(6) == 0) Clause($"needs {Condition(1)}");
        Clause($"when {Condition(0)}{Persist()}");
        if (random.Next(4) == 0) Clause($"until {Condition(1)}{Persist()}");
        if (random.Next(6) == 0) Clause($"unless {Condition(1)} \"because\"");
        if (random.Next(4) == 0) Clause($"severity {One(Levels)} if {Condition(1)}\n  severity {One(Levels)}");
        if (random.Next(5) == 0) Clause($"message ja \"{{{Value(1)}}}\" en \"{{{Value(2)}:{One("signed", "number(1)", "short")}}} {{segment}} {{since}} {{days}}\"");
        if (random.Next(6) == 0) Clause($"evidence {Value(1)} last {One(ShortWindows)}");
        if (random.Next(6) == 0) Clause($"because {Condition(1)} strength {Percentage(2)} within {One(ShortWindows)}");
        if (random.Next(6) == 0) Clause($"drill {Value(2)} by {One(Dimensions)} top 2");
        if (random.Next(5) == 0) Clause($"cooldown {One(ShortWindows)}");
        if (random.Next(6) == 0) Clause($"remind every {One(ShortWindows)}");
        _rules++;
    }

    private void Clause(string text) => _text.Append("  ").Append(text).Append('\n');

    private string Persist() => random.Next(4) switch { 0 => "", 1 => " for 3 of 7 days", 2 => $" for {One(Windows)}", _ => " for 2 days" };

    private string Condition(int depth) => random.Next(depth < Deepest ? 17 : 8) switch
    {
        0 => $"{Count(depth + 1)} {Comparison()} {random.Next(200)}",
        1 => $"{Money(depth + 1)} {Comparison()} 100 JPY",
        2 => $"{Percentage(depth + 1)} {Comparison()} {random.Next(-20, 120)}%",
        3 => $"({Percentage(depth + 1)}) - ({Percentage(depth + 1)}) {Comparison()} 3pt",
        4 => $"{Number(depth + 1)} {Comparison()} 0.5",
        5 => $"{Count(depth + 1)} between 5 and 110",
        6 => $"{Count(depth + 1)} is {One("", "not ")}missing",
        7 => One("is_holiday", "weekday = 1", "month != 2", "day_of_month <= 7"),
        8 => $"({Condition(depth + 1)}) and ({Condition(depth + 1)})",
        9 => $"({Condition(depth + 1)}) or ({Condition(depth + 1)})",
        10 => $"not ({Condition(depth + 1)})",
        11 => $"streak({Condition(depth + 1)}) >= 3 days",
        12 => $"days_since({Condition(depth + 1)}) > 2 days",
        13 => $"count_days({Condition(depth + 1)}, {One(Windows)}) >= 2 days",
        14 => $"({Condition(depth + 1)}) {One(ShortWindows)} ago",
        15 => $"slope({Count(depth + 1)}, {One(Windows)}) > 0",
        _ => _rules > 0 ? $"firing(r{random.Next(_rules)})" : One("true", "false"),
    };

    private string Value(int depth) => random.Next(4) switch { 0 => Count(depth), 1 => Money(depth), 2 => Percentage(depth), _ => Number(depth) };

    private string Count(int depth) => depth >= Deepest ? $"{One(Customers)}{Pick()}" : random.Next(5) switch
    {
        0 => $"{One(Flows)}{Pick()}",
        1 => $"sum({One(Flows)}{Pick()}, {One(Windows)})",
        2 => $"{One(Customers)}{Pick()}",
        _ => Of(Count, depth),
    };

    private string Money(int depth) => depth >= Deepest ? $"sales{Pick()}" : random.Next(4) switch
    {
        0 => $"discounts{Pick()}",
        1 => $"sum(sales, {One(Windows)})",
        _ => Of(Money, depth),
    };

    /// <summary>What is of the same unit as its operand.</summary>
    private string Of(Func<int, string> operand, int depth)
    {
        var x = operand(depth + 1);
        return random.Next(11) switch
        {
            0 => $"{One("avg", "median", "min", "max", "stdev", "diff")}({x}, {One(Windows)})",
            1 => $"percentile({x}, {random.Next(101)}%, {One(Windows)})",
            2 => $"ewma({x}, {One(ShortWindows)})",
            3 => $"({x} {One("+", "-")} {operand(depth + 1)})",
            4 => $"({random.Next(9)} * {x})",
            5 => $"(50% of {x})",
            6 => $"({x}) {One(Windows)} ago",
            7 => $"{One("least", "greatest")}({x}, {operand(depth + 1)})",
            8 => $"expected({x}, {One("weekly, 4 weeks", "yearly, 1 year")})",
            9 => $"default(abs({x}), {operand(Deepest)})",
            _ => $"if({Condition(depth + 1)}, overall({x}), {operand(depth + 1)})",
        };
    }

    private string Percentage(int depth) => depth >= Deepest ? $"{One(Rates)}{Pick()}" : random.Next(10) switch
    {
        0 => $"change({Count(depth + 1)}, {One(Windows)})",
        1 => $"({Count(depth + 1)} / {Count(depth + 1)})",
        2 => $"trend({Money(depth + 1)}, {One(Windows)})",
        3 => $"gap({Count(depth + 1)}, {One("weekly, 4 weeks", "yearly, 1 year")})",
        4 => _isPerSegment ? $"share({One(Customers)})" : "50%",
        5 => $"{One("largest_share", "concentration")}({Count(Deepest)} by {One(Dimensions)})",
        6 => $"{One("wilson_low", "wilson_high")}({Count(depth + 1)}, {Count(depth + 1)}, {One("95%", "50%", "100%")})",
        7 => $"coverage({Money(depth + 1)}, {One(Windows)})",
        _ => $"{One(Rates)}{Pick()}",
    };

    private string Number(int depth) => random.Next(3) switch
    {
        0 => $"zscore({(depth < Deepest ? Count(depth + 1) : "sales")}, {One(Windows)})",
        1 => $"({Percentage(depth + 1)} / {One(Rates)})",
        _ => One("weekday", "day_of_month", "7.5"),
    };

    private string Pick() => random.Next(6) == 0 ? One(Picks) : "";

    private string Comparison() => One("<", "<=", ">", ">=", "=", "!=");

    private string One(params string[] words) => words[random.Next(words.Length)];
}
