namespace Mirai.Repository.Tests.Fixtures.Used;

[AttributeUsage(AttributeTargets.Class)]
internal class Target : Attribute
{
    public static int Count { get; } = 1;
}
