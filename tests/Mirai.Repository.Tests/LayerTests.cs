namespace Mirai.Repository.Tests;

public class LayerTests
{
    private const string Core = "src/Mirai.Core/";

    [Fact]
    public void Folders_OfTheCore_AreStagesOfTheTable() => Findings.None(
        "A folder of Mirai.Core is a stage: give it a line in Layers, or move the file.",
        RepositoryFiles.CSharp(Core).Where(path => !Layers.Allowed.ContainsKey(FolderOf(path))));

    [Fact]
    public void Usings_InTheSource_FollowTheTable()
    {
        var found = from file in SourceFile.All
                    where file.Path.StartsWith(Core, StringComparison.Ordinal)
                    from used in file.Usings
                    let target = Layers.Of(used.Name)
                    where target is not null && !Layers.Allows(FolderOf(file.Path), target)
                    select $"{file.Path}:{used.Line}: using {used.Name}";
        Findings.None("A stage uses only the stages that Layers lists for it.", found);
    }

    [Fact]
    public void References_InTheAssembly_FollowTheTable()
    {
        var uses = AssemblyReferences.Read(typeof(Model.Share).Assembly.Location);
        Assert.Contains(uses, use => use is { FromNamespace: "Mirai.History", ToNamespace: "Mirai.Model" });
        var found = from use in uses
                    let source = Layers.Of(use.FromNamespace)
                    let target = Layers.Of(use.ToNamespace)
                    where source is not null && target is not null && !Layers.Allows(source, target)
                    select $"{use.FromNamespace}.{use.From} uses {use.ToNamespace}.{use.To}";
        Findings.None("A stage uses only the stages that Layers lists for it.", found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_OfStages_HasNoWayBack()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (stage, targets) in Layers.Allowed)
        {
            // Later lines may only point to earlier ones: then nothing flows back.
            Assert.All(targets, target => Assert.True(
                reached.Contains(target) || string.Equals(stage, Layers.FrontDoor, StringComparison.Ordinal), $"{stage} uses {target}, which stands after it."));
            reached.Add(stage);
        }

        Assert.DoesNotContain(Layers.FrontDoor, Layers.Allowed.Values.SelectMany(targets => targets), StringComparer.Ordinal);
        Assert.Equal(Layers.Allowed.Count - 1, Layers.Allowed[Layers.FrontDoor].Length);
    }

    private static string FolderOf(string path)
    {
        var parts = path[Core.Length..].Split('/');
        return parts.Length > 1 ? parts[0] : Layers.FrontDoor;
    }
}
