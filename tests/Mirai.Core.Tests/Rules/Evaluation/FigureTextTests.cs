using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;
using ValueType = Mirai.Rules.Binding.ValueType;

namespace Mirai.Core.Tests.Rules.Evaluation;

public class FigureTextTests
{
    [Theory]
    [InlineData("Quantity", "customers", 71214, "", "71,214", "71,214")]
    [InlineData("Quantity", "customers", 12.34, "", "12.3", "12.3")]
    [InlineData("Quantity", "customers", -3, "", "-3", "-3")]
    [InlineData("Quantity", "JPY", 1234.4, "", "¥1,234", "1,234円")]
    [InlineData("Quantity", "USD", -1234.5, "", "-$1,234.50", "-1,234.50ドル")]
    [InlineData("Quantity", "SEK/customers", 12, "", "SEK 12.00", "12.00 SEK")]
    [InlineData("Quantity", "purchases/customers", 2.345, "", "2.35", "2.35")]
    [InlineData("Percentage", "", 0.05, "", "5.0%", "5.0%")]
    [InlineData("Percentage", "", -0.05, "signed", "-5.0%", "-5.0%")]
    [InlineData("Percentage", "", 0.05, "signed", "+5.0%", "+5.0%")]
    [InlineData("Percentage", "", -0.0001, "signed", "0.0%", "0.0%")]
    [InlineData("Percentage", "", 0.12345, "percent(2)", "12.35%", "12.35%")]
    [InlineData("Percentage", "", 0.12345, "number(2)", "12.35", "12.35")]
    [InlineData("Points", "", 0.03, "", "3.0pt", "3.0ポイント")]
    [InlineData("Number", "", 1.4, "", "1.4", "1.4")]
    [InlineData("Number", "", 12345.6, "", "12,346", "12,346")]
    [InlineData("Quantity", "customers", 1.25, "number(1)", "1.3", "1.3")]
    [InlineData("Quantity", "JPY", 1234, "number(0)", "1,234", "1,234")]
    [InlineData("Duration", "", 1, "", "1 day", "1日")]
    [InlineData("Duration", "", 7, "", "7 days", "7日")]
    [InlineData("Quantity", "customers", 12000, "short", "12K", "1.2万")]
    [InlineData("Quantity", "JPY", 340000000, "short", "¥340M", "3.4億円")]
    [InlineData("Quantity", "JPY", 999999, "short", "¥1M", "100万円")]
    [InlineData("Quantity", "JPY", 99999999, "short", "¥100M", "1億円")]
    [InlineData("Quantity", "customers", 950, "short", "950", "950")]
    [InlineData("Quantity", "customers", 1, "plural(customer, customers)", "1 customer", "1 customer")]
    [InlineData("Quantity", "customers", 1200, "plural(customer, customers)", "1,200 customers", "1,200 customers")]
    [InlineData("Condition", "", 1, "", "yes", "はい")]
    [InlineData("Quantity", "customers", double.NaN, "signed", "no data", "データなし")]
    public void Value_InAFormat_IsWrittenInTheLanguageOfTheText(string kind, string unit, double value, string format, string english, string japanese)
    {
        var type = new ValueType(Enum.Parse<ValueKind>(kind), unit);
        var bracket = format.IndexOf('(', StringComparison.Ordinal);
        var name = bracket < 0 ? format : format[..bracket];
        string[] arguments = bracket < 0 ? [] : format[(bracket + 1)..^1].Split(", ");
        Assert.Equal(english, new FigureText("en").Of(value, type, name, arguments));
        Assert.Equal(japanese, new FigureText("ja").Of(value, type, name, arguments));
    }

    [Fact]
    public void Date_ShortAndLong_FollowsTheLanguage()
    {
        var (day, type) = (new DateOnly(2026, 4, 1).DayNumber, new ValueType(ValueKind.Date));
        Assert.Equal("1 April 2026", new FigureText("en").Of(day, type, "", []));
        Assert.Equal("Wednesday 1 April 2026", new FigureText("en").Of(day, type, "date", ["long"]));
        Assert.Equal("2026年4月1日", new FigureText("ja").Of(day, type, "", []));
        Assert.Equal("2026年4月1日(水)", new FigureText("ja").Of(day, type, "date", ["long"]));
    }

    [Fact]
    public void Unit_OfAFigureThatStandsAlone_IsWritten()
    {
        Assert.Equal("1,234人", new FigureText("ja").WithUnit(1234, new ValueType(ValueKind.Quantity, "customers")));
        Assert.Equal("1,234 purchases", new FigureText("en").WithUnit(1234, new ValueType(ValueKind.Quantity, "purchases")));
        Assert.Equal("1,234円", new FigureText("ja").WithUnit(1234, new ValueType(ValueKind.Quantity, "JPY")));
    }
}
