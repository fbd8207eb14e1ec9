using Xunit;

namespace Mirai.TestSupport;

/// <summary>A fact about real data: skipped, with the reason, where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithTestDataAttribute : FactAttribute
{
    /// <summary>A fact that needs the folder and, where given, these files of it.</summary>
    public FactWithTestDataAttribute(params string[] files) => Skip = TestDataFolder.WhyMissing(files);
}

/// <summary>A theory about real data: skipped, with the reason, where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithTestDataAttribute : TheoryAttribute
{
    /// <summary>A theory that needs the folder and, where given, these files of it.</summary>
    public TheoryWithTestDataAttribute(params string[] files) => Skip = TestDataFolder.WhyMissing(files);
}
