namespace Mirai.Repository.Tests;

public class CommentedOutCodeTests
{
    [Theory]
    [InlineData("var day = axis[0];")]
    [InlineData("count++;")]
    [InlineData("return counts;")]
    [InlineData("writer.Add(customer, day, amount);")]
    [InlineData("if (day > last)")]
    [InlineData("foreach (var row in rows) {")]
    [InlineData("} else if (found) {")]
    [InlineData("public int Count { get; }")]
    [InlineData("private static int Sum(int[] values)")]
    [InlineData("total += amount;")]
    [InlineData("{")]
    public void IsCode_OfCode_IsTrue(string line) => Assert.True(CommentedOutCode.IsCode(line));

    [Theory]
    [InlineData("A customer's later purchases in a period add nothing.")]
    [InlineData("counted once;")]
    [InlineData("if nothing is known (yet), the rate is missing")]
    [InlineData("using the leave day of the last purchase;")]
    [InlineData("for each day d, the first t with t - P >= d")]
    [InlineData("return: a purchase with a negative sum")]
    [InlineData("see Sum(values)")]
    [InlineData("public holidays are days like all others")]
    [InlineData("snippet: front-door")]
    [InlineData("end")]
    [InlineData("")]
    public void IsCode_OfASentence_IsFalse(string line) => Assert.False(CommentedOutCode.IsCode(line));

    [Fact]
    public void In_AFile_ReadsCommentsOfBothKindsButNoDocs()
    {
        var file = new SourceFile("A.cs", "/// <code>count++;</code>\n/* a sentence\n * count++;\n */\nclass A { // return 1;\n}\n");
        Assert.Equal([("A.cs:2", "count++;"), ("A.cs:5", "return 1;")], CommentedOutCode.In(file));
    }
}
