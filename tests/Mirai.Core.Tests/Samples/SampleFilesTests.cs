using System.Security.Cryptography;
using System.Text;
using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleFilesTests
{
    [Theory]
    [InlineData(SampleScenario.Healthy, "-", "-", "-", "-")]
    [InlineData(SampleScenario.Leaky, "-", "-", "-", "-")]
    [InlineData(SampleScenario.Discount, "-", "-", "-", "-")]
    [InlineData(SampleScenario.Mail, "-", "-", "-", "-")]
    public void Write_ASmallCompany_GivesTheSameBytesEverywhere(
        SampleScenario scenario, string purchases, string contacts, string customers, string identities)
    {
        var files = WriteToMemory(new SampleOptions { CustomerCount = 150, Years = 4, Seed = 42, Scenario = scenario });

        Assert.Equal(
            $"{purchases} {contacts} {customers} {identities}",
            string.Join(' ', files.Values.Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16])));
    }

    [Fact]
    public void Write_EveryFile_IsPlainRectangularCsv()
    {
        var files = WriteToMemory(new SampleOptions { CustomerCount = 300, Years = 4 });

        Assert.Equal(["purchases.csv", "contacts.csv", "customers.csv", "identities.csv"], files.Keys);
        Assert.All(files.Values, text =>
        {
            var lines = text.Split('\n');
            Assert.Empty(lines[^1]);
            Assert.Single(lines[..^1].Select(line => line.Count(c => c == ',')).Distinct());
            Assert.Equal(-1, text.AsSpan().IndexOfAny('"', '\r', ';'));
        });
        Assert.StartsWith("customer_id,order_id,date,amount,discount,channel,category\n", files["purchases.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ToADirectory_WritesUtf8WithoutMarkAndCountsRows()
    {
        var directory = Directory.CreateTempSubdirectory("mirai-sample");
        try
        {
            var options = new SampleOptions { CustomerCount = 50, Years = 2 };
            var files = SampleFiles.Write(options, directory.FullName);

            Assert.Equal(files.Select(file => file.Name).Order(StringComparer.Ordinal), directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            foreach (var (name, text) in WriteToMemory(options))
            {
                Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(Path.Combine(directory.FullName, name)));
                Assert.Equal(text.Count(c => c == '\n') - 1, files.Single(file => file.Name == name).RowCount);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Write_Cancelled_LeavesNoFile()
    {
        var directory = Directory.CreateTempSubdirectory("mirai-sample");
        try
        {
            using var source = new CancellationTokenSource();
            source.Cancel();

            Assert.ThrowsAny<OperationCanceledException>(() => SampleFiles.Write(new SampleOptions(), directory.FullName, source.Token));
            Assert.Empty(directory.GetFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> WriteToMemory(SampleOptions options)
    {
        var writers = new Dictionary<string, StringWriter>();
        SampleFiles.Write(options, name => writers[name] = new StringWriter());
        return writers.ToDictionary(writer => writer.Key, writer => writer.Value.ToString());
    }
}
