using Mirai.Diagnosis;
using Mirai.Model;
using Mirai.Rules.Binding;
using Mirai.Rules.Evaluation;
using ValueType = Mirai.Rules.Binding.ValueType;

namespace Mirai.Core.Tests.Diagnosis;

public class CurrencyMarkTests
{
    [Theory]
    [InlineData("JPY", 1234, "¥1,234", "1,234円")]
    [InlineData("JPY", -1234, "-¥1,234", "-1,234円")]
    [InlineData("USD", 1234.5, "$1,234.50", "1,234.50ドル")]
    [InlineData("GBP", 0.25, "£0.25", "0.25ポンド")]
    [InlineData("EUR", -2, "-€2.00", "-2.00ユーロ")]
    [InlineData("KWD", 5, "KWD 5.000", "5.000 KWD")]
    public void Money_InFiguresAndInRuleMessages_IsWrittenAlike(string code, double amount, string english, string japanese)
    {
        Assert.True(Currency.TryParse(code, out var currency));
        foreach (var (words, expected) in new[] { (DiagnosisWords.English, english), (DiagnosisWords.Japanese, japanese) })
        {
            Assert.Equal(expected, new FigureFormat(words, currency).Money((decimal)amount), StringComparer.Ordinal);
            Assert.Equal(expected, new FigureText(words.Language).Of(amount, new ValueType(ValueKind.Quantity, code), "", []), StringComparer.Ordinal);
        }
    }
}
