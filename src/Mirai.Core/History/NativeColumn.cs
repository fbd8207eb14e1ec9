using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mirai.History;

/// <summary>A column of numbers outside the managed heap, on huge pages where the system has them: first touch of memory is what costs most.</summary>
/// <remarks>Whoever keeps a span of it over a long loop keeps the column alive as well, with <see cref="GC.KeepAlive"/> after the loop.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed unsafe class NativeColumn<T> : SafeHandleZeroOrMinusOneIsInvalid
    where T : unmanaged
{
    /// <summary>A column of so many numbers, not cleared.</summary>
    public NativeColumn(int length)
        : base(ownsHandle: true)
    {
        Length = length;
        SetHandle((nint)NativePages.Allocate((nuint)length * (nuint)sizeof(T)));
    }

    /// <summary>How many numbers.</summary>
    public int Length { get; private set; }

    /// <summary>All numbers.</summary>
    /// <exception cref="ObjectDisposedException">The column was freed.</exception>
    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new Span<T>((void*)handle, Length);
        }
    }

    /// <summary>Forgets the numbers from <paramref name="length"/> on; their memory stays until the column is freed.</summary>
    public void Shorten(int length) => Length = Math.Min(length, Length);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativePages.Free((void*)handle);
        return true;
    }
}

/// <summary>Native memory that asks the system for huge pages when it is large enough to hold some.</summary>
internal static unsafe partial class NativePages
{
    private const nuint HugePage = 2 * 1024 * 1024;
    private const int AdviseHugePages = 14;

    /// <summary>Memory of at least the given size, not cleared.</summary>
    /// <exception cref="OutOfMemoryException">The system has none left.</exception>
    public static void* Allocate(nuint bytes)
    {
        var alignment = bytes >= HugePage ? HugePage : 64;
        var size = Math.Max(bytes, 1);
        var memory = NativeMemory.AlignedAlloc(size, alignment);
        if (bytes >= HugePage && OperatingSystem.IsLinux()) _ = Advise(memory, size, AdviseHugePages); // Only advice: a refusal changes nothing.
        return memory;
    }

    /// <summary>Gives memory back.</summary>
    public static void Free(void* memory) => NativeMemory.AlignedFree(memory);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
