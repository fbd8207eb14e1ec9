using System.Diagnostics.CodeAnalysis;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>Rules that are ready to run: texts in layers, checked, with the host's settings on top.</summary>
/// <remarks>
/// Names are checked against <see cref="RuleSetOptions.Vocabulary"/> when the texts are parsed, so that a set can be checked without data;
/// they are bound again to the metrics and segments that the data really has when the set is evaluated. Immutable; any number of threads may use one.
/// </remarks>
public sealed partial class RuleSet
{
    private readonly IReadOnlyList<LayeredFile> _files;
    private readonly IReadOnlyList<RuleDiagnostic> _syntaxFindings;
    private readonly BindingResult _binding;
    private BindingOfFigures? _lastBound;

    private RuleSet(IReadOnlyList<LayeredFile> files, IReadOnlyList<RuleDiagnostic> syntaxFindings, RuleSetOptions options, IReadOnlySet<string>? tags)
    {
        (_files, _syntaxFindings, Options, Tags) = (files, syntaxFindings, options, tags);
        _binding = RuleSetBinder.Bind(files, options, options.Vocabulary);
        Findings = All(_binding);
    }

    /// <summary>The set without rules, to start from.</summary>
    public static RuleSet Empty { get; } = new([], [], RuleSetOptions.Default, tags: null);

    /// <summary>The options with which the set was made.</summary>
    public RuleSetOptions Options { get; }

    /// <summary>Warnings and advice about the texts; of a set that could be parsed, no errors.</summary>
    public IReadOnlyList<RuleDiagnostic> Findings { get; }

    /// <summary>The texts in the order of their layers.</summary>
    public IReadOnlyList<RuleSource> Sources => [.. _files.Select(f => f.Syntax.Source)];

    /// <summary>The tags that select rules; <see langword="null"/> for all rules.</summary>
    internal IReadOnlySet<string>? Tags { get; }

    /// <summary>The rules and tests as bound to the vocabulary of the options.</summary>
    internal BindingResult Binding => _binding;

    private bool HasErrors => Findings.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Parses and checks one text.</summary>
    /// <exception cref="RuleTextException">The text has mistakes; the exception tells all of them.</exception>
    public static RuleSet Parse(string text, RuleSetOptions? options = null) => Parse([new RuleSource("rules.mirai", text)], options);

    /// <summary>Parses and checks texts, each a layer above those before it.</summary>
    /// <exception cref="RuleTextException">The texts have mistakes; the exception tells all of them.</exception>
    public static RuleSet Parse(IReadOnlyList<RuleSource> sources, RuleSetOptions? options = null) =>
        TryParse(sources, options, out var rules, out var findings) ? rules : throw new RuleTextException(findings);

    /// <summary>Parses and checks one text; <paramref name="findings"/> holds warnings and advice too.</summary>
    public static bool TryParse(string text, RuleSetOptions? options, [NotNullWhen(true)] out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> findings) =>
        TryParse([new RuleSource("rules.mirai", text)], options, out rules, out findings);

    /// <summary>Parses and checks texts, each a layer above those before it; <paramref name="findings"/> holds warnings and advice too.</summary>
    public static bool TryParse(
        IReadOnlyList<RuleSource> sources, RuleSetOptions? options, [NotNullWhen(true)] out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var set = Empty.Layered(sources, options ?? RuleSetOptions.Default);
        findings = set.Findings;
        rules = set.HasErrors ? null : set;
        return rules is not null;
    }

    /// <summary>This set with further texts as layers above its own.</summary>
    /// <exception cref="RuleTextException">The texts have mistakes, or do not fit those below.</exception>
    public RuleSet With(params IReadOnlyList<RuleSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return Sound(Layered(sources, Options));
    }

    /// <summary>This set with a further text as the layer above its own.</summary>
    /// <param name="name">The name of the text in messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="RuleTextException">The text has mistakes, or does not fit those below.</exception>
    public RuleSet With(string name, string text) => With(new RuleSource(name, text));

    /// <summary>This set with other options.</summary>
    /// <exception cref="RuleTextException">The settings do not fit the rules, or the vocabulary lacks a name that they use.</exception>
    public RuleSet With(RuleSetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Sound(new RuleSet(_files, _syntaxFindings, options, Tags));
    }

    /// <summary>This set, evaluating just the rules that have one of the tags; rules they ask with <c>firing</c> still count.</summary>
    public RuleSet WithTags(params IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return new RuleSet(_files, _syntaxFindings, Options, tags.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Checks the rules against a vocabulary, such as that of data: all findings, errors among them.</summary>
    public IReadOnlyList<RuleDiagnostic> Check(RuleVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return All(RuleSetBinder.Bind(_files, Options, vocabulary));
    }

    /// <summary>Binds the rules to what a source of figures has, unless the last source had the same.</summary>
    /// <exception cref="RuleTextException">The rules use a metric, dimension or segment that the source does not have.</exception>
    internal BindingResult BindTo(FigureSource source)
    {
        var vocabulary = RuleVocabulary.Of(source);
        if (vocabulary.MeansTheSameAs(Options.Vocabulary)) return _binding;
        var last = _lastBound; // Another thread may change it meanwhile; each is right.
        if (last is null || !vocabulary.MeansTheSameAs(last.Vocabulary))
        {
            last = new BindingOfFigures(vocabulary, RuleSetBinder.Bind(_files, Options, vocabulary));
            _lastBound = last;
        }

        var found = last.Binding.Diagnostics;
        return found.Any(d => d.Severity == DiagnosticSeverity.Error) ? throw new RuleTextException(found) : last.Binding;
    }

    /// <summary>The findings of parsing and binding; no advice about what has syntax errors, for it could be wrong.</summary>
    private IReadOnlyList<RuleDiagnostic> All(BindingResult binding)
    {
        var isReadable = _syntaxFindings.All(d => d.Severity != DiagnosticSeverity.Error);
        var bound = binding.Diagnostics.Where(d => isReadable || d.Severity != DiagnosticSeverity.Advice);
        return RuleSetBinder.Capped([.. _syntaxFindings, .. bound], _files, Options.Limits);
    }

    /// <summary>The rules as bound to the figures that were asked last: the next ones usually have the same names.</summary>
    private sealed record BindingOfFigures(RuleVocabulary Vocabulary, BindingResult Binding);

    private static RuleSet Sound(RuleSet set) => set.HasErrors ? throw new RuleTextException(set.Findings) : set;

    private RuleSet Layered(IReadOnlyList<RuleSource> sources, RuleSetOptions options)
    {
        var files = _files.ToList();
        var findings = _syntaxFindings.ToList();
        long length = files.Sum(f => (long)f.Syntax.Source.Text.Length);
        foreach (var source in sources)
        {
            length += source.Text.Length;
            if (length > options.Limits.TotalSourceLength)
            {
                findings.Add(new RuleDiagnostic
                {
                    Code = "MR9010", Source = source, Span = default, Message = new DiagnosticText("MR9010", options.Limits.TotalSourceLength),
                });
                break;
            }

            var (syntax, found) = RuleParser.Parse(source, options.Limits);
            files.Add(new LayeredFile(syntax, files.Count));
            findings.AddRange(found);
        }

        return new RuleSet(files, findings, options, Tags);
    }
}
