using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Package;

/// <summary>The texts of all cells, each kept once, in the order in which they first appear.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private uint _uses;

    /// <summary>The place of a text.</summary>
    public int IndexOf(string text)
    {
        _uses++;
        if (_places.TryGetValue(text, out var place)) return place;
        _texts.Add(text);
        return _places[text] = _texts.Count - 1;
    }

    /// <summary>The table of texts.</summary>
    public SharedStringTable ToTable() =>
        new(_texts.Select(text => new SharedStringItem(new Text(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve })))
        {
            Count = _uses, UniqueCount = (uint)_texts.Count,
        };
}
