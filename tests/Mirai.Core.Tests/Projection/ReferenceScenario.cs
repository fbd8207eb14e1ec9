using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

/// <summary>Two worlds acquire the same customers; one keeps them, one does not.</summary>
internal static class ReferenceScenario
{
    public static Scenario High { get; } = Of("high", 0.70m, 0.90m, 0.93m);

    public static Scenario Slower { get; } = Of("slower", 0.70m, 0.86m, 0.92m, 0.93m);

    public static Scenario Borderline { get; } = Of("borderline", 0.65m, 0.86m, 0.90m, 0.93m);

    public static Scenario Flat { get; } = Of("flat", 0.65m);

    public static Scenario Low { get; } = Of("low", 0.45m, 0.60m);

    public static Scenario Named(string name) =>
        new[] { High, Slower, Borderline, Flat, Low }.Single(scenario => string.Equals(scenario.Name, name, StringComparison.Ordinal));

    private static Scenario Of(string name, params ReadOnlySpan<decimal> rates) => new()
    {
        Name = name,
        Acquisition = AcquisitionPlan.List(12_000, 42_000, 144_000, 241_000, 419_000),
        Retention = RetentionCurve.List(rates),
        Ltv = ValueCurve.List(12_000, 18_000, 22_000, 25_000, 27_000),
    };
}
