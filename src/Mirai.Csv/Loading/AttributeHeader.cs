using System.Globalization;
using Mirai.Csv.Records;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>The columns of a file of customer attributes.</summary>
/// <param name="Names">What every column is called.</param>
/// <param name="Customer">The customer's column.</param>
internal sealed record AttributeHeader(string[] Names, int Customer)
{
    /// <summary>How many fields rows have.</summary>
    public int FieldCount => Names.Length;

    /// <summary>Reads the first record; the error says what is wrong with it.</summary>
    public static IngestRemark? TryRead(QuotedRecords records, CsvOptions options, CustomerAttributesBuilder builder, out AttributeHeader? header)
    {
        header = null;
        var names = new string[records.FieldCount];
        for (var column = 0; column < names.Length; column++) names[column] = options.HasHeader ? records.Text(column).Trim() : "";
        if (!options.Columns.TryResolveCustomer(options.HasHeader ? names : [], names.Length, out var customer, out var error)) return error;
        for (var column = 0; column < names.Length; column++)
        {
            if (names[column].Length == 0) names[column] = string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");
        }

        var twice = names.Where((_, column) => column != customer)
            .GroupBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return CsvRemarks.SameAttributes(twice.Count(), twice.Key);
        for (var column = 0; column < names.Length; column++)
        {
            if (column != customer) builder.AddName(names[column]);
        }

        header = new AttributeHeader(names, customer);
        return null;
    }
}
