namespace Mirai.Cli.Tests.Daily;

/// <summary>A folder with purchases, a configuration and rules, as an operator would have them; deleted with the object.</summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>Rules that warn on known days of <c>small.csv</c>: the one always, the other when a fifth customer is active, on the last day.</summary>
    public const string Rules = """
        mirai 1

        rule few
          title    ja "顧客が少ない"
                   en "Few customers"
          when     active_customers < 50
          severity notice

        rule fifth
          title    ja "5人目"
                   en "A fifth customer"
          when     active_customers >= 5
          severity warning
          message  ja "稼働顧客は{active_customers}です。"
                   en "There are {active_customers}."

        """;

    private readonly Tool.Folder _folder = Tool.NewFolder();

    public RunFolder()
    {
        System.IO.File.Copy(Path.Combine(Tool.Root, Tool.Inputs, "small.csv"), _folder.File("small.csv"));
        System.IO.File.WriteAllText(_folder.File("own.mirai"), Rules);
        Configure();
    }

    /// <summary>Where it is.</summary>
    public string Place => _folder.Place;

    /// <summary>The configuration file.</summary>
    public string Configuration => _folder.File("mirai.toml");

    /// <summary>The names in the folder of the diagnoses.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(Out("")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The path of a file in the folder of the diagnoses.</summary>
    public string Out(string name) => Path.Combine(Place, "out", name);

    /// <summary>The path of a file.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>Writes a configuration of one purchase file into one folder, without files for people unless a line asks for them.</summary>
    public void Configure(string input = "", string diagnosis = "rules = \"own.mirai\"", string output = "workbook = false\npage = false", string alert = "") =>
        System.IO.File.WriteAllText(
            Configuration, $"[input]\npurchases = \"small.csv\"\n{input}\n[diagnosis]\n{diagnosis}\n[output]\nfolder = \"out\"\n{output}\n[alert]\n{alert}\n");

    /// <summary>Runs the configuration.</summary>
    public Tool.Answer Run(params string[] options) => Tool.Run(["run", Configuration, .. options]);

    /// <summary>The days that the database holds.</summary>
    public IReadOnlyList<DateOnly> Days()
    {
        using var database = Sqlite.DiagnosisDatabase.Open(Out("mirai.db"), Sqlite.DatabaseOptions.Reading);
        return [.. database.Runs().Select(run => run.Day)];
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
