namespace Mirai.Sqlite;

/// <summary>What to keep of a run beside its diagnosis. Nothing here has a say in the figures.</summary>
/// <param name="ToolVersion">The version of the program that saves; <see langword="null"/> where it should not be kept.</param>
/// <param name="WrittenAt">When; <see langword="null"/> where it should not be kept. Without it the same diagnosis always leaves the same content.</param>
public sealed record RunInfo(string? ToolVersion = null, DateTimeOffset? WrittenAt = null);
