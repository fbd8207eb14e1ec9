using System.Text;

namespace Mirai.Cli.Output;

/// <summary>Standard error for messages: what is quoted from a file in one of them cannot act on the terminal.</summary>
/// <param name="inner">Where it goes.</param>
internal sealed class HarmlessWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(HarmlessText.OfLines(value.ToString()));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(HarmlessText.OfLines(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(HarmlessText.OfLines(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
