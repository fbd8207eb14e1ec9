using Mirai.Samples;

namespace Mirai.Core.Tests.Samples;

public sealed class SampleRandomTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Streams_OfEqualSeeds_AreEqual_AndOfOthersDiffer()
    {
        static ulong First(long seed, long index, int purpose) => new SampleRandom(seed, index, purpose).NextBits();

        Assert.Equal(First(1, 2, 3), First(1, 2, 3));
        ulong[] firsts = [First(1, 2, 3), First(2, 2, 3), First(1, 3, 3), First(1, 2, 4), First(2, 1, 3), First(-1, 2, 3)];
        Assert.Distinct(firsts);
    }

    [Fact]
    public void NextDouble_ManyDraws_FillsTheUnitIntervalEvenly()
    {
        var random = new SampleRandom(1, 0, 0);
        var bins = new int[20];
        for (var draw = 0; draw < Draws; draw++) bins[(int)(random.NextDouble() * 20)]++;
        Assert.All(bins, bin => Assert.InRange(bin, Draws / 20 * 0.95, Draws / 20 * 1.05));
    }

    [Fact]
    public void Below_ManyDraws_HitsEveryValueEvenly()
    {
        var random = new SampleRandom(2, 0, 0);
        var bins = new int[7];
        for (var draw = 0; draw < Draws; draw++) bins[random.Below(7)]++;
        Assert.All(bins, bin => Assert.InRange(bin, Draws / 7 * 0.97, Draws / 7 * 1.03));
    }

    [Fact]
    public void Distributions_ManyDraws_HaveTheirMeanAndVariance()
    {
        AssertMoments((ref SampleRandom random) => random.Exponential(), 1, 1);
        AssertMoments((ref SampleRandom random) => random.Normal(), 0, 1);
        AssertMoments((ref SampleRandom random) => random.Gamma(1.5), 1, 1 / 1.5);
        AssertMoments((ref SampleRandom random) => random.Gamma(2.8), 1, 1 / 2.8);
        AssertMoments((ref SampleRandom random) => random.Chance(0.3) ? 1 : 0, 0.3, 0.21);
    }

    private delegate double Draw(ref SampleRandom random);

    private static void AssertMoments(Draw draw, double mean, double variance)
    {
        var random = new SampleRandom(3, 0, 0);
        double sum = 0, squares = 0;
        for (var i = 0; i < Draws; i++)
        {
            var value = draw(ref random);
            sum += value;
            squares += value * value;
        }

        Assert.Equal(mean, sum / Draws, 0.012);
        Assert.Equal(variance, (squares / Draws) - (sum / Draws * (sum / Draws)), 0.03);
    }
}
