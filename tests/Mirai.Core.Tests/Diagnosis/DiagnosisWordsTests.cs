using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Core.Tests.Diagnosis;

public class DiagnosisWordsTests
{
    [Theory]
    [InlineData("1y", "the year before: a smaller base to retain", "前年の喪失の影響(維持すべき顧客の減少)")]
    [InlineData("90d", "the 90 days before: a smaller base to retain", "前の90日間の喪失の影響(維持すべき顧客の減少)")]
    [InlineData("6m", "the 6 months before: a smaller base to retain", "前の6か月間の喪失の影響(維持すべき顧客の減少)")]
    [InlineData("2y", "the 2 years before: a smaller base to retain", "前の2年間の喪失の影響(維持すべき顧客の減少)")]
    public void Cause_OfTheBase_NamesTheActivePeriod(string period, string english, string japanese)
    {
        var activePeriod = Period.Parse(period);
        Assert.Equal(english, DiagnosisWords.English.Of(AttributionCause.Base, activePeriod), StringComparer.Ordinal);
        Assert.Equal(japanese, DiagnosisWords.Japanese.Of(AttributionCause.Base, activePeriod), StringComparer.Ordinal);
    }

    [Fact]
    public void Causes_OfAShortPeriod_NameNoYear()
    {
        foreach (var cause in Enum.GetValues<AttributionCause>())
        {
            Assert.DoesNotContain("year", DiagnosisWords.English.Of(cause, Period.Days(90)), StringComparison.Ordinal);
            Assert.DoesNotContain("年", DiagnosisWords.Japanese.Of(cause, Period.Days(90)), StringComparison.Ordinal);
        }
    }
}
