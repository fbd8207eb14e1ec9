using System.Numerics;
using Mirai.History;

namespace Mirai.Projection;

/// <summary>
/// The purchase days of some of the customers known by a day, in full: all where they are few, else those with the lowest numbers. Numbers follow a hash of
/// the key, so these are a random sample, and who is first known later does not change it.
/// </summary>
internal sealed class SampledCustomers(int most, int dayCount) : IColumnWork
{
    private readonly List<(int[] Days, long[] Spent)> _lives = [];

    /// <summary>By customer the distinct purchase days, and what was spent on each in minor units.</summary>
    public IReadOnlyList<(int[] Days, long[] Spent)> Lives => _lives;

    /// <summary>Reads the sample from a history.</summary>
    public static SampledCustomers Read(PurchaseHistory history, ForecastCalendar calendar, int most, CancellationToken cancellationToken) =>
        ColumnWork.Run(history, maxThreads: 1, () => new SampledCustomers(most, calendar.MonthOf.Length), cancellationToken)[0]; // In order, until there are enough.

    /// <inheritdoc/>
    public void Run<TDay, TAmount>(
        int firstCustomer, int endCustomer, ReadOnlySpan<int> offsets, ReadOnlySpan<TDay> days, ReadOnlySpan<TAmount> amounts)
        where TDay : unmanaged, IBinaryInteger<TDay>
        where TAmount : unmanaged, IBinaryInteger<TAmount>
    {
        var (purchaseDays, spent) = (new List<int>(), new List<long>());
        for (var customer = firstCustomer; customer < endCustomer && _lives.Count < most; customer++)
        {
            purchaseDays.Clear();
            spent.Clear();
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
            {
                var day = int.CreateTruncating(days[row]);
                if (day >= dayCount) break;
                var amount = long.CreateTruncating(amounts[row]);
                if (amount < 0) continue;
                if (purchaseDays.Count > 0 && purchaseDays[^1] == day)
                {
                    spent[^1] += amount; // Cannot wrap: a history's absolute amounts add up to 64 bits.
                    continue;
                }

                purchaseDays.Add(day);
                spent.Add(amount);
            }

            if (purchaseDays.Count > 0) _lives.Add(([.. purchaseDays], [.. spent]));
        }
    }
}
