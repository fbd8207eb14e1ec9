namespace Mirai.Cli.Tests;

/// <summary>A fact about signals, pipes, devices and shells as Unix has them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnUnixAttribute : FactAttribute
{
    /// <summary>Why it is skipped elsewhere.</summary>
    public const string Reason = "Windows has no bash, no /dev/full and no SIGINT.";

    public FactOnUnixAttribute() => Skip = OperatingSystem.IsWindows() ? Reason : null;
}

/// <summary>A theory about them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryOnUnixAttribute : TheoryAttribute
{
    public TheoryOnUnixAttribute() => Skip = OperatingSystem.IsWindows() ? FactOnUnixAttribute.Reason : null;
}
