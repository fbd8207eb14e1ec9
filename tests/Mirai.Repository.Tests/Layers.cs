namespace Mirai.Repository.Tests;

/// <summary>The stages of Mirai.Core, in the order in which purchases flow through them, and which stage may use which.</summary>
internal static class Layers
{
    /// <summary>The folder of the front door, which may use everything: the project's own root.</summary>
    public const string FrontDoor = "";

    private static readonly string[] Everything =
        ["Model", "History", "Ingest", "Identity", "Segments", "Measures", "Lifetime", "Projection", "Rules", "Diagnosis", "Samples"];

    /// <summary>By folder, the folders that it may use besides itself.</summary>
    public static OrderedDictionary<string, string[]> Allowed { get; } = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["History"] = ["Model"],
        ["Ingest"] = ["Model", "History"],
        ["Identity"] = ["Model", "Ingest"],
        ["Segments"] = ["Model", "History"],
        ["Measures"] = ["Model", "History", "Segments"],
        ["Lifetime"] = ["Model", "History", "Segments", "Measures"],
        ["Projection"] = ["Model", "History", "Measures", "Lifetime"],
        ["Rules"] = ["Model", "Measures"],
        ["Diagnosis"] = ["Model", "History", "Ingest", "Identity", "Segments", "Measures", "Lifetime", "Projection", "Rules"],
        ["Samples"] = ["Model"],
        [FrontDoor] = Everything,
    };

    /// <summary>The stage of a namespace of Mirai.Core; <see langword="null"/> for a namespace outside it.</summary>
    public static string? Of(string space)
    {
        if (string.Equals(space, "Mirai", StringComparison.Ordinal)) return FrontDoor;
        return space.StartsWith("Mirai.", StringComparison.Ordinal) ? space.Split('.')[1] : null;
    }

    /// <summary>Whether code of one stage may use code of another; false for a stage that the table does not know.</summary>
    public static bool Allows(string from, string to) => string.Equals(from, to, StringComparison.Ordinal)
        || (Allowed.TryGetValue(from, out var targets) && targets.Contains(to, StringComparer.Ordinal));
}
