namespace Mirai.Rules;

/// <summary>Rules ask for more work than <see cref="RuleLimits"/> allows. The message says which rules, and how much.</summary>
public sealed class RuleLimitException : ArgumentException
{
    /// <summary>A limit is passed.</summary>
    /// <param name="message">What was asked for, what is allowed, and by which rules.</param>
    public RuleLimitException(string message)
        : base(message)
    {
    }
}
