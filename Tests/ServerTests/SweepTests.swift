import TenonHTTP
import Testing

@testable import TenonServer

/// The whole list, page by page.
@Suite struct SweepTests {
  private static func page(
    _ world: TestWorld, _ entity: String, _ query: String
  ) throws -> (ids: [Int], next: String?, previous: String?) {
    let target = "/api/\(entity)?\(query)"
    let step = Step(.get, target, by: .li, gives: 200)
    let response = try world.send(step)
    let problems = Contract.problems(.get, target, response)
    #expect(response.status == 200 && problems.isEmpty, "\(target): \(problems)")
    let body = try #require(JSON(response.body))
    let ids = (body["data"]?.items ?? []).compactMap { record -> Int? in
      if case .number(let id) = record["id"] { return Int(id) }
      return nil
    }
    return (ids, body["next"]?.text, body["previous"]?.text)
  }

  /// Forward and backward over every order, with pages of a length that does not divide the list:
  /// every row once, the same both ways, and the ends say that they are ends.
  @Test(arguments: Transport.allCases) func everyRowOnceInEveryOrder(_ transport: Transport) throws
  {
    let world = try TestWorld(transport, demo: true)
    let entities = [
      ("customer", ["created_at", "name", "budget", "met_at"]),
      ("opportunity", ["created_at", "amount", "expected_on", "name"]),
    ]
    for (entity, orders) in entities {
      var seen: [Set<Int>] = []
      for order in orders.flatMap({ [$0, "-" + $0] }) {
        let forward = try SweepTests.walk(world, entity, "sort=\(order)&limit=67", by: "after")
        let backward = try SweepTests.walk(
          world, entity, "sort=\(order)&limit=67&at=last", by: "before")
        #expect(forward.count > 150 && Set(forward).count == forward.count)
        #expect(backward.reversed().elementsEqual(forward), "\(entity) \(order)")
        seen.append(Set(forward))
      }
      #expect(seen.allSatisfy { $0 == seen[0] })
    }
  }

  /// All ids in the order walked.
  private static func walk(
    _ world: TestWorld, _ entity: String, _ query: String, by direction: String
  ) throws -> [Int] {
    let isForward = direction == "after"
    var result: [Int] = []
    var (ids, next, previous) = try page(world, entity, query)
    #expect((isForward ? previous : next) == nil)
    let base = query.replacing("&at=last", with: "")
    for _ in 0..<100 {
      result += isForward ? ids : ids.reversed()
      guard let cursor = isForward ? next : previous else { return result }
      (ids, next, previous) = try page(world, entity, base + "&\(direction)=\(cursor)")
      // There is a way back from every page but the first.
      #expect((isForward ? previous : next) != nil)
    }
    Issue.record("the list has no end")
    return result
  }

  /// Any bytes as a cursor are a client's mistake, never the server's.
  @Test func cursorsOfAnyFormAreRefusedOrTaken() throws {
    let world = try TestWorld(.memory, demo: true)
    let parts = ["", "i1", "i-1", "ix", "i99999999999999999999", "tx", "t", "x", "t\\\\", "i1\t"]
    let column = try #require(world.tenant.entity(named: "customer")?.meta.column(named: "name"))
    for order in ["\(column)", "-\(column)", "2", ""] {
      for first in parts {
        for second in parts + ["i1\ti1"] {
          let text = [order, first, second].joined(separator: "\t") + "\n"
          let hex = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
          for name in ["after", "before"] {
            let target = "/api/customer?sort=name&\(name)=\(hex)"
            let response = try world.send(Step(.get, target, by: .li, gives: 200))
            #expect([200, 400].contains(response.status), "\(response.status) for \(text)")
          }
        }
      }
    }
  }
}
