namespace Mirai.Rules;

/// <summary>How grave a warning is.</summary>
public enum WarningLevel
{
    /// <summary>注意: worth knowing.</summary>
    Notice,

    /// <summary>警告: something is going wrong.</summary>
    Warning,

    /// <summary>危険: it is going wrong badly.</summary>
    Critical,
}
