using System.Globalization;

namespace Mirai.Rules.Binding;

/// <summary>A unit as a product of powers of names: <c>JPY/customers</c>. Products and quotients cancel.</summary>
internal readonly struct UnitProduct
{
    private readonly SortedDictionary<string, int>? _powers;

    private UnitProduct(SortedDictionary<string, int> powers) => _powers = powers;

    /// <summary>The unit of a plain number.</summary>
    public static UnitProduct None => default;

    /// <summary>Whether everything has cancelled.</summary>
    public bool IsNone => _powers is null or { Count: 0 };

    /// <summary>The names above the line, each as often as its power.</summary>
    public IEnumerable<string> Above => Powers.Where(p => p.Value > 0).SelectMany(p => Enumerable.Repeat(p.Key, p.Value));

    /// <summary>The names below the line, each as often as its power.</summary>
    public IEnumerable<string> Below => Powers.Where(p => p.Value < 0).SelectMany(p => Enumerable.Repeat(p.Key, -p.Value));

    private IEnumerable<KeyValuePair<string, int>> Powers => _powers ?? Enumerable.Empty<KeyValuePair<string, int>>();

    /// <summary>Reads <c>a*b/c/d</c>; <c>1</c> and the empty text have no names.</summary>
    public static UnitProduct Parse(string text)
    {
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var fractions = text.Split('/');
        for (var i = 0; i < fractions.Length; i++)
        {
            foreach (var name in fractions[i].Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!string.Equals(name, "1", StringComparison.Ordinal)) Add(powers, name, i == 0 ? 1 : -1);
            }
        }

        return new UnitProduct(powers);
    }

    /// <summary>The product of two units.</summary>
    public static UnitProduct operator *(UnitProduct left, UnitProduct right) => Combine(left, right, 1);

    /// <summary>The quotient of two units.</summary>
    public static UnitProduct operator /(UnitProduct left, UnitProduct right) => Combine(left, right, -1);

    /// <summary>The normal form: names above the line in ordinal order joined by <c>*</c>, then each name below it after a <c>/</c>.</summary>
    public override string ToString()
    {
        var above = string.Join('*', Above);
        return string.Create(CultureInfo.InvariantCulture, $"{(above.Length == 0 ? "1" : above)}{string.Concat(Below.Select(name => $"/{name}"))}");
    }

    private static UnitProduct Combine(UnitProduct left, UnitProduct right, int sign)
    {
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, power) in left.Powers) powers[name] = power;
        foreach (var (name, power) in right.Powers) Add(powers, name, sign * power);
        return new UnitProduct(powers);
    }

    private static void Add(SortedDictionary<string, int> powers, string name, int power)
    {
        var sum = powers.GetValueOrDefault(name) + power;
        if (sum == 0) powers.Remove(name);
        else powers[name] = sum;
    }
}
