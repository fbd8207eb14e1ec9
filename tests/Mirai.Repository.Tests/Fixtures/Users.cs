using Mirai.Repository.Tests.Fixtures.Used;

namespace Mirai.Repository.Tests.Fixtures.Using;

internal abstract class ByField
{
    protected Target[]? Targets { get; set; }
}

internal abstract class ByParameter
{
    public abstract void Take(ref Target target);
}

internal abstract class ByGenericArgument
{
    public abstract Dictionary<string, List<Target>> Give();
}

internal abstract class ByConstraint
{
    public abstract void Take<T>(T value)
        where T : Target;
}

[Target]
internal abstract class ByAttribute;

internal sealed class ByBaseType : Target;

internal abstract class ByCall
{
    public static int Count() => Target.Count;
}

internal abstract class ByTypeTest
{
    public static bool Test(object value) => value is Target;
}

internal abstract class ByLambda
{
    public static Func<int> Count() => () => Target.Count;
}

internal abstract class ByIterator
{
    public static IEnumerable<int> Counts()
    {
        yield return Target.Count;
    }
}
