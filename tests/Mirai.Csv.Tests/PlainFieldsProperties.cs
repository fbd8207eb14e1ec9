using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Csv.Loading;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Csv.Tests;

/// <summary>The short ways of reading a field say nothing else than the long ones.</summary>
public class PlainFieldsProperties
{
    public static Arbitrary<string> Texts() =>
        Gen.Frequency(
            (3, from length in Gen.Choose(0, 12) from text in Gen.ArrayOf(Gen.Elements("0123456789-./: x\u007F".ToCharArray()), length) select new string(text)),
            (2, from number in Gen.Choose(int.MinValue, int.MaxValue) from point in Gen.Choose(0, 12) select Pointed(number, point)),
            (3, from day in Gen.Choose(690_000, 790_000) from form in Gen.Elements("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d") select DateOnly.FromDayNumber(day).ToString(form, CultureInfo.InvariantCulture)),
            (2, from year in Gen.Choose(1890, 2160) from month in Gen.Choose(0, 20) from day in Gen.Choose(0, 40) select string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")))
        .ToArbitrary();

    [Property(Arbitrary = [typeof(PlainFieldsProperties)], MaxTest = 5000)]
    public void PlainDay_WhatItReads_IsWhatTheTextMeans(string text)
    {
        var padded = Padded(text);
        if (!PlainDay.TryParse(ref padded[0], text.Length, ref PlainDay.Table, out var dayNumber)) return;
        Assert.True(DayText.Any.TryParse(Encoding.UTF8.GetBytes(text), out var expected));
        Assert.Equal(expected, dayNumber);
    }

    [Property(Arbitrary = [typeof(PlainFieldsProperties)], MaxTest = 500)]
    public void KnownDay_FieldsOneAfterAnother_AreWhatEachMeans(string[] texts)
    {
        var known = KnownDay.Start;
        foreach (var text in texts.SelectMany(text => (string[])[text, text, "\0\0\0\0\0\0\0\0\0\0", "ÿÿÿÿÿÿÿÿÿÿ"]))
        {
            var padded = Padded(text);
            var isExpected = PlainDay.TryParse(ref padded[0], text.Length, ref PlainDay.Table, out var expected);
            var isKnown = known.TryGet(ref padded[0], text.Length, out var dayNumber) || known.TryParse(ref padded[0], text.Length, ref PlainDay.Table, out dayNumber);
            Assert.Equal(isExpected, isKnown);
            if (isKnown) Assert.Equal(expected, dayNumber);
        }
    }

    [Property(Arbitrary = [typeof(PlainFieldsProperties)], MaxTest = 5000)]
    public void PlainAmount_WhatItReads_IsWhatTheTextMeans(string text)
    {
        foreach (var currency in (Currency[])[Currency.Jpy, Currency.Usd, new("KWD", 3), new("XXX", 6)])
        {
            var padded = Padded(text);
            if (!PlainAmount.TryParse(ref padded[0], text.Length, currency.Decimals, currency.MinorPerUnit, out var minor)) continue;
            Assert.Equal(AmountReading.Exact, new AmountText(currency, round: false).TryParse(Encoding.UTF8.GetBytes(text), out var expected));
            Assert.Equal(expected, minor);
        }
    }

    [Fact]
    public void PlainDay_EveryDayOfItsYears_IsRead()
    {
        for (var day = new DateOnly(1900, 1, 1); day.Year < 2156; day = day.AddDays(1))
        {
            foreach (var form in (string[])["yyyy-MM-dd", "yyyyMMdd"])
            {
                var text = day.ToString(form, CultureInfo.InvariantCulture);
                Assert.True(PlainDay.TryParse(ref Padded(text)[0], text.Length, ref PlainDay.Table, out var dayNumber), text);
                Assert.Equal(day.DayNumber, dayNumber);
            }
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12345678", 1234567800)]
    [InlineData("-1.50", -150)]
    [InlineData("99999999.99", 9999999999)]
    public void PlainAmount_OrdinaryAmounts_AreRead(string text, long expected)
    {
        Assert.True(PlainAmount.TryParse(ref Padded(text)[0], text.Length, 2, 100, out var minor));
        Assert.Equal(expected, minor);
    }

    private static string Pointed(int number, int point)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return point > 0 && point < text.Length ? text.Insert(text.Length - point, ".") : text;
    }

    /// <summary>The text, with other digits after it that must not be read.</summary>
    private static byte[] Padded(string text) => Encoding.UTF8.GetBytes(text + "7777777777777777");
}
