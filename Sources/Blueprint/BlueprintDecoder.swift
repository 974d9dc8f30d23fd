import Values

/// Why a text is no blueprint; the line counts from 1.
public struct BlueprintError: Error, Hashable, Sendable, CustomStringConvertible {
  public let line: Int
  public let reason: String
  public var description: String { "blueprint line \(line): \(reason)" }
}

extension BlueprintCodec {
  /// Reads the text form. Throws at the first line that is not as ``encode(_:)`` writes it.
  public static func decode(_ text: String) throws(BlueprintError) -> Blueprint {
    guard let records = TabbedText.records(text) else {
      throw BlueprintError(line: 0, reason: "malformed escape")
    }
    var decoder = BlueprintDecoder()
    for (index, record) in records.enumerated() {
      do { try decoder.read(record) } catch {
        throw BlueprintError(line: index + 1, reason: error.reason)
      }
    }
    guard let blueprint = decoder.blueprint else {
      throw BlueprintError(line: records.count, reason: "no line `app`")
    }
    return blueprint
  }
}

private struct Malformed: Error {
  let reason: String
}

private struct BlueprintDecoder {
  var blueprint: Blueprint?
  private var sawVersion = false

  mutating func read(_ parts: [String]) throws(Malformed) {
    if !sawVersion {
      guard parts == ["blueprint \(BlueprintCodec.version)"] else {
        throw Malformed(reason: "not version \(BlueprintCodec.version)")
      }
      sawVersion = true
      return
    }
    let rest = Array(parts.dropFirst())
    if parts[0] == "app" { return try readApp(rest) }
    guard blueprint != nil else { throw Malformed(reason: "`\(parts[0])` before `app`") }
    switch parts[0] {
    case "role":
      try need(rest, 2)
      blueprint!.roles.append(
        RoleLook(name: rest[0], label: try words(rest, 2), workbench: list(rest[1])))
    case "menu":
      try need(rest, 3)
      blueprint!.menu.append(
        MenuLook(
          name: rest[0], label: rest.count == 3 ? nil : try words(rest, 3), icon: filled(rest[1]),
          entities: list(rest[2])))
    case "menufor":
      guard !blueprint!.menu.isEmpty else { throw Malformed(reason: "no menu above") }
      blueprint!.menu.withLast { $0.offered = rest }
    case "entity":
      try need(rest, 2)
      blueprint!.entities.append(
        EntityLook(name: rest[0], label: try words(rest, 2), icon: filled(rest[1]), title: []))
    case "plural":
      let plural = try words(rest, 0)
      try inEntity { $0.plural = plural }
    case "title": try readTitle(rest)
    case "field", "help", "range", "option": try readField(parts[0], rest)
    case "subform", "subhelp", "section", "sectionfor": try readLayout(parts[0], rest)
    case "view", "layout", "condition", "viewfor", "reads", "declassify":
      try readView(parts[0], rest)
    case "rule": try readRule(rest)
    default: throw Malformed(reason: "unknown record `\(parts[0])`")
    }
  }

  private mutating func readField(_ kind: String, _ rest: [String]) throws(Malformed) {
    switch kind {
    case "field":
      try need(rest, 3)
      let field = FieldLook(
        name: rest[0], control: rest[1], label: try words(rest, 3), limit: Int(rest[2]))
      try inEntity { $0.fields.append(field) }
    case "help":
      let help = try words(rest, 0)
      try inField { $0.help = help }
    case "range":
      try need(rest, 2)
      guard let low = Int64(rest[0]), let high = Int64(rest[1]), low <= high else {
        throw Malformed(reason: "no range")
      }
      try inField { $0.range = low...high }
    default:
      try need(rest, 3)
      let option = OptionLook(
        name: rest[0], label: try words(rest, 3), outcome: OptionLook.Outcome(rawValue: rest[1]),
        needs: list(rest[2]))
      try inField { $0.options.append(option) }
    }
  }

  private mutating func readLayout(_ kind: String, _ rest: [String]) throws(Malformed) {
    switch kind {
    case "subform":
      try need(rest, 4)
      let subform = SubformLook(
        name: rest[0], label: try words(rest, 4), entity: rest[1], by: rest[2],
        columns: list(rest[3]))
      try inEntity { $0.subforms.append(subform) }
    case "subhelp":
      let help = try words(rest, 0)
      guard blueprint!.entities.last?.subforms.isEmpty == false else {
        throw Malformed(reason: "no subform above")
      }
      try inEntity { $0.subforms.withLast { $0.help = help } }
    case "sectionfor":
      guard blueprint!.entities.last?.sections.isEmpty == false else {
        throw Malformed(reason: "no section above")
      }
      try inEntity { $0.sections.withLast { $0.offered = rest } }
    default:
      try need(rest, 1)
      let section = SectionLook(
        label: rest.count == 1 ? nil : try words(rest, 1), items: list(rest[0]))
      try inEntity { $0.sections.append(section) }
    }
  }

  private mutating func readApp(_ rest: [String]) throws(Malformed) {
    try need(rest, 6)
    guard blueprint == nil, let scale = UInt8(rest[3]) else {
      throw Malformed(reason: "second or malformed `app`")
    }
    let languages = list(rest[1])
    guard !languages.isEmpty else { throw Malformed(reason: "no language") }
    guard rest.count == 6 + languages.count else { throw Malformed(reason: "label incomplete") }
    blueprint = Blueprint(
      app: rest[0], label: Words(Array(rest[6...])), languages: languages, currency: rest[2],
      currencyScale: scale, timeZone: rest[4], brandColor: filled(rest[5]))
  }

  private mutating func readTitle(_ rest: [String]) throws(Malformed) {
    var title: [TitlePart] = []
    for part in rest {
      if part.hasPrefix("text:") {
        title.append(.literal(String(part.dropFirst(5))))
      } else if part.hasPrefix("field:") {
        title.append(.field(String(part.dropFirst(6))))
      } else {
        throw Malformed(reason: "title part `\(part)`")
      }
    }
    try inEntity { $0.title = title }
  }

  private mutating func readView(_ kind: String, _ rest: [String]) throws(Malformed) {
    switch kind {
    case "view":
      try need(rest, 4)
      let view = ViewLook(
        name: rest[0], label: try words(rest, 4), columns: list(rest[1]),
        filters: list(rest[2]), sorts: list(rest[3]))
      try inEntity { $0.views.append(view) }
    case "layout":
      guard let layout = layout(rest) else { throw Malformed(reason: "layout of a view") }
      try inView { $0.layout = layout }
    case "viewfor": try inView { $0.offered = rest }
    case "reads": try inView { $0.reads = rest }
    case "declassify":
      let reason = try words(rest, 0)
      try inView { $0.declassification = reason }
    default:
      try need(rest, 2)
      let condition = ViewCondition(
        field: rest[1], isNegated: rest[0] == "not", values: Array(rest[2...]))
      try inView { $0.conditions.append(condition) }
    }
  }

  private mutating func readRule(_ rest: [String]) throws(Malformed) {
    try need(rest, 2)
    guard let clause = Int(rest[0]) else { throw Malformed(reason: "rule without a clause") }
    let rule = RuleWords(clause: clause, place: rest[1], words: try words(rest, 2))
    try inEntity { $0.ruleWords.append(rule) }
  }

  private func layout(_ parts: [String]) -> ViewLayout? {
    switch (parts.first, parts.count) {
    case ("table", 1): return .table(group: nil)
    case ("table", 2): return .table(group: parts[1])
    case ("board", 2): return .board(by: parts[1])
    case ("calendar", 2): return .calendar(from: parts[1], to: nil)
    case ("calendar", 3): return .calendar(from: parts[1], to: parts[2])
    case ("gallery", 2): return .gallery(image: parts[1])
    case ("gantt", 3): return .gantt(from: parts[1], to: parts[2])
    default: return nil
    }
  }

  private mutating func inView(_ change: (inout ViewLook) -> Void) throws(Malformed) {
    guard blueprint!.entities.last?.views.isEmpty == false else {
      throw Malformed(reason: "no view above")
    }
    try inEntity { $0.views.withLast(change) }
  }

  private mutating func inEntity(_ change: (inout EntityLook) -> Void) throws(Malformed) {
    let last = blueprint!.entities.count - 1
    guard last >= 0 else { throw Malformed(reason: "no entity above") }
    change(&blueprint!.entities[last])
  }

  private mutating func inField(_ change: (inout FieldLook) -> Void) throws(Malformed) {
    guard blueprint!.entities.last?.fields.isEmpty == false else {
      throw Malformed(reason: "no field above")
    }
    try inEntity { $0.fields.withLast(change) }
  }

  private func need(_ parts: [String], _ count: Int) throws(Malformed) {
    if parts.count < count { throw Malformed(reason: "too short") }
  }

  private func words(_ parts: [String], _ from: Int) throws(Malformed) -> Words {
    guard parts.count - from == blueprint!.languages.count else {
      throw Malformed(reason: "not one wording per language")
    }
    return Words(Array(parts[from...]))
  }

  private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func list(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}

extension Array {
  fileprivate mutating func withLast(_ change: (inout Element) -> Void) {
    change(&self[count - 1])
  }
}
