using System.Text;
using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Takes records of one file to the door of the intake, whatever cut them up.</summary>
internal sealed class RowAcceptor(PurchaseRowIntake door, ColumnPlan plan, CsvSource source)
{
    /// <summary>Where rows go.</summary>
    public PurchaseRowIntake Door { get; } = door;

    /// <summary>Where the columns are.</summary>
    public ColumnPlan Plan { get; } = plan;

    /// <summary>The delimiter of the text.</summary>
    public byte Delimiter { get; } = source.Delimiter;

    /// <summary>Whether the input ended in the middle of a record.</summary>
    public bool SawCutOff { get; private set; }

    /// <summary>Takes a record with the right number of fields.</summary>
    public void Accept<TFields>(scoped in TFields fields, long lineNumber)
        where TFields : struct, IRowFields, allows ref struct
    {
        var columns = Plan.Columns;
        Door.Begin(lineNumber);
        var customer = fields[columns.Customer];
        if (IsText(customer, Plan.Columns.Names.Customer)) Door.Customer(customer);
        Door.Day(fields[columns.Day]);
        if (columns.Amount is { } amount) Door.Amount(fields[amount]);
        if (columns.Discount is { } discount) Door.Discount(fields[discount]);
        if (columns.Order is { } order)
        {
            var text = fields[order];
            if (IsText(text, Plan.Columns.Names.Order)) Door.Order(text);
        }

        for (var dimension = 0; dimension < Plan.DimensionColumns.Length; dimension++)
        {
            var text = fields[Plan.DimensionColumns[dimension]];
            if (IsText(text, columns.Dimensions[dimension].Name)) Door.Dimension(dimension, text);
        }

        Door.End();
    }

    /// <summary>Takes the record with which the input ends without a line break.</summary>
    /// <returns>Whether the record was bad, because the input ends in the middle of it.</returns>
    public bool RejectIfCutOff(int fieldCount, ReadOnlySpan<byte> raw, long lineNumber)
    {
        if (source.Damage is null && fieldCount >= Plan.FieldCount) return false;
        var what = source.Damage is { } damage ? CsvRemarks.RestOfLine(damage) : CsvRemarks.FieldsBefore(Plan.FieldCount, CsvRemarks.UntilTheEnd);
        Reject(IngestIssueKind.CutOff, raw, what, lineNumber);
        SawCutOff = true;
        return true;
    }

    /// <summary>Rejects a record with too few or too many fields.</summary>
    public void RejectFieldCount(int fieldCount, ReadOnlySpan<byte> raw, long lineNumber) =>
        Reject(IngestIssueKind.WrongFieldCount, raw, CsvRemarks.Fields(Plan.FieldCount, fieldCount), lineNumber);

    /// <summary>Rejects a line with a broken quote.</summary>
    public void RejectQuote(ReadOnlySpan<byte> line, long lineNumber) =>
        Reject(IngestIssueKind.BrokenQuote, line.TrimEnd("\r\n"u8), CsvRemarks.ClosingQuote, lineNumber);

    /// <summary>Reports that compressed data ended where a line happened to end too.</summary>
    public void RejectMissingRest(IngestRemark damage, long lineNumber) =>
        Reject(IngestIssueKind.CutOff, [], CsvRemarks.MoreLines(damage), lineNumber);

    /// <summary>The beginning of a text, as a person can see it.</summary>
    public static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 400 ? text[..400] : text).Replace('\0', '␀');

    private void Reject(IngestIssueKind kind, ReadOnlySpan<byte> raw, IngestRemark expected, long lineNumber)
    {
        Door.Begin(lineNumber);
        Door.Reject(kind, "", Show(raw), expected);
        Door.End();
    }

    private bool IsText(ReadOnlySpan<byte> field, string column)
    {
        if (source.IsText(field)) return true;
        Door.Reject(IngestIssueKind.InvalidText, column, Show(field), CsvRemarks.TextIn(source.EncodingName));
        return false;
    }
}
