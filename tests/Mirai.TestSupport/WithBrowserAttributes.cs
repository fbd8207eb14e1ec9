using Xunit;

namespace Mirai.TestSupport;

/// <summary>A fact about a page in a browser: skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithBrowserAttribute : FactAttribute
{
    /// <summary>A fact that needs Chromium.</summary>
    public FactWithBrowserAttribute() => Skip = ExternalProgram.Chromium.WhyMissing;
}

/// <summary>A theory about a page in a browser: skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithBrowserAttribute : TheoryAttribute
{
    /// <summary>A theory that needs Chromium.</summary>
    public TheoryWithBrowserAttribute() => Skip = ExternalProgram.Chromium.WhyMissing;
}
