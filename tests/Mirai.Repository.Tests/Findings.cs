namespace Mirai.Repository.Tests;

/// <summary>What a rule found in the repository.</summary>
internal static class Findings
{
    /// <summary>Fails with the rule and every place that breaks it, a line each.</summary>
    public static void None(string rule, IEnumerable<string> places)
    {
        var list = places.ToArray();
        if (list.Length > 0) Assert.Fail($"{rule}\n{string.Join('\n', list)}");
    }
}
