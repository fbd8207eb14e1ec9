using FsCheck;
using FsCheck.Fluent;
using Mirai.Projection;

namespace Mirai.Core.Tests.Projection;

/// <summary>Random scenarios for properties: <c>[Property(Arbitrary = [typeof(Scenarios)])]</c>.</summary>
internal static class Scenarios
{
    /// <summary>Scenarios with values from 0 up, so that more retention is never less sales.</summary>
    public static Arbitrary<Scenario> Scenario() => Arb.From(
        from acquired in Heads(0, 6)
        from after in Gen.Frequency((2, Gen.Constant(0m)), (1, Gen.Choose(0, 50_000).Select(heads => (decimal)heads)))
        from existing in Heads(0, 4)
        from retention in Retention
        from ltv in Values
        select new Scenario
        {
            Name = "random",
            Acquisition = AcquisitionPlan.List(acquired).Then(after),
            Existing = existing,
            Retention = retention,
            Ltv = ltv,
        });

    private static Gen<decimal> Rate => Gen.Frequency((8, Gen.Choose(0, 1000).Select(share => share / 1000m)), (1, Gen.Elements(0m, 1m)));

    private static Gen<RetentionCurve> Retention => Gen.OneOf(
        Gen.Choose(1, 5).SelectMany(length => Gen.ArrayOf(Rate, length)).Select(rates => RetentionCurve.List(rates)),
        Rate.Select(RetentionCurve.Constant),
        from low in Rate from high in Rate from years in Gen.Choose(2, 6) select RetentionCurve.Ramp(low, high, years));

    private static Gen<ValueCurve> Values => Gen.Choose(1, 5)
        .SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 9_999_999).Select(value => value / 100m), length))
        .Select(values => ValueCurve.List(values));

    private static Gen<decimal[]> Heads(int least, int most) =>
        Gen.Choose(least, most).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 500_000).Select(heads => heads / 10m), length));
}
