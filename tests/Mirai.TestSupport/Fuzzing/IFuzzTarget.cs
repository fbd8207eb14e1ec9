namespace Mirai.TestSupport.Fuzzing;

/// <summary>Something that must take any text: without an exception, quickly, and with whatever it promises about its answer.</summary>
public interface IFuzzTarget
{
    /// <summary>What is tried, for the report.</summary>
    string Name { get; }

    /// <summary>Takes a text. Every exception is a finding; so is one that the target throws because an answer broke a promise.</summary>
    void Take(string text);
}
