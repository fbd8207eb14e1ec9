using Mirai.Repository.Tests.Fixtures.Used;

namespace Mirai.Repository.Tests;

public class AssemblyReferencesTests
{
    [Theory]
    [InlineData("ByBaseType")]
    [InlineData("ByField")]
    [InlineData("ByParameter")]
    [InlineData("ByGenericArgument")]
    [InlineData("ByConstraint")]
    [InlineData("ByAttribute")]
    [InlineData("ByCall")]
    [InlineData("ByTypeTest")]
    [InlineData("ByLambda")]
    [InlineData("ByIterator")]
    public void Read_AUseOfAnyKind_FindsIt(string user)
    {
        var uses = AssemblyReferences.Read(typeof(AssemblyReferencesTests).Assembly.Location);
        Assert.Contains(new TypeUse("Mirai.Repository.Tests.Fixtures.Using", user, "Mirai.Repository.Tests.Fixtures.Used", nameof(Target)), uses);
    }

    [Fact]
    public void Read_NoUse_FindsNone()
    {
        var uses = AssemblyReferences.Read(typeof(AssemblyReferencesTests).Assembly.Location);
        Assert.DoesNotContain(uses, use => use.From is nameof(Target));
    }
}
