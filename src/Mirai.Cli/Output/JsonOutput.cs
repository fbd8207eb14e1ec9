using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mirai.Cli.Output;

/// <summary>Writes a table as a JSON array with one object a line; what is missing is <c>null</c>.</summary>
internal static class JsonOutput
{
    private const int FlushEvery = 1 << 16;

    /// <summary>The answer is a file and no part of a web page, so that only what JSON itself needs is escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes all of the table; the stream stays open.</summary>
    public static void Write(DataTable table, Stream stream, CancellationToken cancellationToken)
    {
        using var buffered = new MemoryStream();
        var names = table.Columns.Select(column => JsonEncodedText.Encode(column.Id, Options.Encoder)).ToArray();
        using var writer = new Utf8JsonWriter(buffered, Options);
        buffered.Write("["u8);
        var isFirst = true;
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            buffered.Write(isFirst ? "\n"u8 : ",\n"u8);
            isFirst = false;
            writer.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                writer.WritePropertyName(names[i]);
                Write(writer, row[i], table.Currency.Decimals);
            }

            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            if (buffered.Length >= FlushEvery) Pass(buffered, stream);
        }

        buffered.Write("\n]\n"u8);
        Pass(buffered, stream);
    }

    private static void Pass(MemoryStream buffered, Stream stream)
    {
        stream.Write(buffered.GetBuffer(), 0, (int)buffered.Length);
        buffered.SetLength(0);
    }

    private static void Write(Utf8JsonWriter writer, in Cell cell, int decimals)
    {
        switch (cell.Kind)
        {
            case CellKind.Missing:
                writer.WriteNullValue();
                break;
            case CellKind.Text:
                writer.WriteStringValue(cell.Text);
                break;
            case CellKind.Day:
                writer.WriteStringValue(ExactText.Day(cell));
                break;
            case CellKind.Count:
                writer.WriteNumberValue((long)cell.Exact);
                break;
            case CellKind.Money:
                writer.WriteRawValue(ExactText.Money(cell.Exact, decimals), skipInputValidation: true);
                break;
            case CellKind.Decimal:
                writer.WriteNumberValue(cell.Exact);
                break;
            default:
                writer.WriteNumberValue(cell.Number);
                break;
        }
    }
}
