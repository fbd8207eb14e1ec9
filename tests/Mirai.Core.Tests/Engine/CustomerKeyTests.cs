using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.History;

namespace Mirai.Core.Tests.Engine;

/// <summary>A customer's key comes back as it was given, and finds the customer again.</summary>
public sealed class CustomerKeyTests
{
    private static readonly string[] Keys =
    [
        "0", "00", "007", "07", "7", "70", "700", "999999999999999999", "1000000000000000000", "9223372036854775807", "-7", "+7", "7.0",
        "a", "A", "aa", "aaa", "aaaa", "aaaaa", "aaaaaa", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa",
        "1234567", "12345678", "123456789", "123456789012345", "1234567890123456", "12345678901234567", "123456789012345678",
        "0123456", "01234567", "012345678", "012345678901234", "0123456789012345", "01234567890123456", "012345678901234567",
        "1234567x", "x1234567", "aaaaaaaä", "aaaaaaä", "äaaaaaa", "ääää", "é", "ÿÿÿÿ", "顧", "顧客", "顧客番号", "お客様", "お客様番号", "あああああ",
        "😀", "😀😀", "😀😀😀", "😀😀😀😀", "a b", " ", "a\tb", "a,b", "\"", "a\0", "a\0\0", "\0", "aaaaaaa\0", "aaaaaaaaaaaaaa\0", "C-0001", "C-00010",
        "0123456789012345678901234567890123456789", "0123456789012345678901234567890123456788", "customer@example.com", "customer@example.com.au",
        "550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440001",
    ];

    [Fact]
    public void CustomerKey_EveryKindOfKey_ComesBackAndIsFound()
    {
        using var history = EngineFeed.Build(Keys.Select((key, i) => (key, new DateOnly(2024, 1, 1).AddDays(i), (long)i)));
        Assert.Equal(Keys.Length, history.CustomerCount);
        for (var i = 0; i < Keys.Length; i++)
        {
            var customer = history.FindCustomer(Keys[i]);
            Assert.Equal(Keys[i], history.CustomerKey(customer));
            Assert.Equal(new PurchaseEntry(new DateOnly(2024, 1, 1).AddDays(i), i, 0), Assert.Single(history.PurchasesOf(customer)));
        }
    }

    /// <summary>Long keys wait for each other before they are kept; those of several thousand bytes do not fit among them.</summary>
    [Fact]
    public void CustomerKey_LongAndVeryLongTexts_ComeBack()
    {
        string[] keys = [.. Enumerable.Range(0, 300).Select(i => new string((char)('a' + (i % 26)), 16 + (i * i % 5_000)) + i.ToString(CultureInfo.InvariantCulture))];
        var rows = keys.Concat(keys.Reverse()).Select((key, i) => (key, new DateOnly(2024, 1, 1).AddDays(i), (long)i));
        using var history = EngineFeed.Build(rows);
        Assert.Equal(keys.Length, history.CustomerCount);
        foreach (var key in keys)
        {
            var customer = history.FindCustomer(key);
            Assert.Equal(key, history.CustomerKey(customer));
            Assert.Equal(2, history.PurchasesOf(customer).Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaa")]
    [InlineData("8")]
    [InlineData("0000")]
    [InlineData("顧客番")]
    [InlineData("550e8400-e29b-41d4-a716-446655440002")]
    public void FindCustomer_UnknownKey_IsMinusOne(string key)
    {
        using var history = EngineFeed.Build(Keys.Select(known => (known, new DateOnly(2024, 1, 1), 1L)));
        Assert.Equal(-1, history.FindCustomer(key));
        using var shortKeys = EngineFeed.Build([("a", new DateOnly(2024, 1, 1), 1L)]);
        Assert.Equal(-1, shortKeys.FindCustomer(key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-7)]
    [InlineData(999_999_999_999_999_999)]
    [InlineData(1_000_000_000_000_000_000)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Add_Number_IsTheCustomerOfItsDecimalText(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var writer = builder.CreateWriter();
        writer.Add(number, 700_000, 1);
        writer.Add(Encoding.UTF8.GetBytes(text), 700_001, 3_000_000_000);
        using var history = builder.Build(new HistoryBuildOptions());
        Assert.Equal(1, history.CustomerCount);
        Assert.Equal(text, history.CustomerKey(0));
        Assert.Equal(2, history.PurchasesOf(0).Count);
    }

    [Property(MaxTest = 300)]
    public void CustomerKey_RandomTexts_ComeBackInAnOrderOfTheirOwn(NonEmptyArray<NonEmptyString> texts, int seed)
    {
        string[] keys = [.. texts.Get.Select(text => text.Get).Where(IsUnicode).Distinct(StringComparer.Ordinal)];
        if (keys.Length == 0) return;
        using var history = EngineFeed.Build(keys.Select((key, i) => (key, new DateOnly(2024, 1, 1), (long)i)));
        new Random(seed).Shuffle(keys);
        using var shuffled = EngineFeed.Build(keys.Select((key, i) => (key, new DateOnly(2024, 1, 1), (long)i)));
        for (var customer = 0; customer < keys.Length; customer++)
        {
            Assert.Equal(history.CustomerKey(customer), shuffled.CustomerKey(customer));
            Assert.Equal(customer, history.FindCustomer(history.CustomerKey(customer)));
        }

        Assert.Equal(
            string.Join('\n', keys.Order(StringComparer.Ordinal)),
            string.Join('\n', Enumerable.Range(0, keys.Length).Select(history.CustomerKey).Order(StringComparer.Ordinal)));
    }

    [Property(MaxTest = 200)]
    public Property CustomerKey_DigitsOfEveryLength_ComeBack() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 9)).Where(digits => digits.Length > 0).ToArbitrary(),
        digits =>
        {
            var key = string.Concat(digits);
            using var history = EngineFeed.Build([(key, new DateOnly(2024, 1, 1), 1L), (key + "1", new DateOnly(2024, 1, 1), 1L)]);
            Assert.Equal(2, history.CustomerCount);
            Assert.Equal(key, history.CustomerKey(history.FindCustomer(key)));
        });

    [Fact]
    public void Add_EmptyKey_IsTheCallersBug()
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout());
        var writer = builder.CreateWriter();
        Assert.Throws<ArgumentException>(() => writer.Add([], 700_000, 1));
        Assert.Throws<ArgumentException>(() => writer.Add([], 700_000, 3_000_000_000));
    }

    /// <summary>A lone surrogate has no UTF-8 form, so no source can give such a key.</summary>
    private static bool IsUnicode(string text) => string.Equals(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
}
