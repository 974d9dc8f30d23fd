import TenonServer

/// The application under test, for files that see the server's inside.
let marketingApplication: any TenantApplication.Type = MarketingApplication.self
