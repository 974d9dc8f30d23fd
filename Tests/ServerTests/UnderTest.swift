import TenonServer

/// The application under test, for files that see the server's inside.
let salesApplication: any TenantApplication.Type = SalesApplication.self
