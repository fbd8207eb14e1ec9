using System.Security.Cryptography;
using System.Text;
using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleFilesTests
{
    [Theory]
    [InlineData(SampleScenario.Healthy, "3cb1f30b793706778ad3b0b25c31a46a")]
    [InlineData(SampleScenario.Leaky, "dd71f331a303c1d5b46ee8961691f591")]
    [InlineData(SampleScenario.Discount, "2a4fe30a5770bdeb053c79110cd03173")]
    [InlineData(SampleScenario.Mail, "c4744cd94593b5a52468ce5d28969770")]
    public void Write_ASmallCompany_GivesTheSameBytesEverywhere(SampleScenario scenario, string hash)
    {
        var files = WriteToMemory(new SampleOptions { CustomerCount = 150, Years = 4, Seed = 42, Scenario = scenario });

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Values))))[..32]);
    }

    [Fact]
    public void Write_EveryFile_IsPlainRectangularCsv()
    {
        var files = WriteToMemory(new SampleOptions { CustomerCount = 300, Years = 4 });

        Assert.Equal(["purchases.csv", "contacts.csv", "customers.csv", "identities.csv"], files.Keys, StringComparer.Ordinal);
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

            Assert.Equal(
                files.Select(file => file.Name).Order(StringComparer.Ordinal),
                directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            foreach (var (name, text) in WriteToMemory(options))
            {
                Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(Path.Combine(directory.FullName, name)));
                Assert.Equal(text.Count(c => c == '\n') - 1, files.Single(file => string.Equals(file.Name, name, StringComparison.Ordinal)).RowCount);
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
        var writers = new Dictionary<string, StringWriter>(StringComparer.Ordinal);
        SampleFiles.Write(options, name => writers[name] = new StringWriter());
        return writers.ToDictionary(writer => writer.Key, writer => writer.Value.ToString(), StringComparer.Ordinal);
    }
}
