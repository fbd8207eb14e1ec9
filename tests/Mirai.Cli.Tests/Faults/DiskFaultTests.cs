using Mirai.Cli.Tests.Daily;

namespace Mirai.Cli.Tests.Faults;

/// <summary>Folders, disks and databases that do not take what is written.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [TheoryOnUnix]
    [InlineData(8)]
    [InlineData(200)]
    [InlineData(900)]
    public void Disk_ThatIsFull_KeepsWhatWasThere(int blocks)
    {
        _folder.Configure(output: "");
        Assert.Equal(0, _folder.Run("-q", "--as-of", "2024-12-29").Code);
        var (days, names) = (_folder.Days(), _folder.Names);
        var (code, output, error) = Bash.Run($"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {blocks}; MIRAI run {_folder.Configuration}");
        Assert.Equal((3, ""), (code, output));
        Said(error);
        Assert.Equal(days, _folder.Days());
        Assert.DoesNotContain(_folder.Names, name => name.EndsWith(".partial", StringComparison.Ordinal));
        Assert.Subset(_folder.Names.ToHashSet(StringComparer.Ordinal), names.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.Equal(2, _folder.Days().Count);
    }

    [FactOnUnix]
    public void Folder_ThatCannotBeWritten_IsSaid()
    {
        File.WriteAllText(_folder.File("mirai.toml"), "[input]\npurchases = \"small.csv\"\n[output]\nfolder = \"/proc/nowhere/out\"\n");
        Said(_folder.Run(), 2, "/proc/nowhere");
        File.WriteAllText(_folder.File("mirai.toml"), "[input]\npurchases = \"small.csv\"\n[output]\nfolder = \"small.csv\"\n");
        Said(_folder.Run(), 2, "small.csv");
        Said(Tool.Run("diagnose", Tool.Inputs + "/small.csv", "--out", "/proc/nowhere"), 2, "/proc/nowhere");
    }

    [FactOnUnix]
    public void Folder_WithoutPermission_IsSaid()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(_folder.Out(""));
        var mode = File.GetUnixFileMode(_folder.Out(""));
        File.SetUnixFileMode(_folder.Out(""), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            if (CanWrite(_folder.Out("probe"))) return; // The superuser may write everywhere; /proc above stands for the folder then.
            Said(_folder.Run(), 3, _folder.Out(""));
        }
        finally
        {
            File.SetUnixFileMode(_folder.Out(""), mode);
        }

        static bool CanWrite(string path)
        {
            try
            {
                File.WriteAllText(path, "");
                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("no database at all, but a text that is long enough to be looked at")]
    [InlineData("SQLite format 3\0and then nothing that makes sense whatsoever, for quite a number of bytes, until it ends, which it does here")]
    public void Database_ThatIsDamaged_IsSaidAndLeftAlone(string content)
    {
        Directory.CreateDirectory(_folder.Out(""));
        File.WriteAllText(_folder.Out("mirai.db"), content);
        Said(_folder.Run(), 3, _folder.Out("mirai.db"));
        Said(Tool.Run("diagnose", Tool.Inputs + "/small.csv", "--out", _folder.Out("")), 3, "mirai.db");
        Assert.Equal(content, File.ReadAllText(_folder.Out("mirai.db")));
        Assert.Equal(["mirai.db", "mirai.lock"], _folder.Names, StringComparer.Ordinal);
    }

    [FactOnUnix]
    public void Database_ThatWasCutShort_IsSaid()
    {
        Assert.Equal(0, _folder.Run("-q").Code);
        var bytes = File.ReadAllBytes(_folder.Out("mirai.db"));
        File.WriteAllBytes(_folder.Out("mirai.db"), bytes[..(bytes.Length / 2)]);
        var answer = _folder.Run();
        Said(answer, 3, "mirai.db");
    }

    [Fact]
    public void Database_LockedByAnotherProgram_IsSaidAfterAWhile()
    {
        Assert.Equal(0, _folder.Run("-q", "--as-of", "2024-12-01").Code);
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Out("mirai.db")};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN EXCLUSIVE";
            begin.ExecuteNonQuery();
            Said(_folder.Run(), 3, "mirai.db");
        }

        Assert.Equal(0, _folder.Run("-q").Code);
        Assert.Contains(new DateOnly(2024, 12, 30), _folder.Days());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>One clear message, and no stack of calls.</summary>
    private static void Said(string error)
    {
        var line = Assert.Single(error.TrimEnd().Split('\n'), candidate => candidate.StartsWith("mirai: ", StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("should not", line, StringComparison.Ordinal);
    }

    private static void Said(Tool.Answer answer, int code, string part)
    {
        Said(answer.Error);
        Assert.Equal(code, answer.Code);
        Assert.Contains(part, answer.Error, StringComparison.Ordinal);
    }
}
