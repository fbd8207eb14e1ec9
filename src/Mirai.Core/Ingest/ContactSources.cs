using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Contacts that come row by row: as objects, or from a database's reader.</summary>
internal static class ContactSources
{
    private const int RowsPerCheck = 1 << 12;
    private const int RowsPerReport = 1 << 16;

    public static bool TryLoad(
        IEnumerable<Contact> contacts, PurchaseLoadOptions options, [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = contacts as IReadOnlyCollection<Contact> ?? [.. contacts];
        var (hasCosts, hasChannels, hasCampaigns) = (false, false, false);
        var number = 0L;
        foreach (var row in rows)
        {
            if (++number % RowsPerCheck == 0) cancellationToken.ThrowIfCancellationRequested();
            if (row is null) throw new ArgumentException($"Contact {number} is null.", nameof(contacts));
            hasCosts |= row.Cost is not null;
            hasChannels |= !string.IsNullOrEmpty(row.Channel);
            hasCampaigns |= !string.IsNullOrEmpty(row.Campaign);
        }

        string[] dimensions = [.. hasChannels ? [ContactHistory.Channel] : (string[])[], .. hasCampaigns ? [ContactHistory.Campaign] : (string[])[]];
        using var intake = new ContactIntake(dimensions, hasCosts, options);
        var door = intake.Rows.CreateRowIntake(PurchaseColumnNames.Roles with { Amount = "cost" });
        foreach (var row in rows)
        {
            door.Begin(door.RowsRead + 1);
            door.Customer(row.Customer);
            door.Day(row.Day.DayNumber);
            if (row.Cost is { } cost) door.Amount(cost);
            if (hasChannels) door.DimensionText(0, row.Channel);
            if (hasCampaigns) door.DimensionText(dimensions.Length - 1, row.Campaign);
            door.End();
            if (door.MustStop) break;
            Advance(door.RowsRead, (double)door.RowsRead / rows.Count, progress, cancellationToken);
        }

        progress?.Report(new IngestProgress(door.RowsRead, 1));
        return intake.TryFinish(door.Issues, door.RowsRead, [], out load, out failure, cancellationToken);
    }

    public static bool TryLoad(
        DbDataReader reader, ColumnMap map, PurchaseLoadOptions options, [NotNullWhen(true)] out ContactLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        load = null;
        var headers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        if (!map.TryResolveContacts(headers, headers.Length, out var columns, out var error))
        {
            failure = new IngestFailure(error, Report: null);
            return false;
        }

        using var intake = new ContactIntake([.. columns.Dimensions.Select(dimension => dimension.Name)], columns.Cost is not null, options);
        var door = intake.Rows.CreateRowIntake(columns.ToNames(headers));
        while (!door.MustStop && reader.Read())
        {
            door.Begin(door.RowsRead + 1);
            door.CustomerValue(reader.GetValue(columns.Customer));
            door.DayValue(reader.GetValue(columns.Day));
            if (columns.Cost is { } cost) door.AmountValue(reader.GetValue(cost));
            for (var dimension = 0; dimension < columns.Dimensions.Count; dimension++)
                door.DimensionValue(dimension, reader.GetValue(columns.Dimensions[dimension].Column));
            door.End();
            Advance(door.RowsRead, null, progress, cancellationToken);
        }

        progress?.Report(new IngestProgress(door.RowsRead, 1));
        return intake.TryFinish(door.Issues, door.RowsRead, [ColumnRemarks.Recognised(columns.Describe(headers))], out load, out failure, cancellationToken);
    }

    private static void Advance(long rowsRead, double? fraction, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        if (rowsRead % RowsPerCheck == 0) cancellationToken.ThrowIfCancellationRequested();
        if (rowsRead % RowsPerReport == 0) progress?.Report(new IngestProgress(rowsRead, fraction));
    }
}
