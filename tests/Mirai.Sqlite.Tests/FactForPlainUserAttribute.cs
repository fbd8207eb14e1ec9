namespace Mirai.Sqlite.Tests;

/// <summary>A test of permissions, which do not hold for the superuser and are others on Windows.</summary>
public sealed class FactForPlainUserAttribute : FactAttribute
{
    public FactForPlainUserAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Permissions of Unix are needed.";
        else if (Environment.IsPrivilegedProcess) Skip = "The superuser may write everywhere: run it as another user.";
    }
}
