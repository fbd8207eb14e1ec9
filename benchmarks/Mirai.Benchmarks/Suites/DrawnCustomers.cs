using Mirai.Lifetime;

namespace Mirai.Benchmarks;

/// <summary>Customers drawn from MBG/NBD and Gamma-Gamma with parameters near those of the CDNOW log.</summary>
internal static class DrawnCustomers
{
    private const double MeanDaysBetween = 80;

    /// <summary>Draws customers who first bought in the first 84 of 273 days.</summary>
    public static (PurchaseStatistics Purchases, SpendStatistics Spends) Create(int customers, int seed)
    {
        var random = new Random(seed);
        var groups = new List<PurchaseGroup>();
        var spends = new List<SpendGroup>();
        for (var i = 0; i < customers; i++)
        {
            var age = 189 + random.Next(84);
            // Rates of shape 1 and drop-out chances of Beta(1, 2): both are powers of uniform numbers.
            var rate = Exponential(random) / MeanDaysBetween;
            var dropOut = 1 - Math.Sqrt(1 - random.NextDouble());
            var (frequency, last) = (0, 0);
            var isAlive = random.NextDouble() >= dropOut;
            for (var time = Exponential(random) / rate; isAlive && time <= age; time += Exponential(random) / rate)
            {
                var day = (int)time;
                if (day > last) (frequency, last) = (frequency + 1, day);
                isAlive = random.NextDouble() >= dropOut;
            }

            groups.Add(new PurchaseGroup(frequency, last, age, 1));
            if (frequency > 0) spends.Add(new SpendGroup(frequency, Math.Round(Spend(random, frequency), 2), 1));
        }

        return (new PurchaseStatistics(groups), new SpendStatistics(spends));
    }

    private static double Spend(Random random, int frequency)
    {
        var (scale, sum) = (0.0, 0.0);
        for (var i = 0; i < 4; i++) scale += Exponential(random);
        for (var i = 0; i < 6 * frequency; i++) sum += Exponential(random);
        return Math.Max(0.01, sum / frequency * 16 / scale);
    }

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());
}
