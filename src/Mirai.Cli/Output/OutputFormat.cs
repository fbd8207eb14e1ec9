namespace Mirai.Cli.Output;

/// <summary>How an answer is written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>Comma-separated, exact.</summary>
    Csv,

    /// <summary>An array of objects, exact.</summary>
    Json,
}
