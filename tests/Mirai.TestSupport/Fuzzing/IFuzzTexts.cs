namespace Mirai.TestSupport.Fuzzing;

/// <summary>Texts by number: the text of a number is always the same, so that a run can begin anywhere and a finding can be made again.</summary>
public interface IFuzzTexts
{
    /// <summary>The text of a number.</summary>
    string Text(long number);
}
