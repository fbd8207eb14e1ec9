using System.Numerics;

namespace Mirai.Samples;

/// <summary>A seeded stream of random numbers (xoshiro256**), the same on every platform.</summary>
/// <remarks>Each customer draws from a stream of its own, so that no customer depends on another or on the number of threads.</remarks>
internal struct SampleRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>The stream of one purpose for one customer.</summary>
    public SampleRandom(long seed, long index, int purpose)
    {
        var state = Mix((ulong)seed + 0x9E3779B97F4A7C15) ^ Mix(((ulong)index * 8) + (ulong)purpose + 0x632BE59BD9B4E019);
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(((NextBits() >> 32) * (ulong)count) >> 32);

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

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
