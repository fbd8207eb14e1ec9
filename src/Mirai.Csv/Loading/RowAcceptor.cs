using System.Text;
using System.Text.Unicode;
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
        if (IsText(customer, Plan.Names.Customer)) Door.Customer(customer);
        Door.Day(fields[columns.Day]);
        Door.Amount(fields[columns.Amount]);
        if (columns.Discount is { } discount) Door.Discount(fields[discount]);
        if (columns.Order is { } order)
        {
            var text = fields[order];
            if (IsText(text, Plan.Names.Order)) Door.Order(text);
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
        var what = source.Damage is { } damage ? $"the rest of the line; {damage}" : $"{Plan.FieldCount} fields; the input ends here";
        Reject(IngestIssueKind.CutOff, raw, what, lineNumber);
        SawCutOff = true;
        return true;
    }

    /// <summary>Rejects a record with too few or too many fields.</summary>
    public void RejectFieldCount(int fieldCount, ReadOnlySpan<byte> raw, long lineNumber) =>
        Reject(IngestIssueKind.WrongFieldCount, raw, $"{Plan.FieldCount} fields instead of {fieldCount}", lineNumber);

    /// <summary>Rejects a line with a broken quote.</summary>
    public void RejectQuote(ReadOnlySpan<byte> line, long lineNumber) =>
        Reject(IngestIssueKind.BrokenQuote, line.TrimEnd("\r\n"u8), "a closing quote, and after it a delimiter or the end of the line", lineNumber);

    /// <summary>Reports that compressed data ended where a line happened to end too.</summary>
    public void RejectMissingRest(string damage, long lineNumber) => Reject(IngestIssueKind.CutOff, [], $"more lines; {damage}", lineNumber);

    private void Reject(IngestIssueKind kind, ReadOnlySpan<byte> raw, string expected, long lineNumber)
    {
        Door.Begin(lineNumber);
        Door.Reject(kind, "", Encoding.UTF8.GetString(raw.Length > 400 ? raw[..400] : raw).Replace('\0', '␀'), expected);
        Door.End();
    }

    private bool IsText(ReadOnlySpan<byte> field, string column)
    {
        if (Ascii.IsValid(field)) return true;
        // In decoded text U+FFFD stands where bytes were no text; in UTF-8 input it is a character.
        if (Utf8.IsValid(field) && (!source.IsDecoded || field.IndexOf("\uFFFD"u8) < 0)) return true;
        Door.Reject(IngestIssueKind.InvalidText, column, Encoding.UTF8.GetString(field.Length > 400 ? field[..400] : field), $"text in {source.EncodingName}");
        return false;
    }
}
