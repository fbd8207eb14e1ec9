namespace Mirai.Diagnosis;

/// <summary>The health of a customer base in one word, from well to badly ill.</summary>
public enum DiagnosisVerdict
{
    /// <summary>正常: nothing to warn of, and most rules could be decided.</summary>
    Ok,

    /// <summary>判定不能: nothing to warn of, but too little is known to say that all is well.</summary>
    Undecided,

    /// <summary>注意: the gravest open warning is a notice.</summary>
    Notice,

    /// <summary>警告: the gravest open warning is a warning.</summary>
    Warning,

    /// <summary>危険: a critical warning is open.</summary>
    Critical,
}
