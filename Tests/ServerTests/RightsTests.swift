import TenonHTTP
import Testing

@testable import TenonServer

/// The stories of rights, each over every transport, with their people.
@Suite struct RightsStoryTests {
  @Test(arguments: RightsStories.all + DeletionStories.all, Transport.allCases)
  func rights(_ scenario: Scenario, _ transport: Transport) throws {
    let world = try TestWorld(transport)
    for (login, name, roles) in RightsStories.people { try world.add(login, name, roles) }
    try world.run(scenario)
  }

  /// Whoever has no right meets on no page a label or a value of records.
  @Test func whoHasNoRightLearnsNothing() throws {
    let world = try TestWorld(.memory)
    for (login, name, roles) in RightsStories.people { try world.add(login, name, roles) }
    try world.run(RightsStories.all[0])
    let secrets = ["私人电话", "密级", "档案名", "附页名", "甲案", "乙案", "13812345678", "111.10"]
    for route in Routes.all(world.tenant) where route.method == .get {
      if route.template.hasPrefix("/assets") { continue }
      let path = route.template.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0 == "{id}" ? "1" : String($0) }.joined(separator: "/")
      for query in ["", "?field=name&value=甲案&q=甲案", "?view=all", "?field=grade"] {
        for sender in [Sender.nobody, .cookie("gast"), .gast] {
          let answer = try world.send(
            Step(.get, path + TestWorld.escapedQuery(query), by: sender, gives: 200))
          #expect(answer.status < 500, "\(path)\(query)")
          let body = String(decoding: answer.body, as: UTF8.self)
          for secret in secrets where !(query.contains(secret)) {
            #expect(!body.contains(secret), "\(path)\(query) tells \(secret) to \(sender)")
          }
        }
      }
    }
  }
}

extension TestWorld {
  /// A query with what is not ASCII escaped.
  static func escapedQuery(_ query: String) -> String {
    query.unicodeScalars.map { $0.isASCII ? String($0) : escaped(String($0)) }.joined()
  }
}
