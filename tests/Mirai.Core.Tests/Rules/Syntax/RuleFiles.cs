using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

/// <summary>The rule texts of the <c>Cases</c> folder.</summary>
internal static class RuleFiles
{
    /// <summary>Eleven rules, their tests, and an integrator's changes to them.</summary>
    public static string Examples { get; } = Read("examples.cases");

    /// <summary>A file of <c>Cases/Rules</c>.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "Rules", name));

    /// <summary>A text under the name that messages show.</summary>
    public static RuleSource Source(string text) => new("rules.mirai", text);
}
