namespace Mirai.TestSupport;

/// <summary>
/// The folder of real data sets, which the repository does not redistribute; the environment variable <c>MIRAI_TEST_DATA</c> names
/// it.
/// </summary>
public static class TestDataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "MIRAI_TEST_DATA";

    /// <summary>The full path of a file of the folder, such as <c>cdnow/CDNOW_master.txt</c>.</summary>
    /// <exception cref="FileNotFoundException">
    /// There is no folder, or no such file in it; the message is the reason for skipping.
    /// </exception>
    public static string PathOf(string relativePath) =>
        WhyMissing(relativePath) is { } reason
            ? throw new FileNotFoundException(reason, relativePath)
            : Path.GetFullPath(relativePath, Environment.GetEnvironmentVariable(Variable)!);

    /// <summary>Why tests that need these files cannot run; <see langword="null"/> where all of them are there.</summary>
    public static string? WhyMissing(params string[] relativePaths)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(folder)) return $"The environment variable {Variable} does not name a folder of real data sets.";
        if (!Directory.Exists(folder)) return $"{Variable} names `{folder}`, which is not a folder.";
        folder = Path.GetFullPath(folder);
        var missing = relativePaths.FirstOrDefault(path => !File.Exists(Path.Combine(folder, path)));
        return missing is null ? null : $"`{folder}`, named by {Variable}, has no file `{missing}`.";
    }
}
