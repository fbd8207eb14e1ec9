using System.Text.RegularExpressions;
using Mirai.TestSupport;

namespace Mirai.Html.Tests;

/// <summary>What a reader does in a browser: keyboard, language, search.</summary>
/// <param name="browser">The browser.</param>
[Collection(BrowserTestGroup.Name)]
public sealed partial class PageControlTests(BrowserFixture browser)
{
    /// <summary>What is called the same in both languages: names of the data, ids, units.</summary>
    private static readonly string[] SameInBoth = ["LTV", "JPY", "(JPY)", "SHA-256", "RFM", "MBG/NBD"];

    [FactWithBrowser]
    public async Task Keyboard_Tab_ReachesEveryControl_AndShowsWhere()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        var page = opened.Page;
        var expected = await page.EvaluateAsync<int>(
            """
            () => {
              const controls = [...document.querySelectorAll('a[href], summary, input, [tabindex="0"]')]
                .filter(item => item.checkVisibility({ checkVisibilityCSS: true }) && (item.type !== 'radio' || item.checked));
              controls.forEach(item => { item.dataset.expected = ''; });
              return controls.length;
            }
            """);
        Assert.InRange(expected, 60, 400);
        var unmarked = new List<string>();
        for (var press = 0; press < expected; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var trouble = await page.EvaluateAsync<string?>(
                """
                () => {
                  const item = document.activeElement;
                  delete item.dataset.expected;
                  return getComputedStyle(item).outlineStyle === 'none' ? item.outerHTML.slice(0, 100) : null;
                }
                """);
            if (trouble is not null) unmarked.Add(trouble);
        }

        Assert.Equal([], unmarked);
        var missed = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-expected]')].map(item => item.outerHTML.slice(0, 100))");
        Assert.Equal([], missed);
    }

    [FactWithBrowser]
    public async Task Keyboard_Enter_OpensAndClosesAWarning()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        var second = opened.Page.Locator(".warning-list > details").Nth(1);
        await second.Locator("summary").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.True(await second.Locator(".message").IsVisibleAsync());
        await opened.Page.Keyboard.PressAsync("Space");
        Assert.False(await second.Locator(".message").IsVisibleAsync());
    }

    [FactWithBrowser]
    public async Task Keyboard_Arrow_SwitchesLanguage()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        await opened.Page.Locator("#language-en").FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal("ja", await opened.Page.EvaluateAsync<string>("() => document.documentElement.lang"));
        Assert.StartsWith("顧客診断", await opened.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [FactWithBrowser]
    public async Task Language_Switched_ChangesEveryVisibleWord()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        await opened.SeeAllAsync();
        var english = await WordsAsync(opened);
        await opened.ChooseAsync("language-ja");
        var japanese = await WordsAsync(opened);

        var values = SampleReports.Leaky.Customers.BySegment.SelectMany(segment => segment.Rows).Select(row => row.Value);
        var known = SameInBoth.Concat(values).Concat(SampleReports.Leaky.Settings.Rules.Select(text => text.Name)).Append(SampleReports.Leaky.Settings.RulesHash);
        Assert.True(english.Count > 500);
        Assert.DoesNotContain(english, text => Japanese().IsMatch(text));
        Assert.Equal([], english.Intersect(japanese, StringComparer.Ordinal).Where(text => Word().IsMatch(text)).Except(known, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [FactWithBrowser]
    public async Task Search_Warnings_KeepsThoseThatMatch()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        var page = opened.Page;
        var warnings = page.Locator(".warning-list > details:visible");
        var all = await warnings.CountAsync();
        Assert.Equal(SampleReports.Leaky.Rules.Warnings.Count, all);

        await page.FillAsync("#warning-filter input[type=search]", "retention falling");
        Assert.InRange(await warnings.CountAsync(), 1, all - 1);
        await page.FillAsync("#warning-filter input[type=search]", "顧客維持");
        Assert.InRange(await warnings.CountAsync(), 1, all);
        await page.FillAsync("#warning-filter input[type=search]", "nothing is called so");
        Assert.Equal(0, await warnings.CountAsync());
        Assert.True(await page.Locator("#no-warning").IsVisibleAsync());
        await page.FillAsync("#warning-filter input[type=search]", "");
        await page.UncheckAsync("#warning-filter input[value=notice]");
        Assert.Equal(SampleReports.Leaky.Rules.Warnings.Count(warning => warning.Severity > Rules.WarningLevel.Notice), await warnings.CountAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal([], opened.Troubles);
    }

    [FactWithBrowser]
    public async Task Search_Definitions_KeepsThoseThatMatch_InEitherLanguage()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        var page = opened.Page;
        var definitions = page.Locator(".definition:visible");
        Assert.Equal(SampleReports.Leaky.Definitions.Count, await definitions.CountAsync());

        await page.FillAsync("#definition-filter input[type=search]", "年商倍率");
        Assert.Equal(1, await definitions.CountAsync());
        await page.FillAsync("#definition-filter input[type=search]", "five-year multiple");
        Assert.InRange(await definitions.CountAsync(), 1, 3);
        await page.FillAsync("#definition-filter input[type=search]", "zzzz");
        Assert.True(await page.Locator("#no-definition").IsVisibleAsync());
    }

    [FactWithBrowser]
    public async Task Cause_Link_OpensItsWarning()
    {
        await using var opened = await browser.OpenAsync(SampleReports.PageOf(SampleReports.Leaky));
        var link = opened.Page.Locator("a.jump:visible").First;
        var target = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();

        Assert.True(await opened.Page.Locator($"{target} .message").IsVisibleAsync());
    }

    /// <summary>The texts that can be seen, of charts too; not those of code, of rule texts and of one language alone.</summary>
    private static async Task<HashSet<string>> WordsAsync(OpenedPage opened) => [.. await opened.Page.EvaluateAsync<string[]>(
        """
        () => {
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const place = walker.currentNode.parentElement;
            if (place.closest('script, code, pre, noscript, bdi, [lang=en-US], [lang=ja-JP]')) continue;
            if (place.checkVisibility()) texts.push(walker.currentNode.textContent.trim());
          }
          return texts.filter(text => text !== '');
        }
        """)];

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Japanese();
}
