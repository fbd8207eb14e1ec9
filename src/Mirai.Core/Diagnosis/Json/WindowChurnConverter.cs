using System.Text.Json;
using Mirai.Lifetime;

namespace Mirai.Diagnosis.Json;

/// <summary>Writes window churn: the totals of both windows and what comes of them.</summary>
internal sealed class WindowChurnConverter : WriteOnlyConverter<WindowChurn>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WindowChurn value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("window", value.Options.Window.ToString());
        writer.WriteNumber("coverage", value.Options.Coverage);
        writer.WriteString("annualisation", JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Options.Annualisation.ToString()));
        writer.WriteBoolean("is_complete", value.Selection is not { IsComplete: false });
        writer.WriteNumber("base_customers", value.Totals.BaseCustomers);
        writer.WriteNumber("base_purchases", value.Totals.BasePurchases);
        writer.WriteNumber("base_sales", value.Totals.BaseSales);
        writer.WriteNumber("next_customers", value.Totals.NextCustomers);
        writer.WriteNumber("next_purchases", value.Totals.NextPurchases);
        writer.WriteNumber("next_sales", value.Totals.NextSales);
        Number(writer, "lost_rate", value.LostRate);
        Number(writer, "frequency_decline", value.FrequencyDecline);
        Number(writer, "churn", value.Churn);
        Number(writer, "annual_churn", value.AnnualChurn);
        Number(writer, "annual_spend", value.AnnualSpend);
        Number(writer, "lifetime_value", value.LifetimeValue.Amount);
        writer.WriteBoolean("lifetime_value_is_unbounded", value.LifetimeValue.IsUnbounded);
        Number(writer, "new_customer_rate", value.BreakEven?.NewCustomerRate);
        Number(writer, "missing_new_customers", value.BreakEven?.MissingNewCustomers);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
