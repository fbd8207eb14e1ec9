using Mirai.Rules;

namespace Mirai.Cli.Input;

/// <summary>The levels of warnings as settings name them.</summary>
internal static class WarningLevels
{
    /// <summary>A level; <see langword="null"/> where none is set.</summary>
    public static WarningLevel? Read(ISettings settings, string name) =>
        settings.Choice(name, ("notice", WarningLevel.Notice), ("warning", WarningLevel.Warning), ("critical", WarningLevel.Critical));
}
