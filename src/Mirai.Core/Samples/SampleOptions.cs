using Mirai.Model;

namespace Mirai.Samples;

/// <summary>Which made-up company to make. Equal options give equal rows, on every platform.</summary>
public sealed record SampleOptions
{
    /// <summary>How many people are customers; each has at least one purchase in the span. From 1 to 10 million.</summary>
    public int CustomerCount { get; init; } = 10_000;

    /// <summary>How many calendar years the data spans; from 1 to 30. Stories need 4 or more to be told to the end.</summary>
    public int Years { get; init; } = 6;

    /// <summary>Chooses one of the possible companies.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What happens to the company after 60 % of the span.</summary>
    public SampleScenario Scenario { get; init; }

    /// <summary>The first day of the data, from 1950 on; <see langword="null"/> for the day that makes the data end on 2025-12-31.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The days that the data spans.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public DayRange Days
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Years, 30);
            var first = FirstDay ?? new DateOnly(2026, 1, 1).AddYears(-Years);
            if (first.Year is < 1950 or > 2200)
                throw new ArgumentOutOfRangeException(nameof(FirstDay), first, "A first day from 1950 to 2200 is expected.");
            return new DayRange(first, first.AddYears(Years).AddDays(-1));
        }
    }

    /// <summary>The first day on which the scenario differs from <see cref="SampleScenario.Healthy"/>: 60 % into the span.</summary>
    public DateOnly Onset => Days[Days.Count * 3 / 5];
}
