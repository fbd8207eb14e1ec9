using Microsoft.Playwright;
using Mirai.TestSupport;

namespace Mirai.Html.Tests;

/// <summary>One browser for all tests; none where there is none, and then no test asks for it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (ExternalProgram.Chromium.WhyMissing is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ExternalProgram.Chromium.Path, Args = ["--no-sandbox"] });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page as a reader would who has no network.</summary>
    /// <param name="html">The page.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    /// <param name="isDark">Whether the device is set to dark colours.</param>
    internal async Task<OpenedPage> OpenAsync(string html, int width = 1280, bool hasScript = true, bool isDark = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = hasScript, ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var opened = new OpenedPage(context, await context.NewPageAsync());
        await opened.LoadAsync(html);
        return opened;
    }
}

/// <summary>A page in a window of its own, and what it did there.</summary>
/// <param name="context">The window.</param>
/// <param name="page">The page.</param>
internal sealed class OpenedPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Address = "http://page.invalid/";

    private readonly List<string> _troubles = [];

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Errors and warnings of the console, exceptions, breaches of the policy, and requests for anything but the page: there should be none.</summary>
    public IReadOnlyList<string> Troubles => _troubles;

    /// <summary>Gives the browser the page; whatever else it asks for is refused and noted.</summary>
    public async Task LoadAsync(string html)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _troubles.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _troubles.Add($"exception: {error}");
        await page.RouteAsync("**/*", async route =>
        {
            if (string.Equals(route.Request.Url, Address, StringComparison.Ordinal))
            {
                await route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" });
                return;
            }

            _troubles.Add($"request: {route.Request.Url}");
            await route.AbortAsync();
        });
        await page.GotoAsync(Address);
    }

    /// <summary>Chooses a language or colours as a reader does.</summary>
    public Task ChooseAsync(string control) => page.CheckAsync("#" + control);

    /// <summary>Opens everything that opens, and goes through the page so that every chart is drawn.</summary>
    public async Task SeeAllAsync()
    {
        await page.EvaluateAsync(
            """
            async () => {
              document.querySelectorAll('details').forEach(item => { item.open = true; });
              for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {
                scrollTo({ top: y, behavior: 'instant' });
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              }
              scrollTo({ top: 0, behavior: 'instant' });
            }
            """);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.chart')].every(chart => chart.querySelector('svg'))");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTestGroup : ICollectionFixture<BrowserFixture>
{
    /// <summary>Its name.</summary>
    public const string Name = "browser";
}
