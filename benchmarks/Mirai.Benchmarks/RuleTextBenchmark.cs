using BenchmarkDotNet.Attributes;
using Mirai.Rules;

namespace Mirai.Benchmarks;

/// <summary>How long it takes to read and to lay out rule texts: one rule of one expression, one whole rule, and a pack.</summary>
[MemoryDiagnoser]
public class RuleTextBenchmark
{
    private const string Expression = "mirai 1\nrule a\n  when change(avg(active_customers, 28 days), 52 weeks) <= -5% and lapsed_customers >= 200 for 14 days\n";

    private string _rule = "";
    private string _pack = "";

    /// <summary>Takes the texts from the examples of the tests.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _pack = RuleCorpus.Examples();
        var start = _pack.IndexOf("rule ", StringComparison.Ordinal);
        _rule = $"mirai 1\n{_pack[start.._pack.IndexOf("\n\n", start, StringComparison.Ordinal)]}\n";
    }

    /// <summary>Lexes and parses a rule of one expression.</summary>
    [Benchmark]
    public int CheckExpression() => RuleText.CheckSyntax(Expression).Count;

    /// <summary>Lexes and parses a rule of 25 lines.</summary>
    [Benchmark]
    public int CheckRule() => RuleText.CheckSyntax(_rule).Count;

    /// <summary>Lexes and parses thirteen rules and their tests.</summary>
    [Benchmark]
    public int CheckPack() => RuleText.CheckSyntax(_pack).Count;

    /// <summary>Lays the pack out, which lexes it twice.</summary>
    [Benchmark]
    public int FormatPack() => RuleText.Format(_pack).Length;
}
