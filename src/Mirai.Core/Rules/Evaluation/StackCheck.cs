using System.Runtime.CompilerServices;

namespace Mirai.Rules.Evaluation;

/// <summary>Keeps a walk over a deep expression from ending the process.</summary>
internal static class StackCheck
{
    /// <summary>Makes sure that one more level fits.</summary>
    /// <exception cref="RuleLimitException">The expression is too deep for this thread's stack.</exception>
    public static void Ensure()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) return;
        throw new RuleLimitException("An expression is nested more deeply than this thread's stack allows: simplify it, or evaluate on a thread with a larger stack.");
    }
}
