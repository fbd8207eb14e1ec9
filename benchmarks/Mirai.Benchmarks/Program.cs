using BenchmarkDotNet.Running;
using Mirai.Benchmarks;

// Long runs have commands of their own; everything else goes to BenchmarkDotNet.
switch (args.FirstOrDefault())
{
    case "long":
        new LongRun(new RunOptions(args, "purchases", "customers", "runs", "csv", "keys", "phases", "out")).Run();
        break;
    case "scale":
        new ScaleRun(new RunOptions(args, "max", "variants", "runs", "out")).Run();
        break;
    case "diagnose":
        new DiagnoseRun(new RunOptions(args, "purchases", "customers", "csv", "out")).Run();
        break;
    case "diagnosis-quality":
        new DiagnosisQualityRun(new RunOptions(args, "seeds-from", "seeds-to", "years", "stories", "data", "out")).Run();
        break;
    case "forecast-quality":
        new ForecastQualityRun(new RunOptions(args, "seeds-from", "seeds-to", "cdnow", "out")).Run();
        break;
    case "fuzz":
        return new FuzzCommand(new RunOptions(args, "count", "first", "seed", "target", "minutes", "threads", "progress", "out")).Run();
    case "score":
        new ScoreRun(new RunOptions(args, "customers", "purchases", "out")).Run();
        break;
    case ChildRun.Command:
        ChildRun.Run(new RunOptions(args, "engine", "csv", "keys", "memory-limit"));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LongRun).Assembly).Run(args);
        break;
}

return 0;
