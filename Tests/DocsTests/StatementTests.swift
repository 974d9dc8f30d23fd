import Driver
import Foundation
import Query
import Testing

/// The SQL in docs/architecture.md is what the composer prints for apps/marketing.
@Suite struct StatementTests {
  /// The table of customers as the generated code gives it to the server.
  private enum Customer: Governed {
    static let table: Table = {
      let swift = Driver.print(.swift, of: Manual.marketing) ?? ""
      let start = swift.range(of: "entity\tcustomer\tcustomer\n")?.lowerBound ?? swift.startIndex
      let text = swift[start...].components(separatedBy: "\"\"\"#")[0]
      return EntityShape(parsing: text)?.table() ?? Table(name: "not found", fields: [])
    }()

    static let rights = EntityRights([Clause(roles: Clause.everyone, read: .all)])
  }

  @Test func theShownReadIsReal() throws {
    let table = Customer.table
    let budget = try #require(table.columns.firstIndex { $0.name == "budget" })
    let name = try #require(table.columns.firstIndex { $0.name == "name" })
    let person = Principal(user: 1, roles: [])
    let proof = try #require(authorize(person, .read, on: Customer.self))
    let query = Query(
      table, outputs: [.column(name), .column(budget)],
      order: [SortKey(budget, descending: true)],
      position: .after([.integer(13_000_000), .integer(1)]), limit: 51)
    let plan = try Composer(.sqlite).compose(query, proof)
    let printed = plan.steps.map { words($0.sql(.sqlite)) }
    let block = Manual.page("docs/architecture.md").blocks.first { $0.language == "sql" }
    let shown = (block?.text ?? "").components(separatedBy: ";").map(words).filter { !$0.isEmpty }
    #expect(shown == printed)
  }

  /// Line breaks are the page's own.
  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
