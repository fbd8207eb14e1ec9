using Mirai.Diagnosis;
using Mirai.Measures;

namespace Mirai.Sqlite;

/// <summary>A measure over the stored days; days that are not stored are not in it.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Points">The days in order, each with its figure.</param>
public sealed record StoredSeries(Measure Measure, IReadOnlyList<StoredPoint> Points);

/// <summary>A figure of a stored day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The figure; missing where the day was diagnosed without it.</param>
public readonly record struct StoredPoint(DateOnly Day, FigureValue Value);
