using System.Globalization;
using System.Text;

namespace Mirai.Samples;

/// <summary>A file of a sample.</summary>
/// <param name="Name">The file's name, such as <c>purchases.csv</c>.</param>
/// <param name="RowCount">Rows below the header.</param>
public readonly record struct SampleFile(string Name, int RowCount);

/// <summary>Writes a made-up company as four CSV files: UTF-8 without a mark, LF, a header, no value that needs a quote.</summary>
public static class SampleFiles
{
    /// <summary>Order lines and returns by day.</summary>
    public const string Purchases = "purchases.csv";

    /// <summary>Mail by day.</summary>
    public const string Contacts = "contacts.csv";

    /// <summary>Attributes of each source key.</summary>
    public const string Customers = "customers.csv";

    /// <summary>Name and address of each source key, with some persons written twice.</summary>
    public const string Identities = "identities.csv";

    /// <summary>Writes the files into a directory, made if it is missing; a file appears under its name only when all are whole.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory may not be written to.</exception>
    public static IReadOnlyList<SampleFile> Write(SampleOptions options, string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Directory.CreateDirectory(directory);
        var partials = new List<string>();
        try
        {
            var files = Write(options, OpenPartial, cancellationToken);
            foreach (var partial in partials) File.Move(partial, partial[..^".partial".Length], overwrite: true);
            return files;
        }
        catch
        {
            foreach (var partial in partials) File.Delete(partial);
            throw;
        }

        StreamWriter OpenPartial(string name)
        {
            var partial = Path.Combine(directory, name + ".partial");
            partials.Add(partial);
            return new StreamWriter(partial, append: false, new UTF8Encoding(false), 1 << 16);
        }
    }

    /// <summary>Writes the files to writers of the caller's, one after another; each is disposed of.</summary>
    /// <param name="options">Which company.</param>
    /// <param name="open">Opens a writer for a file name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<SampleFile> Write(
        SampleOptions options, Func<string, TextWriter> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var company = SampleCompany.Create(options, cancellationToken);
        return
        [
            WriteFile(Purchases, "customer_id,order_id,date,amount,discount,channel,category", company.Purchases, static row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Customer},{row.Order},{row.Day:yyyy-MM-dd},{row.Amount},{row.Discount},{row.Channel},{row.Category}\n")),
            WriteFile(Contacts, "customer_id,date,channel,campaign,cost", company.Contacts, static row => string.Create(
                CultureInfo.InvariantCulture, $"{row.Customer},{row.Day:yyyy-MM-dd},{row.Channel},{row.Campaign},{row.Cost}\n")),
            WriteFile(Customers, "customer_id,acquisition_channel,region,birth_year", company.Customers, static row => string.Create(
                CultureInfo.InvariantCulture, $"{row.Customer},{row.AcquisitionChannel},{row.Region},{row.BirthYear}\n")),
            WriteFile(Identities, "customer_id,name,kana,phone,email,postal_code,address", company.Identities, static row =>
                $"{row.SourceKey},{row.Name},{row.Kana},{row.Phone},{row.Email},{row.PostalCode},{row.Address}\n"),
        ];

        SampleFile WriteFile<TRow>(string name, string header, IReadOnlyList<TRow> rows, Func<TRow, string> line)
        {
            using var writer = open(name);
            writer.Write(header);
            writer.Write('\n');
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Write(line(row));
            }

            return new SampleFile(name, rows.Count);
        }
    }
}
