using System.Numerics;

namespace Mirai.Model;

/// <summary>A seeded stream of random numbers (xoshiro256**), the same on every platform and for any number of threads.</summary>
/// <remarks>
/// Whatever draws at once (a customer, a repetition of a bootstrap) has a stream of its own, named by its index, so that no draw depends on another
/// or on which thread does it. The generator is Blackman's and Vigna's, its state filled by SplitMix64.
/// </remarks>
internal struct SeededRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>The stream of one purpose (0 to 7) for one index.</summary>
    public SeededRandom(long seed, long index, int purpose)
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
