using Deque.AxeCore.Playwright;
using Mirai.Model;
using Mirai.TestSupport;

namespace Mirai.Html.Tests;

/// <summary>What a reader sees in a browser: nothing breaks, everybody can read it.</summary>
/// <param name="browser">The browser.</param>
[Collection(BrowserTestGroup.Name)]
public sealed class PageViewTests(BrowserFixture browser)
{
    [TheoryWithBrowser]
    [InlineData("en", "light", 1280)]
    [InlineData("ja", "dark", 1280)]
    [InlineData("ja", "light", 360)]
    [InlineData("en", "dark", 360)]
    public async Task Page_InEveryView_HasNoTrouble_AndIsAccessible(string language, string theme, int width)
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Short), width);
        await opened.ChooseAsync("language-" + language);
        await opened.ChooseAsync("theme-" + theme);
        await opened.SeeAllAsync();

        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        Assert.Equal("", await ViolationsAsync(opened));
        Assert.Equal([], opened.Troubles);
    }

    [FactWithBrowser]
    public async Task Page_OnADarkDevice_IsDark_UntilTheReaderChoosesOtherwise()
    {
        const string Colour = "() => getComputedStyle(document.body).backgroundColor";
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky), isDark: true);
        var dark = await opened.Page.EvaluateAsync<string>(Colour);
        await opened.ChooseAsync("theme-light");
        var light = await opened.Page.EvaluateAsync<string>(Colour);
        await opened.ChooseAsync("theme-dark");

        Assert.NotEqual(dark, light, StringComparer.Ordinal);
        Assert.Equal(dark, await opened.Page.EvaluateAsync<string>(Colour));
    }

    [FactWithBrowser]
    public async Task Charts_UnderThePointer_SayWhatTheyShow()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        await opened.SeeAllAsync();
        foreach (var chart in await opened.Page.QuerySelectorAllAsync(".chart"))
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.HoverAsync();
        }

        await opened.Page.HoverAsync("#flow .chart");
        await opened.Page.WaitForFunctionAsync("() => document.querySelector('#flow .chart').textContent.includes('Reactivated: ')");
        Assert.Equal([], opened.Troubles);
    }

    [FactWithBrowser]
    public async Task Page_HostileTexts_AreShownAndDoNothing()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(HostileReports.Report), width: 360);
        await opened.SeeAllAsync();
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('*').forEach(item => item.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })))");
        var text = await opened.Page.EvaluateAsync<string>("() => document.body.textContent");

        Assert.Null(await opened.Page.EvaluateAsync<object?>("() => window.broken ?? null"));
        Assert.Equal(3, await opened.Page.Locator("script").CountAsync());
        Assert.Equal(0, await opened.Page.Locator("img, iframe, object, embed, link, style:not(head style)").CountAsync());
        Assert.All(HostileReports.Texts.Where(hostile => hostile.All(character => !char.IsControl(character) && !char.IsSurrogate(character))), hostile => Assert.Contains(hostile, text, StringComparison.Ordinal));
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        Assert.Equal([], opened.Troubles);
    }

    [FactWithBrowser]
    public async Task Page_TinyHistory_HasNoTrouble_AndIsAccessible()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Of(new Purchase("A", new DateOnly(2024, 2, 29), 100))), width: 360);
        await opened.SeeAllAsync();

        Assert.Equal("", await ViolationsAsync(opened));
        Assert.Equal([], opened.Troubles);
    }

    [FactWithBrowser]
    public async Task Page_WithoutScript_ShowsTextsAndTables_AndSwitchesLanguage()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky), hasScript: false);
        var page = opened.Page;

        Assert.True(await page.Locator(".scriptless").IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".chart:visible, .filter:visible").CountAsync());
        Assert.True(await page.Locator("#portfolio > .table table").First.IsVisibleAsync());
        await page.Locator("#flow details.data summary").First.ClickAsync();
        Assert.True(await page.Locator("#flow details.data table").First.IsVisibleAsync());
        await page.Locator("#language-ja").CheckAsync();
        Assert.Equal(0, await page.Locator("main [lang=en]:visible").CountAsync());
        Assert.True(await page.Locator("#h-warnings [lang=ja]").IsVisibleAsync());
    }

    [FactWithBrowser]
    public async Task Page_Printed_HasEverythingOpen_AndNoControls()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky), isDark: true);
        var page = opened.Page;
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.chart')].every(chart => chart.querySelector('svg'))");

        Assert.Equal(0, await page.Locator(".view:visible, .contents:visible, .filter:visible, details.data:visible, tr.older:visible").CountAsync());
        Assert.Equal(0, await page.Locator("main details:not(.data):not([open])").CountAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        var pages = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.True(pages.Length > 50_000);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.warning-list > details[open]').length === 1");
        Assert.Equal([], opened.Troubles);
    }

    private static async Task<string> ViolationsAsync(OpenedPage opened)
    {
        var result = await opened.Page.RunAxe();
        return string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}
