using System.Numerics;

namespace Mirai.Projection;

/// <summary>
/// The states in which the cohort engine keeps customers: months of silence, and in how many of the last twelve months they bought. A customer
/// without a purchase in twelve months has only the months of silence, up to five years.
/// </summary>
/// <remarks>
/// States count buying months exactly; for rates they are put together in classes. Which of the last twelve months were buying months is not part of the
/// state: of those between the last purchase and the oldest month, each is equally likely to be one.
/// </remarks>
internal static class CustomerStates
{
    /// <summary>The months that the state remembers.</summary>
    public const int Memory = 12;

    /// <summary>The most months of silence that are told apart.</summary>
    public const int MostSilent = 60;

    /// <summary>How many classes of buying months there are.</summary>
    public const int FrequencyClasses = 8;

    /// <summary>How many states there are.</summary>
    public const int Count = (Memory * Memory) + MostSilent - Memory + 1;

    /// <summary>How many states there are once buying months are put in classes.</summary>
    public const int RateCount = (Memory * FrequencyClasses) + MostSilent - Memory + 1;

    /// <summary>The month of the first purchase alone: the state of a new customer.</summary>
    public const int Newcomer = 0;

    private const double UsualShape = 0.6;
    private const double UsualMonths = 6;

    private static readonly int[] ClassOfRepeats = [0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 7, 7];
    private static readonly int[] Silence = Table(state => state < Memory * Memory ? state / Memory : state - (Memory * Memory) + Memory);
    private static readonly int[] Frequency = Table(state => state < Memory * Memory ? (state % Memory) + 1 : 0);
    private static readonly int[][] Rates = [.. Enumerable.Range(0, Memory + 1).Select(age => Table(state => RateState(Silence[state], RepeatsInYear(age, Frequency[state]))))];

    /// <summary>Months since the last purchase, by state.</summary>
    public static ReadOnlySpan<int> SilenceOf => Silence;

    /// <summary>Buying months of the last twelve, by state; 0 for none.</summary>
    public static ReadOnlySpan<int> FrequencyOf => Frequency;

    /// <summary>The state with classes, by state, for customers whose first purchase was so many months ago.</summary>
    public static ReadOnlySpan<int> RatesAt(int age) => Rates[Math.Min(age, Memory)];

    /// <summary>The state after so many months of silence with so many buying months.</summary>
    public static int StateOf(int silence, int frequency) => silence < Memory
        ? (silence * Memory) + frequency - 1
        : (Memory * Memory) + Math.Min(silence, MostSilent) - Memory;

    /// <summary>The state of a customer whose last twelve months are bits, the latest the lowest.</summary>
    public static int StateOf(int silence, uint months) => StateOf(silence, BitOperations.PopCount(months));

    /// <summary>The state with classes.</summary>
    public static int RateState(int silence, int repeats) => silence < Memory
        ? (silence * FrequencyClasses) + ClassOfRepeats[repeats]
        : (Memory * FrequencyClasses) + Math.Min(silence, MostSilent) - Memory;

    /// <summary>The buying months of a customer beside the one of the first purchase, as a year would have them.</summary>
    /// <remarks>
    /// Within the first twelve months, three of three are more than three of eleven. They count as the mean of the customer's rate given his purchases, where rates
    /// differ by a gamma distribution. None and one are taken as they are: they say so little that it would only add noise.
    /// </remarks>
    private static int RepeatsInYear(int age, int frequency)
    {
        if (age >= Memory || frequency == 0) return frequency;
        var repeats = frequency - 1;
        if (repeats < 2) return repeats;
        var rate = (UsualShape + repeats) / (UsualMonths + age);
        return Math.Clamp((int)Math.Round((rate * (UsualMonths + Memory)) - UsualShape), 2, Memory);
    }

    /// <summary>How likely the oldest of the twelve months was a buying month, so that it falls out of the count as a month passes.</summary>
    /// <param name="age">Whole months since the month of the first purchase.</param>
    /// <param name="silence">Months of silence, below twelve.</param>
    /// <param name="frequency">Buying months.</param>
    public static double ChanceOfDrop(int age, int silence, int frequency)
    {
        if (age < Memory - 1) return 0;
        if (age == Memory - 1 || silence == Memory - 1) return 1;
        return Math.Min(1, (frequency - 1) / (double)(Memory - 1 - silence));
    }

    private static int[] Table(Func<int, int> valueOf) => [.. Enumerable.Range(0, Count).Select(valueOf)];
}
