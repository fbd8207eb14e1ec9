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

    /// <summary>Talk and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Output"/>: colours, and tables by default.</summary>
    public bool OutputIsScreen { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>: progress.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>How many columns the screen has.</summary>
    public int Width { get; init; } = PlainWidth;
}
