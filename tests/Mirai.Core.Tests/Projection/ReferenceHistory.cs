using System.Globalization;
using System.Text;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Core.Tests.Projection;

/// <summary>
/// The first five years of the reference scenario, lived by customers who buy once in each of their years, on the day of their first purchase; one customer for every
/// hundred of the scenario.
/// </summary>
internal static class ReferenceHistory
{
    /// <summary>The last day of year 5.</summary>
    public static readonly DateOnly EndOfYearFive = new(2024, 12, 31);

    private static readonly int[] Acquired = [120, 420, 1_440, 2_410, 4_190];
    private static readonly long[] Ltv = [12_000, 18_000, 22_000, 25_000, 27_000];

    /// <summary>The history under a retention curve, whose last rate goes on.</summary>
    public static PurchaseHistory Of(params double[] retention)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Jpy });
        var writer = builder.CreateWriter();
        for (var cohort = 0; cohort < Acquired.Length; cohort++)
        {
            var staying = (double)Acquired[cohort];
            for (var year = cohort; year < Acquired.Length; year++)
            {
                for (var customer = 0; customer < (int)Math.Round(staying); customer++)
                {
                    var first = (int)(customer * 0.6180339887498949 % 1 * 365); // Spread evenly over the year, those who stay too.
                    var key = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{cohort}-{customer}"));
                    writer.Add(key, new DateOnly(2019, 1, 1).AddDays(first).AddYears(year + 1).DayNumber, Ltv[year - cohort]);
                }

                staying *= retention[Math.Min(year - cohort, retention.Length - 1)];
            }
        }

        return builder.Build(new HistoryBuildOptions(EndOfYearFive, BeganWithData: true));
    }
}
