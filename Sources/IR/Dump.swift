import Diagnostics
import Values

extension Application {
  /// The application as text: one node a line, the same for the same input. With sources, each
  /// node ends with its place `file:line:column`.
  public func dump(_ sources: SourceMap? = nil) -> String {
    var writer = DumpWriter(sources: sources, application: self)
    writer.write()
    return writer.out
  }
}

/// Writes the dump of one application.
private struct DumpWriter {
  let sources: SourceMap?
  let application: Application
  var out = ""

  mutating func line(_ depth: Int, _ text: String, _ origin: Span? = nil) {
    out += String(repeating: "  ", count: depth) + text
    if let sources, let origin { out += " @" + sources.place(origin) }
    out += "\n"
  }

  mutating func write() {
    line(0, "application \(application.name)\(words(application.label))")
    line(1, "languages \(application.languages.joined(separator: " "))")
    line(1, "currency \(application.currency.code) scale \(application.currency.scale)")
    line(1, "time_zone \(application.timeZone)")
    if let color = application.brandColor { line(1, "brand \(color)") }
    switch application.secondFactor {
    case .nobody: break
    case .everyone: line(1, "totp everyone")
    case .roles(let indices):
      line(1, "totp " + indices.map { application.roles[$0].name }.joined(separator: " "))
    }
    for role in application.roles {
      let rights =
        (role.isAdministrator ? " administrator" : "") + (role.isAuditor ? " audit" : "")
      line(1, "role \(role.name) \(role.id)\(rights)\(words(role.label))", role.origin)
      if !role.workbench.isEmpty {
        line(2, "workbench \(role.workbench.map(viewName).joined(separator: " "))")
      }
    }
    for parameter in application.parameters {
      let value = parameter.type.storage.print(parameter.value)
      line(
        1,
        "param \(parameter.name) \(type(parameter.type)) \(quoted(value))\(words(parameter.label))",
        parameter.origin)
    }
    if let calendar = application.calendar {
      line(1, "calendar \(calendar.lines.joined(separator: ", "))")
    }
    for group in application.menu where group.label != nil { write(group) }
    for entity in application.entities where !entity.isBuiltIn { write(entity) }
    for view in application.views where !application.entity(view.entity).isBuiltIn {
      write(view)
    }
  }

  private func viewName(_ id: StableID) -> String {
    guard let view = application.views.first(where: { $0.id == id }) else { return id.text }
    return "\(application.entity(view.entity).name).\(view.name)"
  }

  private mutating func write(_ group: MenuGroup) {
    let icon = group.icon.map { " icon \($0)" } ?? ""
    let names = group.entities.map { application.entity($0).name }.joined(separator: " ")
    let offer = application.offered(group.offer)
    line(1, "menu \(group.name)\(icon)\(group.label.map(words) ?? "")\(offer)")
    line(2, "entities \(names)")
  }

  private mutating func write(_ entity: Entity) {
    let head = "entity \(entity.name) \(entity.id) table \(quoted(entity.physicalName))"
    line(1, head + words(entity.label), entity.origin)
    let title = entity.title.parts.map { part in
      switch part {
      case .literal(let text): return quoted(text)
      case .field(let index): return entity.fields[index].name
      case .id: return "id"
      }
    }
    if entity.plural != entity.label { line(2, "plural\(words(entity.plural))") }
    if let icon = entity.icon { line(2, "icon \(icon)") }
    line(2, "title \(title.joined(separator: " "))")
    for (depth, text, origin) in application.accessLines(of: entity) {
      line(2 + depth, text, origin)
    }
    for field in entity.fields { write(field) }
    for subform in entity.subforms { write(subform) }
    for section in entity.sections where section.label != nil { write(section, entity) }
    for check in entity.checks { write(check, entity) }
    for rule in entity.notOverlapping {
      let names = rule.of.map { entity.fields[$0].name }.joined(separator: " ")
      let (from, to) = (entity.fields[rule.from].name, entity.fields[rule.to].name)
      line(2, "not_overlapping \(names) from \(from) to \(to)", rule.origin)
    }
    for key in entity.uniqueKeys {
      let names = key.fields.map { entity.fields[$0].name }.joined(separator: " ")
      line(2, "unique \(key.id) index \(quoted(key.physicalName)) on \(names)", key.origin)
    }
  }

  private mutating func write(_ field: Field) {
    var text = "field \(field.name) \(field.id) column \(quoted(field.physicalName)) "
    text += type(field.type)
    if field.control.name != field.type.keyword { text += " control \(field.control.name)" }
    if field.isRequired { text += " required" }
    if !field.defaultValue.isBlank {
      text += " default \(quoted(field.type.storage.print(field.defaultValue)))"
    }
    if field.startsWithMe { text += " default me" }
    if field.rules.value != nil { text += field.rules.isLive ? " live" : " computed" }
    line(2, text + words(field.label), field.origin)
    if let help = field.help { line(3, "help\(words(help))") }
    if let reason = field.declassification { line(3, "declassified\(words(reason))") }
    for (key, rule) in field.rules.all { line(3, "\(key) \(shown(rule))") }
    for option in field.type.options ?? [] {
      var head = "option \(option.name) \(option.id) value \(quoted(option.physicalName))"
      if let outcome = option.outcome { head += " \(outcome.rawValue)" }
      if !option.needs.isEmpty { head += " needs \(option.needs.joined(separator: " "))" }
      line(3, head + words(option.label), option.origin)
    }
  }

  private mutating func write(_ check: Check, _ entity: Entity) {
    let at = check.at.map { " at \(entity.name(of: $0))" } ?? ""
    line(2, "check \(check.name)\(at) \(shown(check.must))", check.origin)
    for say in check.say { line(3, "say \(say.language) \(shown(say.text))") }
  }

  private func shown(_ expression: Expression) -> String { expression.dump(application.names) }

  private func shown(_ template: Template) -> String {
    template.parts.map { part in
      switch part {
      case .literal(let text): return quoted(text)
      case .value(let value): return shown(value)
      }
    }.joined(separator: " ")
  }

  private mutating func write(_ subform: Subform) {
    let rows = application.entity(subform.entity)
    let columns = subform.columns.map { rows.fields[$0].name }.joined(separator: " ")
    let head = "subform \(subform.name) of \(rows.name) by \(rows.fields[subform.by].name)"
    line(2, head + " columns \(columns)" + words(subform.label), subform.origin)
    if let help = subform.help { line(3, "help\(words(help))") }
  }

  private mutating func write(_ section: Section, _ entity: Entity) {
    let items = section.items.map { item in
      switch item {
      case .field(let index): return entity.fields[index].name
      case .subform(let index): return entity.subforms[index].name
      }
    }
    let offer = application.offered(section.offer)
    line(2, "section\(section.label.map(words) ?? "")\(offer)")
    line(3, items.joined(separator: " "))
  }

  private func type(_ type: FieldType) -> String {
    switch type {
    case .text(let length), .longText(let length), .secret(let length):
      return "\(type.keyword) max \(length)"
    case .integer(let range): return "integer \(bounds(range, 0))"
    case .decimal(let scale, let range), .money(let scale, let range):
      return "\(type.keyword) scale \(scale) \(bounds(range, scale))"
    case .percent(let range): return "percent \(bounds(range, 4))"
    case .reference(let entity): return "reference \(application.entity(entity).name)"
    case .autoNumber(let pattern): return "auto_number \(quoted(pattern.text))"
    case .rating(let best): return "rating 1..\(best)"
    case .attachment(let limit), .image(let limit): return "\(type.keyword) max \(limit)"
    case .boolean, .date, .dateTime, .choice, .stage, .multiChoice, .email, .phone, .url, .person,
      .department:
      return type.keyword
    }
  }

  private mutating func write(_ view: View) {
    let entity = application.entity(view.entity)
    let offer = application.offered(view.offer)
    line(
      1, "view \(entity.name).\(view.name) \(view.id)\(words(view.label))\(offer)", view.origin)
    if let reason = view.declassification { line(2, "declassified\(words(reason))") }
    if view.layout != .table(group: nil) { line(2, layout(view.layout, entity)) }
    line(2, "columns \(view.columns.map { column($0, entity) }.joined(separator: " "))")
    if !view.filters.isEmpty {
      line(2, "filter \(view.filters.map { column($0, entity) }.joined(separator: " "))")
    }
    let sorts = view.sorts.map { ($0.descending ? "-" : "") + column($0.column, entity) }
    line(2, "sort \(sorts.joined(separator: " "))")
    if let condition = view.condition { line(2, "where \(shown(condition))") }
    for condition in view.conditions ?? [] {
      let values = condition.values.map { value in
        switch value {
        case .me: return "me"
        case .value(let text): return quoted(text)
        }
      }
      let name = entity.fields[condition.field].name
      line(
        3, "\(name) \(condition.isNegated ? "not in" : "in") \(values.joined(separator: " "))")
    }
  }

  private func layout(_ layout: View.Layout, _ entity: Entity) -> String {
    switch layout {
    case .table(let group): return "table" + (group.map { " group \(column($0, entity))" } ?? "")
    case .board(let by): return "board by \(entity.fields[by].name)"
    case .calendar(let from, let to):
      return "calendar from \(column(from, entity))"
        + (to.map { " to \(column($0, entity))" } ?? "")
    case .gallery(let image): return "gallery image \(entity.fields[image].name)"
    case .gantt(let from, let to):
      return "gantt from \(column(from, entity)) to \(column(to, entity))"
    }
  }

  private func column(_ column: View.Column, _ entity: Entity) -> String {
    switch column {
    case .field(let index): return entity.fields[index].name
    case .createdAt: return "created_at"
    case .updatedAt: return "updated_at"
    }
  }

  private func bounds(_ range: NumberRange, _ scale: UInt8) -> String {
    Decimal.print(range.minimum, scale: scale) + ".." + Decimal.print(range.maximum, scale: scale)
  }

  private func words(_ words: Words) -> String {
    words.texts.map { " \($0.language)=\(quoted($0.text))" }.joined()
  }

  /// In double quotes, with line feeds, quotes and backslashes escaped.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"", "\\": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
