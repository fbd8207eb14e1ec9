using System.Text;
using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleIdentityTests
{
    private static readonly IReadOnlyList<SampleIdentity> Records =
        SampleCompany.Create(new SampleOptions { CustomerCount = 5_000, Years = 4, Seed = 3 }).Identities;

    [Fact]
    public void FirstRecords_AreUnrealAndDistinct()
    {
        var first = Records.DistinctBy(record => record.Person).ToList();

        Assert.All(first, record =>
        {
            Assert.Equal("0N0-0NNN-NNNN", Pattern(record.Phone));
            Assert.StartsWith("000-", record.PostalCode, StringComparison.Ordinal);
            Assert.True(record.Email.Length == 0 || record.Email.EndsWith("@example.jp", StringComparison.Ordinal));
        });
        Assert.Distinct(first.Select(record => record.Phone), StringComparer.Ordinal);
        Assert.Distinct(first.Select(record => record.Email).Where(email => email.Length > 0), StringComparer.Ordinal);
    }

    [Fact]
    public void SecondRecords_DifferInWriting_ButShareOneClue()
    {
        var pairs = Records.GroupBy(record => record.Person).Where(records => records.Count() > 1).Select(records => records.ToList()).ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair =>
        {
            Assert.Equal(2, pair.Count);
            Assert.True(SameEmail(pair) || SamePhone(pair) || SameAddress(pair), $"{pair[0]} / {pair[1]}");
        });
        Assert.Contains(pairs, SameEmail);
        Assert.Contains(pairs, pair => SamePhone(pair) && !SameEmail(pair) && !SameAddress(pair));
        Assert.Contains(pairs, pair => SameAddress(pair) && !SameEmail(pair) && !SamePhone(pair));
        Assert.True(pairs.Count(pair => !string.Equals(pair[0].Name, pair[1].Name, StringComparison.Ordinal)) > pairs.Count / 2);
    }

    private static bool SameEmail(List<SampleIdentity> pair) =>
        pair[0].Email.Length > 0 && string.Equals(pair[0].Email, pair[1].Email, StringComparison.OrdinalIgnoreCase);

    private static bool SamePhone(List<SampleIdentity> pair) =>
        Same(Digits(pair[0].Phone).TrimStart('0'), Digits(pair[1].Phone.Replace("+81", "", StringComparison.Ordinal)).TrimStart('0'));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static bool SameAddress(List<SampleIdentity> pair) =>
        Same(Kana(pair[0].Kana), Kana(pair[1].Kana))
        && Same(Digits(pair[0].PostalCode), Digits(pair[1].PostalCode))
        && Numbers(pair[0].Address).SequenceEqual(Numbers(pair[1].Address), StringComparer.Ordinal);

    private static string Pattern(string phone) =>
        string.Concat(phone.Select((c, i) => c == '-' || i is 0 or 2 or 4 ? c : char.IsAsciiDigit(c) ? 'N' : '?'));

    private static string Digits(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));

    private static string Kana(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKC).Where(c => c != ' ').Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : c));

    private static string[] Numbers(string address)
    {
        const string Kanji = "〇一二三四五六七八九";
        var digits = string.Concat(address.Normalize(NormalizationForm.FormKC)
            .Select(c => Kanji.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? (char)('0' + i) : c));
        var runs = string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? c : ' '));
        return runs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
