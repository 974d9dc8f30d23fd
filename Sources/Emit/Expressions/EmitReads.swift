import IR
import Query
import TargetCode

extension Emitter {
  /// The statements that read what expressions ask of other records; each takes a record's id.
  func related(_ reads: [RelatedRead]) -> SwiftDeclaration {
    var cases = reads.enumerated().map { number, read in
      SwiftStatement.Case(pattern: "case \(number)", body: [.return(.string(statement(read)))])
    }
    // The last stands for all others, of which there are none.
    cases[cases.count - 1].pattern = "default"
    return .function(
      modifiers: ["static"], signature: "related(_ read: Int) -> StaticString",
      body: [.switch(.name("read"), cases)])
  }

  private func statement(_ read: RelatedRead) -> String {
    switch read {
    case .chain(_, let steps):
      var text = "FROM \(table(steps[0].entity)) AS t0"
      for index in 1..<max(steps.count, 1) {
        let reference = "t\(index - 1).\(column(steps[index - 1]))"
        let next = "\(table(steps[index].entity)) AS t\(index)"
        text += " JOIN \(next) ON t\(index).\"id\" = \(reference)"
      }
      let value = "t\(steps.count - 1).\(column(steps[steps.count - 1]))"
      return "SELECT \(value) \(text) WHERE t0.\"id\" = ?"
    case .rows(let entity, let by, _):
      let reference = column(Expression.Step(entity: entity, member: .field(by)))
      return select(
        application.entity(entity), where: reference + " = ? ORDER BY \"id\"")
    }
  }

  /// All columns of records, in the order of the table.
  func select(_ entity: Entity, where condition: String) -> String {
    // What is worked out on reading has its place and no column.
    let columns =
      SystemColumn.columns.map { quoted($0.name) }
      + entity.fields.map { $0.rules.isLive ? "NULL" : quoted($0.physicalName) }
      + kept.rollUps(of: entity.id).map { quoted($0.column) }
    return """
      SELECT \(columns.joined(separator: ", ")) FROM \(quoted(entity.physicalName)) \
      WHERE \(condition)
      """
  }

  private func table(_ entity: StableID) -> String {
    quoted(application.entity(entity).physicalName)
  }

  private func column(_ step: Expression.Step) -> String {
    guard case .field(let id) = step.member else { return quoted(step.member.name { $0.text }) }
    let field = application.entity(step.entity).fields.first { $0.id == id }
    return quoted(field?.physicalName ?? id.text)
  }

  private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
