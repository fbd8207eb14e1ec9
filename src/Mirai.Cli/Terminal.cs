using Mirai.Cli.Output;

namespace Mirai.Cli;

/// <summary>Where the tool reads and writes. The process gives its own streams, a test gives memory.</summary>
internal sealed record Terminal
{
    /// <summary>The width of a page that does not go to a terminal.</summary>
    public const int PlainWidth = 80;

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Data.</summary>
    public required Stream Output { get; init; }

    /// <summary>Talk. What is quoted from files cannot act on the terminal.</summary>
    public required TextWriter Error
    {
        get;
        init => (field, Progress) = (new HarmlessWriter(value), value);
    }

    /// <summary>The same place for what the tool draws itself.</summary>
    public TextWriter Progress { get; private init; } = TextWriter.Null;

    /// <summary>Whether a person looks at <see cref="Output"/>: colours, and tables by default.</summary>
    public bool OutputIsScreen { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>: progress.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>How many columns the screen has.</summary>
    public int Width { get; init; } = PlainWidth;
}
