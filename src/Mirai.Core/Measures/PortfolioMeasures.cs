namespace Mirai.Measures;

/// <summary>How well customers are developed (育成率): of those current in one stage of the portfolio a period ago, the share that has gone on.</summary>
/// <remarks>Computed at each month's end and carried to the next.</remarks>
public static class PortfolioMeasures
{
    /// <summary>初回からよちよちへ: bought on a second day.</summary>
    public static Measure StepToddler { get; } = Step(
        "portfolio_step_toddler", "Step to toddler", "育成率(よちよち)", "of the customers in first_current one active period ago, the share beyond first");

    /// <summary>よちよちからコツコツへ: came to 90 days of tenure.</summary>
    public static Measure StepSteady { get; } = Step(
        "portfolio_step_steady", "Step to steady", "育成率(コツコツ)", "of the customers in toddler_current one active period ago, the share in steady, fad or best");

    /// <summary>コツコツから優良へ: came to T.</summary>
    public static Measure StepBest { get; } = Step(
        "portfolio_step_best", "Step to best", "育成率(優良)", "of the customers in steady_current one active period ago, the share in best");

    /// <summary>The three, from the lowest stage up.</summary>
    internal static IReadOnlyList<Measure> All { get; } = [StepToddler, StepSteady, StepBest];

    private static Measure Step(string id, string english, string japanese, string formula) => new()
    {
        Id = id, EnglishName = english, JapaneseName = japanese, Unit = MeasureUnit.Percentage, Kind = MeasureKind.Rate, GoodDirection = GoodDirection.Up,
        Needs = HistoryNeeded.TwoActivePeriods, IsSegmentable = false, IsMonthly = true, Stage = MeasureStage.Portfolio,
        Formula = formula,
    };
}
