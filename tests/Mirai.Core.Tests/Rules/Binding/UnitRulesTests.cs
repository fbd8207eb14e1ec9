using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Rules.Binding;
using Mirai.TestSupport;
using ValueType = Mirai.Rules.Binding.ValueType;

namespace Mirai.Core.Tests.Rules.Binding;

public class UnitRulesTests
{
    private static readonly string[] Names = ["customers", "purchases", "JPY", "contacts"];

    [Theory, Cases("rule-units.cases")]
    public void Calculation_OfTwoTypes_MatchesItsLine(string calculation, string expected)
    {
        var words = calculation.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (left, right) = (UnitRules.TypeOf(words[0]), UnitRules.TypeOf(words[2]));
        var result = words[1] switch
        {
            "+" => UnitRules.Sum(left, right),
            "-" => UnitRules.Difference(left, right),
            "*" => UnitRules.Product(left, right),
            "/" => UnitRules.Quotient(left, right),
            _ => UnitRules.Portion(left, right),
        };
        Assert.Equal(expected, result is { } type ? Written(type) : "none");
    }

    [Fact]
    public void Unknown_InAnyCalculation_StaysUnknown()
    {
        var unknown = new ValueType(ValueKind.Unknown);
        foreach (var type in new[] { "customers", "%", "pt", "1", "days", "JPY" }.Select(UnitRules.TypeOf))
        {
            Assert.Equal(unknown, UnitRules.Sum(type, unknown));
            Assert.Equal(unknown, UnitRules.Difference(unknown, type));
            Assert.Equal(unknown, UnitRules.Product(type, unknown));
            Assert.Equal(unknown, UnitRules.Quotient(unknown, type));
        }
    }

    [Fact]
    public void Adapted_OfZeroAndMoney_TakesTheOtherType()
    {
        var (number, jpy, ltv) = (UnitRules.TypeOf("1"), UnitRules.TypeOf("JPY"), UnitRules.TypeOf("JPY/customers"));
        Assert.Equal(ltv, UnitRules.Adapted(jpy, isZero: false, ltv));
        Assert.Equal(ltv, UnitRules.Adapted(number, isZero: true, ltv));
        Assert.Null(UnitRules.Adapted(number, isZero: false, ltv));
        Assert.Null(UnitRules.Adapted(UnitRules.TypeOf("USD"), isZero: false, ltv));
    }

    [Property]
    public Property Quotient_OfAProduct_IsTheOther() => Prop.ForAll(Units.ToArbitrary(), Units.ToArbitrary(), static (left, right) =>
    {
        var (a, b) = (UnitProduct.Parse(left), UnitProduct.Parse(right));
        return string.Equals((a * b / b).ToString(), a.ToString(), StringComparison.Ordinal)
            && string.Equals((a * b).ToString(), (b * a).ToString(), StringComparison.Ordinal)
            && (a / a).IsNone;
    });

    [Property]
    public Property Parse_OfTheNormalForm_IsTheSameUnit() => Prop.ForAll(Units.ToArbitrary(), static text =>
    {
        var normal = UnitProduct.Parse(text).ToString();
        return string.Equals(UnitProduct.Parse(normal).ToString(), normal, StringComparison.Ordinal);
    });

    private static Gen<string> Units =>
        from above in Gen.ArrayOf(Gen.Elements(Names))
        from below in Gen.ArrayOf(Gen.Elements(Names))
        select string.Join('*', above.DefaultIfEmpty("1")) + string.Concat(below.Select(name => $"/{name}"));

    private static string Written(ValueType type) => type.Kind switch
    {
        ValueKind.Quantity => type.Unit,
        ValueKind.Percentage => "%",
        ValueKind.Points => "pt",
        ValueKind.Number => "1",
        ValueKind.Duration => "days",
        _ => type.Kind.ToString(),
    };
}
