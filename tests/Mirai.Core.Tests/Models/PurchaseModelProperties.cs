using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mirai.Lifetime;
using static Mirai.Core.Tests.Models.CdnowFits;

namespace Mirai.Core.Tests.Models;

/// <summary>What holds for every purchase model whatever its parameters, for every customer.</summary>
[Properties(Arbitrary = [typeof(ModelCases)], MaxTest = 150)]
public class PurchaseModelProperties
{
    [Property]
    public void ProbabilityAlive_OfAnyCustomer_IsAProbability(ModelCase model, CustomerCase customer) =>
        Assert.InRange(model.Model.ProbabilityAlive(customer.Pattern), 0, 1);

    [Property]
    public void ProbabilityAlive_OfALaterLastPurchase_IsNotLower(ModelCase model, CustomerCase customer)
    {
        if (customer.Frequency == 0) return;
        var before = 0.0;
        for (var share = 0; share <= 10; share++)
        {
            var alive = model.Model.ProbabilityAlive(new PurchasePattern(customer.Frequency, customer.Pattern.Age * (share / 10.0), customer.Pattern.Age));
            Assert.True(alive >= before - 1e-12, $"{before} > {alive} at {share}");
            before = alive;
        }
    }

    [Property]
    public void Everything_OfAnyCustomer_IsFinite(ModelCase model, CustomerCase customer, PositiveInt days)
    {
        var time = TimeSpan.FromDays(days.Get * 10);
        double[] figures =
        [
            model.Model.LogLikelihood(customer.Pattern), model.Model.ProbabilityAlive(customer.Pattern), model.Model.ExpectedPurchases(customer.Pattern, time),
            model.Model.ExpectedPurchases(time), model.Model.Probability(customer.Frequency, time), model.Model.DiscountedPurchases(customer.Pattern, 12, 0.01),
        ];
        Assert.All(figures, figure => Assert.True(double.IsFinite(figure), string.Join(' ', figures)));
        Assert.All(figures[1..], figure => Assert.True(figure >= 0));
    }

    [Property(MaxTest = 60)]
    public void ExpectedPurchases_OverLongerTimes_GrowEverMoreSlowly(ModelCase model, CustomerCase customer)
    {
        var expected = Enumerable.Range(0, 6).Select(i => model.Model.ExpectedPurchases(customer.Pattern, TimeSpan.FromDays(i * 70))).ToArray();
        Assert.Equal(0, expected[0]);
        for (var i = 1; i < expected.Length; i++)
        {
            Assert.True(expected[i] >= expected[i - 1] * (1 - 1e-9));
            if (i > 1) Assert.True(expected[i] - expected[i - 1] <= (expected[i - 1] - expected[i - 2]) + (1e-7 * (expected[1] + expected[i])), string.Join(' ', expected));
        }
    }

    /// <summary>The unit is a matter of writing: alpha and beta in days are seven times those in weeks.</summary>
    [Property]
    public void Unit_OfTheSameModel_ChangesNoAnswer(ModelCase model, CustomerCase customer)
    {
        var (weekly, daily) = (model.Model, model.InDays());
        Near(weekly.ProbabilityAlive(customer.Pattern), daily.ProbabilityAlive(customer.Pattern), 1e-9);
        Near(weekly.ExpectedPurchases(customer.Pattern, Weeks(30)), daily.ExpectedPurchases(customer.Pattern, Weeks(30)), 1e-7);
        Near(weekly.Probability(2, Weeks(30)), daily.Probability(2, Weeks(30)), 1e-9);
    }

    [Property(MaxTest = 30)]
    public void Probability_OverAllNumbers_SumsToOneAndToTheExpectation(ModelCase model)
    {
        if (!model.IsOrdinary) return;
        var (sum, mean) = (0.0, 0.0);
        for (var k = 0; k < 4_000; k++)
        {
            var mass = model.Model.Probability(k, Weeks(26));
            Assert.InRange(mass, 0, 1 + 1e-12);
            sum += mass;
            mean += k * mass;
            if (k > 50 && mass * k < 1e-14) break;
        }

        Near(1, sum, 1e-9, "sum");
        Near(model.Model.ExpectedPurchases(Weeks(26)), mean, 1e-7, "mean");
    }

    /// <summary>Beyond all closed forms: the mean over drop-out probabilities of what a customer with that probability buys.</summary>
    [Property]
    public void ExpectedPurchases_WhileAlive_AreTheIntegral(ModelCase model, CustomerCase customer)
    {
        var parameters = model.Model.Parameters.Select(parameter => parameter.Value).ToArray();
        if (model.Model is ParetoNbdModel) return;
        var core = new GeometricDropOut(parameters[0], parameters[1], parameters[2], parameters[3], model.Model is MbgNbdModel ? 1 : 0);
        if (core.B + customer.Frequency + core.Extra <= 0) return;
        var age = customer.Pattern.Age.TotalDays / 7;
        Near(core.ByIntegral(customer.Frequency, age, 40), core.ExpectedWhileAlive(customer.Frequency, age, 40), 1e-8);
    }

    /// <summary>Pareto/NBD by adding up the likelihood of every moment at which the customer may have dropped out.</summary>
    [Property(MaxTest = 60)]
    public void ProbabilityAlive_OfParetoNbd_IsTheIntegral(ModelCase model, CustomerCase customer)
    {
        if (model.Model is not ParetoNbdModel pareto || customer.Frequency > 200) return;
        var (recency, age) = (customer.Pattern.Recency.TotalDays / 7, customer.Pattern.Age.TotalDays / 7);
        if (age <= recency) return;
        double Odds(double u) => pareto.S / (pareto.Beta + u) * Math.Exp(
            ((pareto.R + customer.Frequency) * Math.Log((pareto.Alpha + age) / (pareto.Alpha + u))) + (pareto.S * Math.Log((pareto.Beta + age) / (pareto.Beta + u))));
        var odds = Quadrature.Integral(age - recency, u => Odds(recency + u));
        Near(1 / (1 + odds), pareto.ProbabilityAlive(customer.Pattern), 1e-8);
    }
}

/// <summary>A model with random parameters in weeks, from ordinary to odd ones.</summary>
public sealed record ModelCase(PurchaseModel Model, bool IsOrdinary)
{
    public PurchaseModel InDays()
    {
        var p = Model.Parameters.Select(parameter => parameter.Value).ToArray();
        return Model.Kind switch
        {
            PurchaseModelKind.BgNbd => new BgNbdModel(p[0], 7 * p[1], p[2], p[3], TimeUnit.Day),
            PurchaseModelKind.MbgNbd => new MbgNbdModel(p[0], 7 * p[1], p[2], p[3], TimeUnit.Day),
            _ => new ParetoNbdModel(p[0], 7 * p[1], p[2], 7 * p[3], TimeUnit.Day),
        };
    }

    public override string ToString() => $"{Model.Kind} {string.Join(' ', Model.Parameters)}";
}

/// <summary>A customer with up to 10,000 repeat purchases.</summary>
public sealed record CustomerCase(int Frequency, PurchasePattern Pattern);

public static class ModelCases
{
    public static Arbitrary<ModelCase> Models() => Arb.From(
        from kind in Gen.Elements(Enum.GetValues<PurchaseModelKind>())
        from spread in Gen.Elements(0.7, 0.7, 2.0)
        from logs in Gen.ArrayOf(Gen.Choose(-1_000, 1_000), 4)
        let p = logs.Select((log, i) => (i is 1 or 3 ? 5 : 1) * Math.Exp(log / 1_000.0 * spread * 1.5)).ToArray()
        select new ModelCase(
            kind switch
            {
                PurchaseModelKind.BgNbd => new BgNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Week),
                PurchaseModelKind.MbgNbd => new MbgNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Week),
                _ => new ParetoNbdModel(p[0], p[1], p[2], p[3], TimeUnit.Week),
            },
            spread < 1));

    public static Arbitrary<CustomerCase> Customers() => Arb.From(
        from frequency in Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Choose(1, 30)), (2, Gen.Choose(30, 500)), (1, Gen.Choose(500, 10_000)))
        from recency in Gen.Choose(0, 3_000)
        from silence in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 600)))
        let own = frequency == 0 ? 0 : Math.Max(frequency, recency)
        select new CustomerCase(frequency, PurchasePattern.Days(frequency, own, own + silence)));
}
