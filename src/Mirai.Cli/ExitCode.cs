namespace Mirai.Cli;

/// <summary>What the tool tells the program that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and something is not as it should be: a warning of the level asked for, a failed test of rules, a file that is not formatted.</summary>
    public const int NotSo = 1;

    /// <summary>Wrong usage or input.</summary>
    public const int WrongInput = 2;

    /// <summary>Anything else: stopped, a full disk, a fault of the tool's own.</summary>
    public const int Failed = 3;
}

/// <summary>The caller asked for something that cannot be, or the input cannot be used: a message, and exit code 2.</summary>
internal sealed class WrongInputException(string message) : Exception(message);

/// <summary>The output does not take what is written: a message, and exit code 3.</summary>
internal sealed class OutputException(string message, Exception inner) : Exception(message, inner);
