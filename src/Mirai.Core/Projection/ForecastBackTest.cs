namespace Mirai.Projection;

/// <summary>How each way to forecast would have done from the ends of earlier months, knowing nothing after them.</summary>
/// <param name="Origins">The days from which was forecast, the earliest first; empty where the history is too short.</param>
/// <param name="HorizonMonths">How many months ahead was forecast at most; fewer where the as-of day came before.</param>
/// <param name="Scores">By way, measure and months ahead; months ahead 0 stands for all of them together.</param>
/// <param name="Standings">The ways that could forecast, the best first.</param>
/// <param name="Refusals">By way that could not forecast, why.</param>
public sealed record ForecastBackTest(
    IReadOnlyList<DateOnly> Origins,
    int HorizonMonths,
    IReadOnlyList<ForecastScore> Scores,
    IReadOnlyList<ForecastStanding> Standings,
    IReadOnlyDictionary<ForecastMethod, string> Refusals)
{
    /// <summary>The score of a way, a measure and so many months ahead (0 for all); <see langword="null"/> where there is none.</summary>
    public ForecastScore? Score(ForecastMethod method, ForecastMeasure measure, int monthsAhead = 0) =>
        Scores.FirstOrDefault(score => score.Method == method && score.Measure == measure && score.MonthsAhead == monthsAhead);
}

/// <summary>The place of one way to forecast in a back-test.</summary>
/// <param name="Method">The way.</param>
/// <param name="RelativeError">Its mean absolute error divided by that of the last value: the geometric mean of active customers and sales. Below 1 is better.</param>
public sealed record ForecastStanding(ForecastMethod Method, double RelativeError);

/// <summary>The errors of one way to forecast one measure so many months ahead.</summary>
/// <param name="Method">The way.</param>
/// <param name="Measure">The measure.</param>
/// <param name="MonthsAhead">How many months after the origin; 0 for all of them together.</param>
/// <param name="Cases">How many forecasts were compared with what happened.</param>
/// <param name="MeanAbsoluteError">Mean of the absolute errors, in the measure's unit.</param>
/// <param name="RootMeanSquareError">Root of the mean squared error.</param>
/// <param name="Bias">Mean of forecast less actual.</param>
/// <param name="Wape">Sum of absolute errors divided by the sum of what happened; <see langword="null"/> where that is 0.</param>
/// <param name="Mase">Mean absolute error divided by that of saying, one month ahead, the last value, over the months before the origins; <see langword="null"/> where that is 0.</param>
/// <param name="Covered80">How many of <paramref name="Banded"/> lay in the 80 % band.</param>
/// <param name="Covered95">How many of them lay in the 95 % band.</param>
/// <param name="Banded">How many forecasts had bands.</param>
public sealed record ForecastScore(
    ForecastMethod Method,
    ForecastMeasure Measure,
    int MonthsAhead,
    int Cases,
    double MeanAbsoluteError,
    double RootMeanSquareError,
    double Bias,
    double? Wape,
    double? Mase,
    int Covered80,
    int Covered95,
    int Banded);
