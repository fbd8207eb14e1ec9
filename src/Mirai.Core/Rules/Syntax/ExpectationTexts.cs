namespace Mirai.Rules.Syntax;

/// <summary>The texts of what would have fitted at a place.</summary>
internal static class ExpectationTexts
{
    private const int Most = 6;

    /// <summary>The keys of what a set holds, as one text that lists them.</summary>
    public static DiagnosticText Of(Expectations expected)
    {
        var each = Enum.GetValues<Expectations>().Where(one => one != Expectations.None && expected.HasFlag(one)).ToList();
        if (each.Count == 0) each.Add(Expectations.End);
        return new DiagnosticText("list", [.. each.Take(Most).Select(one => (object)new DiagnosticText($"expected.{one}"))]);
    }
}
