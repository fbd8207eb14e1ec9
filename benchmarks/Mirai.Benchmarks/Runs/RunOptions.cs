using System.Globalization;

namespace Mirai.Benchmarks;

/// <summary>The options of the long runs: pairs of <c>--name value</c>.</summary>
internal sealed class RunOptions
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <summary>Reads the pairs after the command.</summary>
    /// <exception cref="ArgumentException">An argument is not an expected option, or one has no value.</exception>
    public RunOptions(IReadOnlyList<string> arguments, params string[] expected)
    {
        for (var at = 1; at < arguments.Count; at += 2)
        {
            var name = arguments[at].TrimStart('-');
            if (!expected.Contains(name, StringComparer.Ordinal))
                throw new ArgumentException($"`{arguments[at]}` is not an option; expected one of --{string.Join(", --", expected)}");
            if (at + 1 == arguments.Count) throw new ArgumentException($"`{arguments[at]}` has no value");
            _options[name] = arguments[at + 1];
        }
    }

    /// <summary>An option's text, or the fallback.</summary>
    public string? Text(string name, string? fallback = null) => _options.GetValueOrDefault(name) ?? fallback;

    /// <summary>An option's whole number, with or without <c>_</c> between the digits, or the fallback.</summary>
    /// <exception cref="ArgumentException">It is not a whole number.</exception>
    public int Number(string name, int fallback)
    {
        if (!_options.TryGetValue(name, out var text)) return fallback;
        return int.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"--{name} `{text}` is not a whole number");
    }
}
