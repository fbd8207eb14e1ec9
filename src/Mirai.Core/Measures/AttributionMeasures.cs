namespace Mirai.Measures;

/// <summary>The exact attribution of the change of active customers from one active period before: five measures that add up to it.</summary>
/// <remarks>
/// 1 is now, 0 one active period before; N new customers, B the base and r its retention rate, P the lapsed pool and q its reactivation rate. A rate
/// of nobody is taken equal to the other one. See <see cref="CustomerAttribution"/> for one day in whole customers.
/// </remarks>
public static class AttributionMeasures
{
    /// <summary>増減要因(新規): N1 - N0.</summary>
    public static Measure ChangeByNew { get; } = Term("change_by_new", "Change by new customers", "増減要因(新規)", "N1 - N0");

    /// <summary>増減要因(維持率): (r1 - r0)(B0 + B1)/2.</summary>
    public static Measure ChangeByRetention { get; } = Term(
        "change_by_retention", "Change by the retention rate", "増減要因(維持率)", "(r1 - r0)(B0 + B1)/2, B = active customers one active period before, r = retention rate");

    /// <summary>増減要因(前年基盤): (B1 - B0)(r0 + r1)/2.</summary>
    public static Measure ChangeByBase { get; } = Term("change_by_base", "Change by the size of the base", "増減要因(前年基盤)", "(B1 - B0)(r0 + r1)/2");

    /// <summary>増減要因(復活率): (q1 - q0)(P0 + P1)/2.</summary>
    public static Measure ChangeByReactivation { get; } = Term(
        "change_by_reactivation", "Change by the reactivation rate", "増減要因(復活率)", "(q1 - q0)(P0 + P1)/2, P = lapsed pool one active period before, q = reactivation rate");

    /// <summary>増減要因(休眠数): (P1 - P0)(q0 + q1)/2.</summary>
    public static Measure ChangeByPool { get; } = Term("change_by_pool", "Change by the size of the lapsed pool", "増減要因(休眠数)", "(P1 - P0)(q0 + q1)/2");

    /// <summary>The five, in the order of <see cref="AttributionCause"/>.</summary>
    internal static IReadOnlyList<Measure> All { get; } = [ChangeByNew, ChangeByRetention, ChangeByBase, ChangeByReactivation, ChangeByPool];

    private static Measure Term(string id, string english, string japanese, string formula) => new()
    {
        Id = id, EnglishName = english, JapaneseName = japanese, Unit = MeasureUnit.Customers, Kind = MeasureKind.Level, GoodDirection = GoodDirection.Up,
        Needs = HistoryNeeded.ThreeActivePeriods, IsSegmentable = false, Stage = MeasureStage.Attribution, Formula = formula,
    };
}
