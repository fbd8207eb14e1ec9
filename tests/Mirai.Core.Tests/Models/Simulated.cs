using Mirai.Lifetime;

namespace Mirai.Core.Tests.Models;

/// <summary>Draws customers from a model as its story tells it, without any of its formulae.</summary>
internal static class Simulated
{
    /// <summary>Customers seen for 200 to 729 days; times are cut to whole days.</summary>
    public static IEnumerable<PurchaseGroup> Customers(PurchaseModelKind kind, double[] parameters, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var age = 200 + random.Next(530);
            var rate = Gamma(random, parameters[0]) / parameters[1];
            var days = new HashSet<int>();
            var last = 0;
            foreach (var time in Times(kind, parameters, rate, age, random))
            {
                var day = (int)Math.Round(time);
                if (day < 1 || day > age) continue;
                days.Add(day);
                last = day;
            }

            yield return new PurchaseGroup(days.Count, last, age, 1);
        }
    }

    /// <summary>Marsaglia and Tsang's gamma, with a shape boosted above 1.</summary>
    public static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (c * normal), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }

    private static IEnumerable<double> Times(PurchaseModelKind kind, double[] parameters, double rate, int age, Random random)
    {
        var isPareto = kind == PurchaseModelKind.ParetoNbd;
        var end = isPareto ? Exponential(random) / (Gamma(random, parameters[2]) / parameters[3]) : double.PositiveInfinity;
        var dropOut = isPareto ? 0 : Beta(random, parameters[2], parameters[3]);
        if (kind == PurchaseModelKind.MbgNbd && random.NextDouble() < dropOut) yield break;
        for (var time = Exponential(random) / rate; time <= Math.Min(end, age); time += Exponential(random) / rate)
        {
            yield return time;
            if (random.NextDouble() < dropOut) yield break;
        }
    }

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    private static double Beta(Random random, double a, double b)
    {
        var first = Gamma(random, a);
        return first / (first + Gamma(random, b));
    }
}
