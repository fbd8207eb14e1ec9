using Mirai.Measures;
using Mirai.Projection;

namespace Mirai.Excel.Wording;

/// <summary>The words of the workbook in one language, besides those that all outputs share. Patterns hold their values as {0}, {1}.</summary>
internal sealed partial record WorkbookWords
{
    public required string SummarySheet { get; init; }
    public required string WarningsSheet { get; init; }
    public required string ListSheet { get; init; }
    public required string DaysSheet { get; init; }
    public required string CustomersSheet { get; init; }
    public required string PurchasesSheet { get; init; }
    public required string ContactsSheet { get; init; }
    public required string ProjectionSheet { get; init; }
    public required string PortfolioSheet { get; init; }
    public required string CohortsSheet { get; init; }
    public required string DefinitionsSheet { get; init; }
    public required string DataSheet { get; init; }

    public required string SummaryTitle { get; init; }
    public required string WarningsTitle { get; init; }
    public required string ListTitle { get; init; }
    public required string DaysTitle { get; init; }
    public required string CustomersTitle { get; init; }
    public required string PurchasesTitle { get; init; }
    public required string ContactsTitle { get; init; }
    public required string ProjectionTitle { get; init; }
    public required string PortfolioTitle { get; init; }
    public required string CohortsTitle { get; init; }
    public required string DefinitionsTitle { get; init; }
    public required string DataTitle { get; init; }
    public required string DataNote { get; init; }
    public required string FooterTitle { get; init; }
    public required string Subtitle { get; init; }
    public required string PeriodBefore { get; init; }

    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string ListSeparator { get; init; }
    public required string Measure { get; init; }
    public required string OnTheDay { get; init; }
    public required string ThatDay { get; init; }
    public required string Change { get; init; }
    public required string ChangeRate { get; init; }
    public required string Day { get; init; }
    public required string Month { get; init; }
    public required string MonthEnd { get; init; }
    public required string Count { get; init; }
    public required string OutOf { get; init; }
    public required string Share { get; init; }
    public required string Rate { get; init; }
    public required string Customers { get; init; }
    public required string ActiveCustomers { get; init; }
    public required string Purchases { get; init; }
    public required string Sales { get; init; }
    public required string AnnualSales { get; init; }
    public required string ShareOfActive { get; init; }
    public required string ShareOfSales { get; init; }
    public required string ShareOfChange { get; init; }
    public required string Group { get; init; }
    public required string Part { get; init; }
    public required string Amount { get; init; }
    public required string Value { get; init; }
    public required string Name { get; init; }
    public required string Incomplete { get; init; }
    public required string IncompleteNote { get; init; }
    public required string IsComplete { get; init; }
    public required string NoChart { get; init; }
    public required string TooShort { get; init; }

    public required string Because { get; init; }
    public required string AllWell { get; init; }
    public required string NotKnown { get; init; }
    public required string CountsLine { get; init; }
    public required string TileLine { get; init; }
    public required string NoComparison { get; init; }
    public required string NoWarnings { get; init; }
    public required string Level { get; init; }
    public required string Warning { get; init; }
    public required string Message { get; init; }
    public required string Causes { get; init; }
    public required string Since { get; init; }
    public required string Evidence { get; init; }
    public required string See { get; init; }
    public required string ForecastTitle { get; init; }
    public required string NoForecast { get; init; }
    public required string FiveYearLine { get; init; }
    public required string FlowByMonth { get; init; }

    public required string WarningLine { get; init; }
    public required string Stale { get; init; }
    public required string Estimated { get; init; }
    public required string DaysBefore { get; init; }
    public required string FirstOfSeries { get; init; }
    public required string Cause { get; init; }
    public required string Strength { get; init; }
    public required string FoundOn { get; init; }
    public required string FromSegment { get; init; }
    public required string OwnValue { get; init; }
    public required string ShareOfWhole { get; init; }
    public required string MoreSegments { get; init; }

    public required string ChangesTitle { get; init; }
    public required string FiguresTitle { get; init; }
    public required string Over { get; init; }
    public required string SinceDay { get; init; }
    public required string ByPurchaseCountTitle { get; init; }
    public required string ByPortfolioTitle { get; init; }
    public required string PurchasesSoFar { get; init; }

    public required string LargestLoss { get; init; }
    public required string NoLoss { get; init; }
    public required string AttributionIncomplete { get; init; }
    public required string AttributionTitle { get; init; }
    public required string Term { get; init; }
    public required string WholeCustomers { get; init; }
    public required string ExactCustomers { get; init; }
    public required string WholeChange { get; init; }
    public required string MarketingTitle { get; init; }
    public required string Marketing { get; init; }
    public required string RateNow { get; init; }
    public required string RateBefore { get; init; }
    public required string PoolNow { get; init; }
    public required string PoolBefore { get; init; }
    public required string ByRate { get; init; }
    public required string ByPool { get; init; }
    public required string MarketingNote { get; init; }
    public required string RetentionTitle { get; init; }
    public required string RetentionNote { get; init; }
    public required string CustomerYearBefore { get; init; }
    public required string PurchasesBefore { get; init; }
    public required string Retained { get; init; }
    public required string RetainedOf { get; init; }
    public required string Minimum { get; init; }
    public required string AboveMinimum { get; init; }
    public required string MinimumIntoYear2 { get; init; }
    public required string MinimumIntoYear3 { get; init; }
    public required string RetentionByYearChart { get; init; }
    public required string RetentionByCountChart { get; init; }
    public required string RetentionCourseChart { get; init; }
    public required string SecondPurchasesTitle { get; init; }
    public required string FirstPurchaseMonth { get; init; }
    public required string FirstTimeCustomers { get; init; }
    public required string BoughtAgain { get; init; }
    public required string SecondPurchasesChart { get; init; }
    public required string PortfolioStepsTitle { get; init; }
    public required string BySegmentTitle { get; init; }
    public required string BySegmentNote { get; init; }
    public required string Segment { get; init; }
    public required string SegmentValue { get; init; }
    public required string New { get; init; }
    public required string NewBefore { get; init; }
    public required string Reactivated { get; init; }
    public required string Lapsed { get; init; }
    public required string ActiveAtEnd { get; init; }
    public required string RetentionEffect { get; init; }
    public required string ReactivationRateNow { get; init; }
    public required string ReactivationEffect { get; init; }

    public required string RecentNote { get; init; }
    public required string ChurnTitle { get; init; }
    public required string ChurnPattern { get; init; }
    public required string ChurnExceeds { get; init; }
    public required string WindowBefore { get; init; }
    public required string BaseCustomers { get; init; }
    public required string NextCustomers { get; init; }
    public required string LostRate { get; init; }
    public required string FrequencyDecline { get; init; }
    public required string WindowChurn { get; init; }
    public required string AnnualChurn { get; init; }
    public required string AnnualSpend { get; init; }
    public required string LifetimeValue { get; init; }
    public required string Unbounded { get; init; }
    public required string ExpectedYears { get; init; }
    public required string NewCustomerRate { get; init; }
    public required string MissingNewCustomers { get; init; }
    public required string ExplanationTitle { get; init; }
    public required string ExplanationPattern { get; init; }
    public required string SalesBefore { get; init; }
    public required string SalesAfter { get; init; }
    public required string DueToNew { get; init; }
    public required string DueToReactivated { get; init; }
    public required string DueToLapsed { get; init; }
    public required string DueToFrequency { get; init; }
    public required string DueToOrderValue { get; init; }
    public required string DueToReturns { get; init; }

    public required string NoContacts { get; init; }
    public required string AssociationNote { get; init; }
    public required string DoseTitle { get; init; }
    public required string DoseNote { get; init; }
    public required string ContactBand { get; init; }
    public required string Contacts { get; init; }
    public required string PurchasesPerCustomer { get; init; }
    public required string SalesPerCustomer { get; init; }
    public required string PurchasesPerContact { get; init; }
    public required string RetentionRate { get; init; }
    public required string MarginalPurchases { get; init; }
    public required string MatchTitle { get; init; }
    public required string Match { get; init; }
    public required string ContactedCustomers { get; init; }
    public required string ContactsWithCustomers { get; init; }
    public required string ContactsAfterLastDay { get; init; }

    public required string Horizon { get; init; }
    public required string Today { get; init; }
    public required string Low80Pattern { get; init; }
    public required string High80Pattern { get; init; }
    public required string Low95Pattern { get; init; }
    public required string High95Pattern { get; init; }
    public required string BandNote { get; init; }
    public required string MonthsTitle { get; init; }
    public required string MonthlySales { get; init; }
    public required string MethodTitle { get; init; }
    public required string MethodPattern { get; init; }
    public required string StandingPattern { get; init; }
    public required string BackTestTitle { get; init; }
    public required string BackTestPattern { get; init; }
    public required string NoBackTest { get; init; }
    public required string Method { get; init; }
    public required string MonthsAhead { get; init; }
    public required string AllMonths { get; init; }
    public required string Cases { get; init; }
    public required string MeanError { get; init; }
    public required string SquareError { get; init; }
    public required string Bias { get; init; }
    public required string Wape { get; init; }
    public required string Mase { get; init; }
    public required string Covered80 { get; init; }
    public required string Covered95 { get; init; }

    public required string PortfolioPattern { get; init; }
    public required string ThresholdPattern { get; init; }
    public required string NoThreshold { get; init; }
    public required string GroupsTitle { get; init; }
    public required string TenureDays { get; init; }
    public required string MeanSpend { get; init; }
    public required string BubbleChart { get; init; }
    public required string MovesTitle { get; init; }
    public required string MovesNote { get; init; }
    public required string FromTo { get; init; }
    public required string NotYetCustomer { get; init; }

    public required string CohortsNote { get; init; }
    public required string CohortCustomersTitle { get; init; }
    public required string CohortSalesTitle { get; init; }
    public required string FirstPurchase { get; init; }

    public required string SettingsTitle { get; init; }
    public required string Setting { get; init; }
    public required string ActivePeriod { get; init; }
    public required string Currency { get; init; }
    public required string BeganWithData { get; init; }
    public required string ChurnWindow { get; init; }
    public required string PortfolioThreshold { get; init; }
    public required string OrderValuesPattern { get; init; }
    public required string SteadyFrom { get; init; }
    public required string BestFrom { get; init; }
    public required string GoneFrom { get; init; }
    public required string GoneScaled { get; init; }
    public required string DaysPattern { get; init; }
    public required string SegmentsOfA { get; init; }
    public required string RuleCount { get; init; }
    public required string RulesHash { get; init; }
    public required string QualityTitle { get; init; }
    public required string Remark { get; init; }
    public required string Observed { get; init; }
    public required string PurchasesAndReturns { get; init; }
    public required string LastPurchaseDay { get; init; }
    public required string LongestGap { get; init; }
    public required string NoGap { get; init; }
    public required string CompleteFromPattern { get; init; }
    public required string NotYet { get; init; }
    public required string RowsRead { get; init; }
    public required string BadRows { get; init; }
    public required string BadRow { get; init; }
    public required string InfiniteFiguresPattern { get; init; }
    public required string UndecidedTitle { get; init; }
    public required string UndecidedNote { get; init; }
    public required string NothingUndecided { get; init; }
    public required string SilentTitle { get; init; }
    public required string NothingSilent { get; init; }
    public required string SwitchedOff { get; init; }
    public required string Suppressed { get; init; }
    public required string ClosedToday { get; init; }
    public required string Rule { get; init; }
    public required string Title { get; init; }
    public required string CustomerPart { get; init; }
    public required string Reason { get; init; }
    public required string RuleTextsTitle { get; init; }
    public required string Text { get; init; }
    public required string Fingerprint { get; init; }
    public required string IsUsed { get; init; }
    public required string RuleErrorsTitle { get; init; }
    public required string MeasuresTitle { get; init; }
    public required string MeasuresNote { get; init; }
    public required string Id { get; init; }
    public required string Unit { get; init; }
    public required string Kind { get; init; }
    public required string Better { get; init; }
    public required string Formula { get; init; }
    public required string NeedsHistory { get; init; }

    public required IReadOnlyDictionary<AttributionCause, string> Terms { get; init; }
    public required IReadOnlyDictionary<ForecastMethod, string> Methods { get; init; }
    public required IReadOnlyDictionary<ForecastReason, string> Reasons { get; init; }
    public required IReadOnlyDictionary<ForecastMeasure, string> ForecastMeasures { get; init; }
    public required IReadOnlyDictionary<CohortGrain, string> Grains { get; init; }
    public required IReadOnlyDictionary<HistoryNeeded, string> Histories { get; init; }
    public required IReadOnlyDictionary<MeasureUnit, string> Units { get; init; }
    public required IReadOnlyDictionary<MeasureKind, string> Kinds { get; init; }
    public required IReadOnlyDictionary<GoodDirection, string> Directions { get; init; }
}
