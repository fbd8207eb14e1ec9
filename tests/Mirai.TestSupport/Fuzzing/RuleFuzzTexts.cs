namespace Mirai.TestSupport.Fuzzing;

/// <summary>Texts for the evaluator: rules made up at random, most of them sound, some of these with a few characters changed; every fourth a changed sample.</summary>
/// <param name="samples">Where the changed samples come from.</param>
/// <param name="seed">Other seeds give other texts.</param>
public sealed class RuleFuzzTexts(RuleTextMutator samples, int seed) : IFuzzTexts
{
    private const int OneInChanged = 4;

    /// <inheritdoc/>
    public string Text(long number)
    {
        if (number % OneInChanged == 0) return samples.Text(number / OneInChanged);
        var random = new Random(RuleTextMutator.SeedOf(number, seed));
        var text = new RuleWriter(random).Write();
        return random.Next(OneInChanged) == 0 ? samples.Changed(text, random) : text;
    }
}
