using System.CommandLine;
using System.Globalization;
using Mirai.Cli.Commands;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Cli.Input;

/// <summary>Finds the segment that a person named: a built-in one, an attribute of customers, or a dimension of purchases.</summary>
internal static class SegmentChoice
{
    private const string AttributePrefix = "attribute:";
    private const string DimensionPrefix = "dimension:";
    private const string BandPrefix = "purchase_count:";
    private const int FarthestGuess = 4;

    private static readonly Segment[] BuiltIn =
        [Segment.CustomerYear, Segment.PurchaseCount, Segment.Decile, Segment.Rfm, Segment.Portfolio, Segment.FirstPurchaseDiscounted, Segment.ContactBand];

    /// <summary>The segment of an option, or <see langword="null"/> where it was not given.</summary>
    /// <exception cref="WrongInputException">There is no such segment; the message names the nearest.</exception>
    public static Segment? Read(CommandRun run, Option<string> option, PurchaseInput input)
    {
        if (run.Value(option, "customer_year, purchase_count, decile, rfm ...") is not { } name) return null;
        var messages = run.Texts.Messages;
        var attributes = input.Analysis.Attributes?.Names ?? [];
        var dimensions = input.History.Dimensions;
        if (name.StartsWith(BandPrefix, StringComparison.Ordinal)) return Bands(run, option, name);
        if (Array.Find(BuiltIn, segment => string.Equals(segment.Id, name, StringComparison.Ordinal)) is { } builtIn)
        {
            if (builtIn == Segment.ContactBand && input.Analysis.Contacts is null) throw new WrongInputException(run.Texts.Contacts.NeedsContacts(name));
            return builtIn == Segment.FirstPurchaseDiscounted && !input.History.HasDiscounts
                ? throw new WrongInputException(messages.NeedsDiscounts(name))
                : builtIn;
        }

        if (Stated(name, AttributePrefix, attributes) is { } attribute) return Segment.Attribute(attribute);
        if (Stated(name, DimensionPrefix, dimensions) is { } dimension) return Segment.Dimension(dimension);
        var isAttribute = attributes.Contains(name, StringComparer.Ordinal);
        var isDimension = dimensions.Contains(name, StringComparer.Ordinal);
        if (isAttribute && isDimension) throw new WrongInputException(messages.AmbiguousSegment(name));
        if (isAttribute) return Segment.Attribute(name);
        if (isDimension) return Segment.Dimension(name);
        string[] known = [.. BuiltIn.Select(segment => segment.Id), .. attributes, .. dimensions];
        throw new WrongInputException(messages.UnknownSegment(name, Nearest(name, known), string.Join(", ", known)));
    }

    /// <summary>The name that was probably meant; <see langword="null"/> where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var nearest = known.MinBy(candidate => NearestName.Distance(name, candidate));
        return nearest is not null && NearestName.Distance(name, nearest) <= Math.Min(FarthestGuess, Math.Max(1, name.Length / 2)) ? nearest : null;
    }

    private static string? Stated(string name, string prefix, IReadOnlyList<string> known)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var rest = name[prefix.Length..];
        return known.Contains(rest, StringComparer.Ordinal) ? rest : null;
    }

    private static Segment Bands(CommandRun run, Option<string> option, string name)
    {
        const string Expected = "purchase_count:1,2,3,6,10 (1 < 2 < ...)";
        var bounds = new List<int>();
        foreach (var text in name[BandPrefix.Length..].Split(','))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bound)) throw run.Bad(option, name, Expected);
            if (bound <= (bounds.Count == 0 ? 0 : bounds[^1]) || (bounds.Count == 0 && bound != 1)) throw run.Bad(option, name, Expected);
            bounds.Add(bound);
        }

        return Segment.PurchaseCountBands(bounds);
    }
}
