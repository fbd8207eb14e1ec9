using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Commands;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Input;

/// <summary>The values of a parameter to try: <c>rule.drop=2%..15%</c>, <c>rule.drop=2%..15%:0.5%</c>, <c>rule.drop=2%,5%,10%</c>.</summary>
/// <param name="Parameter">The parameter, its rule before it.</param>
/// <param name="Values">The values as a rule writes them.</param>
internal sealed record SweepRange(string Parameter, IReadOnlyList<string> Values)
{
    /// <summary>What to write.</summary>
    public const string Expected = "rule.param=2%..15%, 2%..15%:0.5% or 2%,5%,10%";

    private const int MostValues = 100;

    /// <summary>Reads the option's value.</summary>
    /// <exception cref="WrongInputException">It cannot be read.</exception>
    public static SweepRange Parse(CommandRun run, Option option, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1) throw run.Bad(option, text, Expected);
        var (parameter, values) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        var dots = values.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return new SweepRange(parameter, values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var colon = values.LastIndexOf(':');
        var (low, high) = (Figure.Read(values[..dots]), Figure.Read(colon < 0 ? values[(dots + 2)..] : values[(dots + 2)..colon]));
        var step = colon < 0 ? low?.LeastStep(high) : Figure.Read(values[(colon + 1)..]);
        if (low is null || high is null || step is not { Number: > 0 } || !string.Equals(low.Unit, high.Unit, StringComparison.Ordinal)
            || !string.Equals(low.Unit, step.Unit, StringComparison.Ordinal) || low.Number > high.Number || (high.Number - low.Number) / step.Number > MostValues)
        {
            throw run.Bad(option, text, Expected);
        }

        var list = new List<string>();
        for (var number = low.Number; number <= high.Number; number += step.Number) list.Add(string.Create(CultureInfo.InvariantCulture, $"{number}{low.Unit}"));
        return new SweepRange(parameter, list);
    }

    /// <summary>Refuses a parameter that the rules do not have, and values that do not fit it.</summary>
    /// <exception cref="WrongInputException">It names the option, the value and what is wrong with it.</exception>
    public void Check(CommandRun run, Option option, RuleSet rules)
    {
        foreach (var value in Values)
        {
            try
            {
                _ = rules.With(rules.Options.Set(Parameter, value));
            }
            catch (RuleTextException exception)
            {
                var first = exception.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
                throw new WrongInputException($"{option.Name} {Parameter}={value}: {first.ReasonIn(run.Texts.Language)}");
            }
            catch (ArgumentException)
            {
                throw run.Bad(option, $"{Parameter}={value}", Expected);
            }
        }
    }

    /// <summary>A number and the unit behind it.</summary>
    private sealed record Figure(decimal Number, string Unit, int Decimals)
    {
        public static Figure? Read(string text)
        {
            var trimmed = text.Trim();
            var end = 0;
            while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is '.' or '_' or '-')) end++;
            var written = trimmed[..end].Replace("_", "", StringComparison.Ordinal);
            if (!decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
            var point = written.IndexOf('.', StringComparison.Ordinal);
            return new Figure(number, trimmed[end..], point < 0 ? 0 : written.Length - point - 1);
        }

        /// <summary>One of the last digit that is written; ten times that, and so on, where it would be more than a score of values.</summary>
        public Figure? LeastStep(Figure? high)
        {
            if (high is null) return null;
            var step = 1m;
            for (var i = 0; i < Math.Max(Decimals, high.Decimals); i++) step /= 10;
            while ((high.Number - Number) / step > 20) step *= 10;
            return this with { Number = step };
        }
    }
}
