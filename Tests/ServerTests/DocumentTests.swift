import TestSupport
import Testing

@testable import TenonServer

/// The API document and the routes say the same.
@Suite struct DocumentTests {
  /// Routes besides the API's own kind that programs use.
  private static let forPrograms: Set<String> = [
    "POST /session", "GET /healthz", "GET /readyz", "GET /metrics", "GET /openapi.json",
    "GET /files/{id}", "GET /files/{id}/thumb",
  ]
  /// Open routes that only browsers use.
  private static let forBrowsers: Set<String> = [
    "GET /assets/{id}", "GET /sign-in", "POST /sign-in", "POST /sign-in/code", "POST /language",
    "POST /theme",
    "GET /welcome/{id}", "POST /welcome/{id}", "GET /offline", "GET /sw.js",
  ]

  @Test func everyRouteIsDescribedAndEveryDescriptionHasARoute() throws {
    let world = try TestWorld(.memory)
    var (all, api, open) = (Set<String>(), Set<String>(), Set<String>())
    for route in Routes.all(world.tenant) {
      let line = route.method.text + " " + route.template
      all.insert(line)
      switch route.endpoint {
      case .api: api.insert(line)
      case .open: open.insert(line)
      case .page, .form: break
      }
    }
    // What a route calls its parameters nobody sees.
    let described = Set(
      Contract.operations.flatMap { line in
        line.hasSuffix(".{form}")
          ? ["csv", "xlsx"].map { line.replacing("{form}", with: $0) } : [line]
      }.map { $0.replacing(/\{[^}]+\}/, with: "{id}") })
    #expect(described.subtracting(api).subtracting(DocumentTests.forPrograms) == [])
    #expect(api.union(DocumentTests.forPrograms).subtracting(described) == [])
    #expect(DocumentTests.forPrograms.subtracting(all) == [])
    #expect(open.subtracting(described) == DocumentTests.forBrowsers)
  }

  /// Every name that the document refers to is there.
  @Test func everyReferenceLeadsSomewhere() throws {
    let text = try Repository.text("Tests/Generated/sales/openapi.json")
    let names = text.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.1) }
    #expect(!names.isEmpty)
    for name in Set(names) { #expect(Contract.hasSchema(name), "\(name)") }
  }
}
