using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Mirai.Ingest;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Ingest;

public sealed class AmountTextTests
{
    [Theory, Cases("amount-text.cases")]
    public void TryParse_EveryCase_MatchesItsLine(string left, string expected)
    {
        var parts = left.Split('|', 2, StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ');
        Assert.True(Currency.TryParse(words[0], out var currency));
        var amountText = new AmountText(currency, round: words.Length > 1);

        Assert.Equal(Normal(expected), Read(amountText, parts[1]));
        Assert.Equal(Normal(expected), Read(amountText, $" \t{parts[1]}\u3000"));
    }

    [Property]
    public void TryParse_AnyMinorUnitsWrittenOut_AreReadBack(long minor, byte currencyIndex, bool grouped)
    {
        if (minor == long.MinValue) minor++;
        var currency = new[] { Currency.Jpy, Currency.Usd, new Currency("KWD", 3), new Currency("XXX", 6) }[currencyIndex % 4];
        var text = currency.ToAmount(minor).ToString((grouped ? "N" : "F") + currency.Decimals, CultureInfo.InvariantCulture);

        Assert.Equal(AmountReading.Exact, new AmountText(currency, round: false).TryParse(text, out var read));
        Assert.Equal(minor, read);
    }

    [Property]
    public void TryParse_AnyDecimal_AgreesWithTheCurrency(int whole, uint fraction, byte digits, bool round)
    {
        var scale = digits % 10;
        var amount = whole + ((decimal)fraction % (decimal)Math.Pow(10, scale) / (decimal)Math.Pow(10, scale));
        var expected = Currency.Usd.TryToMinor(amount, round, out var expectedMinor);

        var reading = new AmountText(Currency.Usd, round).TryParse(amount.ToString(CultureInfo.InvariantCulture), out var minor);

        Assert.Equal(expected.ToString(), reading.ToString());
        Assert.Equal(expectedMinor, minor);
    }

    [Property]
    public void TryParse_AnyBytes_NeverThrows(byte[] bytes)
    {
        var reading = new AmountText(Currency.Usd, round: true).TryParse(bytes, out var minor);
        Assert.True(reading <= AmountReading.Rounded || minor == 0);
    }

    [Fact]
    public void TryParse_LongOrBrokenText_IsUnreadable()
    {
        var amountText = new AmountText(Currency.Jpy, round: false);
        Assert.Equal(AmountReading.Unreadable, amountText.TryParse(new string('1', 10_000), out _));
        Assert.Equal(AmountReading.Unreadable, amountText.TryParse("12\udc00", out _));
        Assert.Equal(AmountReading.Unreadable, amountText.TryParse([0x31, 0xFF], out _));
        Assert.Equal(AmountReading.Empty, amountText.TryParse((string?)null, out _));
    }

    [Fact]
    public void TryParse_PlainForms_DoNotAllocate()
    {
        var amountText = new AmountText(Currency.Usd, round: false);
        Assert.True(ReadThree(amountText));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Assert.True(ReadThree(amountText));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Constructor_CurrencyNotSet_IsRefused() => Assert.Throws<ArgumentException>(() => new AmountText(default, round: false));

    private static bool ReadThree(AmountText amountText) => amountText.TryParse("1234.50"u8, out _) == AmountReading.Exact
        && amountText.TryParse("-12"u8, out _) == AmountReading.Exact && amountText.TryParse("$1,234.50"u8, out _) == AmountReading.Exact;

    private static string Read(AmountText amountText, string text)
    {
        var reading = amountText.TryParse(Encoding.UTF8.GetBytes(text), out var minor);
        Assert.True(reading <= AmountReading.Rounded || minor == 0);
        return reading > AmountReading.Rounded
            ? reading.ToString()
            : Normal(amountText.Currency.ToAmount(minor).ToString(CultureInfo.InvariantCulture) + (reading == AmountReading.Rounded ? " rounded" : ""));
    }

    /// <summary>12.50 and 12.5 are the same amount.</summary>
    private static string Normal(string text)
    {
        var words = text.Split(' ');
        if (decimal.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            words[0] = amount.ToString("0.######", CultureInfo.InvariantCulture);
        return string.Join(' ', words);
    }
}
