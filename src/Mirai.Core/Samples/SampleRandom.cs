using Mirai.Model;

namespace Mirai.Samples;

/// <summary>A seeded stream of random numbers with the distributions that a made-up company needs, the same on every platform.</summary>
/// <remarks>Each customer draws from a stream of its own, so that no customer depends on another or on the number of threads.</remarks>
internal struct SampleRandom(long seed, long index, int purpose)
{
    private SeededRandom _stream = new(seed, index, purpose);

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => _stream.NextBits();

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => _stream.NextDouble();

    /// <summary>Uniform from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => _stream.Below(count);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -PortableMath.Log(1 - NextDouble());

    /// <summary>Normal with mean 0 and standard deviation 1 (Marsaglia's polar method).</summary>
    public double Normal()
    {
        while (true)
        {
            var x = (2 * NextDouble()) - 1;
            var y = (2 * NextDouble()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1) return x * Math.Sqrt(-2 * PortableMath.Log(square) / square);
        }
    }

    /// <summary>Gamma with mean 1 and the given shape, at least 1 (Marsaglia and Tsang).</summary>
    public double Gamma(double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (PortableMath.Log(1 - NextDouble()) < (0.5 * x * x) + (d * (1 - v + PortableMath.Log(v)))) return d * v / shape;
        }
    }
}
