import IR
import TargetCode

/// What forms of an application work out while someone types, as a module for the pages' rule
/// script: for each entity the fields that its rules read, its computed values, when its fields are
/// hidden, required and read-only, and its checks. What the browser cannot work out is left out:
/// the server decides in any case.
public struct FormScript {
  /// The module, or nil when no form follows a rule.
  public let text: String?
  /// The names of the entities whose forms do.
  public let entities: [String]
  /// What the rules read of the person who is signed in, by its path.
  public let my: [String]

  public init(_ application: Application) {
    var maker = FormTables(application)
    maker.collect()
    entities = maker.ruled.map(\.name)
    text = entities.isEmpty ? nil : maker.text()
    my = maker.my.map(\.name)
  }
}

/// Collects the rules of all entities, then writes them.
struct FormTables {
  let application: Application
  private var writer: JavaScriptWriter
  /// By entity.
  private var tables: [StableID: Table] = [:]
  /// Computed fields that the browser can work out.
  private var worked: Set<StableID> = []

  /// The rules of one entity.
  private struct Table {
    var fields: [(field: Field, rules: [(name: String, code: String)])] = []
    var checks: [(check: Check, must: String, say: [(language: String, code: String)])] = []
    /// Fields and system fields that are read or shown.
    var members: Set<Expression.Member> = []
    /// The subforms whose rows are read.
    var rows: Set<String> = []

    var hasRules: Bool { !fields.isEmpty || !checks.isEmpty }
  }

  init(_ application: Application) {
    self.application = application
    writer = JavaScriptWriter(application)
  }

  mutating func collect() {
    var values: [StableID: [(field: Field, code: String)]] = [:]
    for node in ValueGraph(application.entities).order {
      let entity = application.entity(node.entity)
      guard let field = entity.fields.first(where: { $0.id == node.field }),
        let value = field.rules.value, isKnown(value), let code = code(value, of: field)
      else { continue }
      worked.insert(field.id)
      values[entity.id, default: []].append((field, code))
      tables[entity.id, default: Table()].members.insert(.field(field.id))
      note(value)
    }
    for entity in application.entities {
      for (field, code) in values[entity.id] ?? [] {
        let rules = [("value", code)] + states(of: field)
        tables[entity.id, default: Table()].fields.append((field, rules))
      }
      for field in entity.fields where !worked.contains(field.id) {
        let rules = states(of: field)
        if !rules.isEmpty { tables[entity.id, default: Table()].fields.append((field, rules)) }
      }
      for check in entity.checks { add(check, entity) }
    }
  }

  /// Entities whose forms follow rules: of their own, or of the rows that stand in them.
  var ruled: [Entity] {
    application.entities.filter { entity in
      tables[entity.id]?.hasRules == true
        || entity.subforms.contains { tables[$0.entity]?.hasRules == true }
    }
  }

  /// What is read of the person who is signed in, with the type of its input.
  var my: [(name: String, type: String)] {
    writer.ofMe.sorted { $0.key < $1.key }.map { ($0.key, $0.value.inputType) }
  }

  // MARK: Collecting

  /// Whether the browser works out whatever other computed values a value reads.
  private func isKnown(_ value: Expression) -> Bool {
    value.reads.allSatisfy { read in
      guard case .field(let id) = read.member, !worked.contains(id) else { return true }
      let field = application.entity(read.entity).fields.first { $0.id == id }
      return field?.rules.value == nil
    }
  }

  /// A value as its field holds it: blank when it is out of the field's range.
  private mutating func code(_ value: Expression, of field: Field) -> String? {
    writer.function(value, within: field.type.range)
  }

  private mutating func states(of field: Field) -> [(name: String, code: String)] {
    let rules = [
      ("hidden", field.rules.hidden), ("required", field.rules.required),
      ("readOnly", field.rules.readOnly),
    ]
    return rules.compactMap { name, rule in
      guard let rule, let code = writer.function(rule) else { return nil }
      note(rule)
      return (name, code)
    }
  }

  private mutating func add(_ check: Check, _ entity: Entity) {
    guard let must = writer.function(check) else { return }
    let say = check.say.compactMap { wording in
      writer.function(wording.text).map { (wording.language, $0) }
    }
    // A message that the browser cannot word is the server's.
    guard say.count == check.say.count else { return }
    note(check.must)
    for expression in check.say.flatMap(\.text.expressions) { note(expression) }
    tables[entity.id, default: Table()].checks.append((check, must, say))
  }

  /// Remembers what an expression reads, of the record and of its rows.
  private mutating func note(_ expression: Expression) {
    for read in expression.reads where read.root == .record {
      tables[read.entity, default: Table()].members.insert(read.member)
      guard let rows = read.rows else { continue }
      for entity in application.entities {
        let child = application.entity(rows.entity)
        for subform in entity.subforms
        where subform.entity == rows.entity && child.fields[subform.by].id == rows.by {
          tables[entity.id, default: Table()].rows.insert(subform.name)
        }
      }
    }
  }
}

// MARK: Writing

extension FormTables {
  func text() -> String {
    var out = LineWriter()
    out.line(
      "// Generated by tenon from \(application.name): rules of its forms. Not to be edited.")
    out.line("export default (t, e) => {")
    out.nested { out in
      for line in writer.declarations { out.line(line) }
      out.line("return {")
      out.nested { out in
        out.line("my: \(FormTables.object(my.map { ($0.name, $0.type) })),")
        out.line("entities: {")
        out.nested { out in
          for entity in application.entities { write(entity, into: &out) }
        }
        out.line("},")
      }
      out.line("};")
    }
    out.line("};")
    return out.text
  }

  private func write(_ entity: Entity, into out: inout LineWriter) {
    let table = tables[entity.id] ?? Table()
    let rows = entity.subforms.filter { subform in
      table.rows.contains(subform.name) || tables[subform.entity]?.hasRules == true
    }
    guard table.hasRules || !table.members.isEmpty || !rows.isEmpty else { return }
    out.line("\(JavaScriptText.key(entity.name)): {")
    out.nested { out in
      out.line("types: \(FormTables.object(types(table, entity))),")
      let kinds = rows.map {
        ($0.name, JavaScriptText.quoted(application.entity($0.entity).name))
      }
      out.line("rows: \(FormTables.object(kinds)),")
      write(table.fields, into: &out)
      write(table.checks, entity, into: &out)
    }
    out.line("},")
  }

  private func types(_ table: Table, _ entity: Entity) -> [(String, String)] {
    let system: [Expression.Member] = [.id, .createdAt, .createdBy, .updatedAt, .updatedBy]
    let own = entity.fields.filter { table.members.contains(.field($0.id)) }.map {
      ($0.name, $0.inputType)
    }
    let more = system.filter(table.members.contains).map { member in
      (member.name { $0.text }, member.inputType)
    }
    return own + more
  }

  private static func object(_ members: [(String, String)]) -> String {
    let list = members.map { "\(JavaScriptText.key($0)): \($1)" }.joined(separator: ", ")
    return list.isEmpty ? "{}" : "{ \(list) }"
  }

  private func write(
    _ fields: [(field: Field, rules: [(name: String, code: String)])],
    into out: inout LineWriter
  ) {
    if fields.isEmpty { return out.line("fields: {},") }
    out.line("fields: {")
    out.nested { out in
      for (field, rules) in fields {
        out.line("\(JavaScriptText.key(field.name)): {")
        out.nested { out in
          for rule in rules { out.line("\(rule.name): \(rule.code),") }
        }
        out.line("},")
      }
    }
    out.line("},")
  }

  private func write(
    _ checks: [(check: Check, must: String, say: [(language: String, code: String)])],
    _ entity: Entity, into out: inout LineWriter
  ) {
    if checks.isEmpty { return out.line("checks: [],") }
    out.line("checks: [")
    out.nested { out in
      for (check, must, say) in checks {
        out.line("{")
        out.nested { out in
          let field = check.at.map { JavaScriptText.quoted(entity.name(of: $0)) }
          out.line("at: \(field ?? "null"),")
          out.line("must: \(must),")
          out.line("say: {")
          out.nested { out in
            for (language, code) in say { out.line("\(JavaScriptText.key(language)): \(code),") }
          }
          out.line("},")
        }
        out.line("},")
      }
    }
    out.line("],")
  }
}
