using System.Runtime.InteropServices;

namespace Mirai.Projection;

/// <summary>Fits curves to evidence: weighted means of blocks of neighbouring years.</summary>
internal static class CurveFitting
{
    /// <summary>The fitted values by customer year; <see langword="null"/> where nothing was observed.</summary>
    public static decimal[]? Fit(IEnumerable<CurveEvidence> evidence, CurveFit options, CurveBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.LeastWeight);
        var years = ByYear(evidence, bounds);
        if (years.Sum(year => year.Weight) == 0) return null;
        var blocks = WithEnoughWeight(years, options.LeastWeight);
        if (options.IsRising) blocks = Rising(blocks);
        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Mean, block.Years))];
    }

    private static Block[] ByYear(IEnumerable<CurveEvidence> evidence, CurveBounds bounds)
    {
        var years = new List<Block>();
        foreach (var (year, part, whole) in evidence)
        {
            Check(year, part, whole, bounds);
            while (years.Count < year) years.Add(new Block(0, 0, 1));
            var block = years[year - 1];
            years[year - 1] = block with { Part = block.Part + part, Weight = block.Weight + whole };
        }

        return [.. years];
    }

    private static void Check(int year, decimal part, decimal whole, CurveBounds bounds)
    {
        if (year is < 1 or > YearCurve.MostYears)
        {
            throw new ArgumentException($"Evidence of customer year {year}; expected 1 to {YearCurve.MostYears}.", nameof(year));
        }

        if (whole < 0 || (whole == 0 && part != 0)) throw new ArgumentException($"Evidence of customer year {year} is {part} of {whole}; expected a positive whole.", nameof(whole));
        if (whole > 0) bounds.Check(part / whole, year, nameof(part));
    }

    private static List<Block> WithEnoughWeight(Block[] years, decimal least)
    {
        var blocks = new List<Block>();
        var open = default(Block);
        foreach (var year in years)
        {
            open = open.And(year);
            if (open.Weight == 0 || open.Weight < least) continue;
            blocks.Add(open);
            open = default;
        }

        if (open.Years == 0) return blocks;
        if (blocks.Count == 0) blocks.Add(open);
        else blocks[^1] = blocks[^1].And(open);
        return blocks;
    }

    /// <summary>Pools neighbours that fall, from the left: the weighted least squares curve among those that do not fall.</summary>
    private static List<Block> Rising(List<Block> blocks)
    {
        var rising = new List<Block>();
        foreach (var block in blocks)
        {
            var last = block;
            while (rising.Count > 0 && rising[^1].Mean > last.Mean)
            {
                last = rising[^1].And(last);
                rising.RemoveAt(rising.Count - 1);
            }

            rising.Add(last);
        }

        return rising;
    }

    /// <summary>Neighbouring years with one value between them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Block(decimal Part, decimal Weight, int Years)
    {
        public decimal Mean => Part / Weight;

        public Block And(Block next) => new(Part + next.Part, Weight + next.Weight, Years + next.Years);
    }
}
