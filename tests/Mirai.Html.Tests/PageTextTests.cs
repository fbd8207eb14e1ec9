using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Html.Wording;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Html.Tests;

/// <summary>The page as text, without a browser.</summary>
public sealed partial class PageTextTests
{
    private const int MostBytes = 2_000_000;

    [Fact]
    public void Write_SameReport_SameBytes_WhateverTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = SampleReports.BytesOf(SampleReports.Leaky);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(first, SampleReports.BytesOf(SampleReports.Leaky));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_EitherLanguage_DiffersOnlyInWhatItOpensWith()
    {
        var (english, japanese) = (SampleReports.PageOf(SampleReports.Leaky), SampleReports.PageOf(SampleReports.Leaky, "ja"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ja\">", japanese, StringComparison.Ordinal);
        Assert.Contains("<title data-en=\"Customer diagnosis 2025-12-31: ", english, StringComparison.Ordinal);
        Assert.Contains("id=\"language-ja\" autocomplete=\"off\" checked>", japanese, StringComparison.Ordinal);
        Assert.Contains("id=\"language-en\" autocomplete=\"off\" checked>", english, StringComparison.Ordinal);
        Assert.True(Math.Abs(english.Length - japanese.Length) < 100);
    }

    [Fact]
    public void Write_ListedOverdueCustomers_ShowsThemHarmlessly()
    {
        const string Key = "<b>key\u202E&";
        var overdue = new OverdueCustomer(Key, new DateOnly(2025, 11, 3), 58, 21.25, new DateOnly(2025, 12, 1), 12, 345_678m);
        var leaky = SampleReports.Leaky;
        var page = SampleReports.PageOf(leaky with { Purchases = leaky.Purchases with { Overdue = leaky.Purchases.Overdue with { Listed = [overdue] } } });
        Assert.Contains("345,678", page, StringComparison.Ordinal);
        Assert.Contains("2025-12-01", page, StringComparison.Ordinal);
        Assert.Contains(DiagnosisWords.English.Of(OverdueColumn.OverdueSince), page, StringComparison.Ordinal);
        Assert.Contains(DiagnosisWords.Japanese.Of(OverdueColumn.OverdueSince), page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;key", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page, StringComparison.Ordinal);
        Assert.DoesNotContain(DiagnosisWords.Japanese.Of(OverdueColumn.OverdueSince), SampleReports.PageOf(leaky), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ActivePeriodOf90Days_NamesItAsTheCause()
    {
        var leaky = SampleReports.Leaky;
        var attribution = leaky.Customers.Attribution with { Terms = [new AttributionTerm(AttributionCause.Base, -7, -7)] };
        var page = SampleReports.PageOf(leaky with
        {
            Customers = leaky.Customers with { Attribution = attribution }, Settings = leaky.Settings with { ActivePeriod = Period.Days(90) },
        });
        Assert.Contains("the 90 days before: a smaller base to retain", page, StringComparison.Ordinal);
        Assert.Contains("前の90日間の喪失の影響", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the year before: a smaller base to retain", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UnknownLanguage_Fails() =>
        Assert.Throws<ArgumentException>(() => DiagnosisHtml.Write(SampleReports.Leaky, Stream.Null, new PageOptions { Language = "fr" }));

    [Fact]
    public void Write_Canceled_WritesNothing()
    {
        using var stream = new MemoryStream();
        Assert.Throws<OperationCanceledException>(() => DiagnosisHtml.Write(SampleReports.Leaky, stream, options: null, new CancellationToken(canceled: true)));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Write_Sample_StaysUnderTwoMegabytes_AndNamesNoOtherPlace()
    {
        var page = SampleReports.PageOf(SampleReports.Leaky);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, MostBytes);
        Assert.DoesNotContain("src=", Outside(page), StringComparison.Ordinal);
        Assert.All(Link().Matches(Outside(page)), link => Assert.StartsWith("#", link.Groups["to"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("style=\"", Outside(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryLink_LeadsToSomething()
    {
        var page = Outside(SampleReports.PageOf(SampleReports.Leaky));
        var ids = Id().Matches(page).Select(id => id.Groups["id"].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Link().Matches(page).Select(link => link.Groups["to"].Value[1..]).Except(ids, StringComparer.Ordinal));
        Assert.Empty(LabelledBy().Matches(page).Select(label => label.Groups["id"].Value).Except(ids, StringComparer.Ordinal));
    }

    [Fact]
    public void Write_Policy_AllowsExactlyItsOwnCode()
    {
        var page = SampleReports.PageOf(SampleReports.Leaky);
        var policy = Policy().Match(page).Groups["policy"].Value.Replace("&#39;", "'", StringComparison.Ordinal);

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var code = Code().Matches(page).Select(code => code.Groups["code"].Value).ToList();
        Assert.Equal(3, code.Count);
        Assert.All(code, text => Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", policy, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ShipsTheLicenceOfWhatItContains()
    {
        var page = SampleReports.PageOf(SampleReports.Leaky);

        Assert.Contains("Apache ECharts", page, StringComparison.Ordinal);
        Assert.Contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileTexts_AreEscapedEverywhere()
    {
        var page = Outside(SampleReports.PageOf(HostileReports.Report));

        string[] tags = ["<script>window", "<img", "<svg onload", "<b>", "onmouseover=\"", "onfocus='", "<!--", "]]>"];
        Assert.All(tags, tag => Assert.DoesNotContain(tag, page, StringComparison.Ordinal));
        Assert.DoesNotContain(page, character => character is '\0' or '\a' or '\u001B' or '\u007F');
        Assert.Contains("&lt;script&gt;window.broken = 1&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("NUL ␀ bell ␇ escape ␛ delete ␡", page, StringComparison.Ordinal);
        Assert.Contains("half a pair \uFFFD and \uFFFD", page, StringComparison.Ordinal);
        Assert.Contains("😀👩‍👩‍👧‍👦 日本語 العربية", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ChartsOfHostileReport_AreJsonWithoutMarkup()
    {
        var json = Charts().Match(SampleReports.PageOf(HostileReports.Report)).Groups["json"].Value;

        Assert.DoesNotContain(json, character => character is '<' or '>' or '&' or '\u2028' or '\u2029');
        using var charts = JsonDocument.Parse(json);
        Assert.All(charts.RootElement.EnumerateArray(), chart => Assert.Contains(chart.GetProperty("kind").GetString(), (string[])["series", "heat", "bubbles"], StringComparer.Ordinal));
    }

    [Fact]
    public void Write_OneCustomerOneDay_IsAPage()
    {
        var page = SampleReports.PageOf(SampleReports.Of(new Purchase("A", new DateOnly(2024, 2, 29), 100)));

        Assert.Contains("29 February 2024", page, StringComparison.Ordinal);
        Assert.Contains("Too little is known to say that all is well", page, StringComparison.Ordinal);
        Assert.Contains(EnglishSentences.All["contacts.none"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Outside(page), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OnlyReturns_IsAPage() =>
        Assert.Contains(EnglishSentences.All["quality.nopurchase"], SampleReports.PageOf(SampleReports.Of(new Purchase("A", new DateOnly(2024, 2, 29), -100))), StringComparison.Ordinal);

    [Fact]
    public void Write_GapOfAYear_SaysSo()
    {
        var rows = from day in Enumerable.Range(0, 900)
                   where day is < 300 or > 700
                   select new Purchase($"C{day % 50}", new DateOnly(2022, 1, 1).AddDays(day), 1000);
        Assert.Contains("Is something missing from the export?", SampleReports.PageOf(SampleReports.Of(rows)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutForecastAndContacts_SaysSo()
    {
        var page = SampleReports.PageOf(SampleReports.Leaky with { Forecast = null, Contacts = null });

        Assert.Contains(EnglishSentences.All["forecast.none"], page, StringComparison.Ordinal);
        Assert.Contains(JapaneseSentences.All["contacts.none"], page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_OfBothLanguages_AreTheSame_WithTheSamePlaces()
    {
        Assert.Equal(EnglishSentences.All.Keys.Order(StringComparer.Ordinal), JapaneseSentences.All.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(EnglishSentences.All, sentence => Assert.Equal(Places(sentence.Value), Places(JapaneseSentences.All[sentence.Key]), StringComparer.Ordinal));

        static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Element_NameThatIsNone_Fails()
    {
        Assert.Throws<ArgumentException>(() => Tag.Of("a onload"));
        Assert.Throws<ArgumentException>(() => Tag.Of("a").Attribute("x=\"", ""));
        Assert.Throws<ArgumentException>(() => Tag.Of("a").Id("x").Id("y"));
        Assert.Throws<ArgumentException>(() => new HtmlCode("x</SCRIPT>"));
    }

    /// <summary>The page without its style, scripts and notices.</summary>
    private static string Outside(string page) => Notices().Replace(Code().Replace(page, ""), "");

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();

    [GeneratedRegex(" aria-labelledby=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LabelledBy();

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Policy();

    [GeneratedRegex("<(?<tag>style|script)>(?<code>.*?)</\\k<tag>>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();

    [GeneratedRegex("<pre tabindex=\"0\" lang=\"en-US\">.*?</pre>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Notices();

    [GeneratedRegex("id=\"charts\">(?<json>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Charts();

    [GeneratedRegex("\\{[0-9]\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();
}
