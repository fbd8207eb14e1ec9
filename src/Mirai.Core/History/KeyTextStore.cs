using System.Text;

namespace Mirai.History;

/// <summary>The bytes of keys that are too long for a <see cref="CustomerCode"/>, each once.</summary>
internal sealed class KeyTextStore
{
    private const int BlockBytes = 1 << 20;
    private readonly List<byte[]> _blocks = [];
    private (CustomerCode Code, long Place)[] _slots = new (CustomerCode, long)[256];
    private int _used;
    private int _blockUsed;

    /// <summary>Keeps a key's bytes where they are not kept yet.</summary>
    public void Add(CustomerCode code, ReadOnlySpan<byte> text)
    {
        var slot = FindSlot(_slots, code);
        if (_slots[slot].Place != 0) return;
        _slots[slot] = (code, Store(text));
        if (++_used * 2 > _slots.Length) Grow();
    }

    /// <summary>The key's text; false where it was never added.</summary>
    public bool TryGet(CustomerCode code, out string text)
    {
        var place = _slots[FindSlot(_slots, code)].Place;
        text = "";
        if (place == 0) return false;
        var block = _blocks[(int)((place - 1) >> 32)];
        var start = (int)(place - 1);
        text = Encoding.UTF8.GetString(block, start + sizeof(int), BitConverter.ToInt32(block, start));
        return true;
    }

    private static int FindSlot((CustomerCode Code, long Place)[] slots, CustomerCode code)
    {
        var slot = (int)(code.Mixed & (ulong)(slots.Length - 1));
        while (slots[slot].Place != 0 && slots[slot].Code != code) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private long Store(ReadOnlySpan<byte> text)
    {
        var needed = text.Length + sizeof(int);
        if (_blocks.Count == 0 || _blocks[^1].Length - _blockUsed < needed)
        {
            _blocks.Add(new byte[Math.Max(_blocks.Count == 0 ? 4096 : BlockBytes, needed)]);
            _blockUsed = 0;
        }

        var start = _blockUsed;
        BitConverter.TryWriteBytes(_blocks[^1].AsSpan(start), text.Length);
        text.CopyTo(_blocks[^1].AsSpan(start + sizeof(int)));
        _blockUsed += needed;
        return ((long)(_blocks.Count - 1) << 32) + start + 1;
    }

    private void Grow()
    {
        var larger = new (CustomerCode, long)[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Place != 0) larger[FindSlot(larger, slot.Code)] = slot;
        }

        _slots = larger;
    }
}
