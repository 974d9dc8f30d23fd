import Diagnostics
import IR

/// Why holders of a role see a field as they do: clause by clause, and through what it is worked
/// out of.
public struct Derivation {
  private let sights: Sights
  private let report: AccessReport
  private let sources: SourceMap
  private let entity: Entity
  private let field: Int
  private let role: Int
  private var words: BusinessWords { report.words }

  public init(
    _ sights: Sights, _ sources: SourceMap, _ language: Language, role: Int, entity: Entity,
    field: Int
  ) {
    self.sights = sights
    self.sources = sources
    self.entity = entity
    self.field = field
    self.role = role
    report = AccessReport(sights, language, role: role, entity: entity.id)
  }

  /// The derivation as a text for a terminal.
  public var text: String {
    let name = words.text(sights.application.roles[role].label)
    let label = words.text(entity.label) + words.said("的", " › ") + self.label(field, entity)
    var out =
      "\(name)\(words.said("：", ": "))\(label) \(entity.name).\(entity.fields[field].name)\n"
    for line in verdict { out += "  \(line)\n" }
    let clauses = sights.rights.clauses[entity.id] ?? []
    var isFirst = true
    for (index, clause) in clauses.enumerated()
    where clause.holder == .everyone || clause.holder == .role(role) {
      out += isFirst ? "\n" : ""
      isFirst = false
      out += lines(clause, index)
    }
    if isFirst { out += "\n" + words.said("没有任何地方给出权限\n", "nothing gives a right\n") }
    if let reason = entity.fields[field].declassification {
      out += words.said("明确公开：", "shown by exception: ") + words.text(reason)
      out += "  \(place(entity.fields[field].origin))\n"
    }
    return out
  }

  // MARK: The verdict

  private var verdict: [String] {
    guard let part = report.entities.first,
      let holder = part.holders.last(where: { $0.holder == .role(role) }) ?? part.holders.first,
      let read = holder.actions[.read], !read.isNothing
    else { return [words.said("看不到：不能读取任何记录", "not shown: no record may be read")] }
    let limits = holder.limits.filter { $0.field == field }
    var lines = limits.map { report.line($0, entity) }
    if !limits.contains(where: { $0.kind == .hide && $0.isAlways }) {
      let rule = words.words(read, of: entity)
      lines.insert(words.said("能读取的记录：\(rule)", "records that may be read: \(rule)"), at: 0)
      if limits.isEmpty { lines.append(words.said("都能看到", "shown on all of them")) }
    }
    return lines
  }

  // MARK: Clauses

  private func lines(_ clause: Clause, _ index: Int) -> String {
    var out = "\(source(clause))  \(place(clause.origin))\n"
    let read = words.words(clause[.read], of: entity)
    out += "  \(words.said("读取：", "read: "))\(read)"
    if let grant = clause.grants[.read] { out += "  \(place(grant.origin))" }
    out += "\n"
    if clause[.read].isNothing { return out }
    for line in causes(entity, index, field, depth: 1) { out += line + "\n" }
    for (key, limits) in [(AccessReport.Limit.Kind.mask, clause.mask), (.lock, clause.lock)] {
      for limit in limits where limit.field == field {
        let rule = words.words(limit.when, of: entity)
        out +=
          "  \(report.words(key))\(words.said("，当：", ", when: "))\(rule)  \(place(limit.origin))\n"
      }
    }
    return out
  }

  private func source(_ clause: Clause) -> String {
    let holder = words.words(clause.holder)
    switch clause.source {
    case .access: return words.said("\(holder)，按 access", "\(holder), by access")
    case .may: return words.said("\(holder)，按 may", "\(holder), by may")
    case .above(let id):
      let above = words.text(sights.application.entity(id).label)
      return words.said("\(holder)，随所属的\(above)", "\(holder), with the \(above) above")
    }
  }

  /// Why a clause hides a field of an entity; what it is worked out of stands deeper.
  private func causes(_ entity: Entity, _ clause: Int, _ field: Int, depth: Int) -> [String] {
    let hiding = sights.hiding(entity.id, clause, field)
    let space = String(repeating: "  ", count: depth)
    if hiding.causes.isEmpty {
      return depth == 1 ? [space + words.said("字段完整显示", "the field is shown")] : []
    }
    return hiding.causes.flatMap { cause -> [String] in
      switch cause {
      case .own(let limit):
        let rule = words.words(limit.when, of: entity)
        let head = words.said(
          "隐藏 \(label(field, entity))，当：", "hides \(label(field, entity)) when: ")
        return ["\(space)\(head)\(rule)  \(place(limit.origin))"]
      case .input(let input, let when):
        let rule = words.words(when, of: entity)
        let (own, other) = (label(field, entity), label(input, entity))
        let head = words.said(
          "\(own) 由 \(other) 算出，看不全，当：\(rule)",
          "\(own) is worked out of \(other), which is not shown in full when: \(rule)")
        let inner = causes(entity, clause, input, depth: depth + 1)
        return ["\(space)\(head)  \(place(entity.fields[field].origin))"] + inner
          + masked(entity, clause, input, depth: depth + 1)
      case .related(let read):
        let step = Expression.Step(entity: read.entity, member: read.member)
        let other = words.text(sights.application.entity(read.entity).label)
        let path = other + words.said("的", " › ") + words.label(step)
        let head = words.said(
          "\(label(field, entity)) 由 \(path) 算出，而不是所有\(other)的这个字段都能看到",
          "\(label(field, entity)) is worked out of \(path), which is not shown of every record")
        return ["\(space)\(head)  \(place(entity.fields[field].origin))"] + related(read, depth + 1)
      }
    }
  }

  /// Where an input is masked.
  private func masked(_ entity: Entity, _ clause: Int, _ field: Int, depth: Int) -> [String] {
    let limits = sights.rights.clauses[entity.id]?[clause].mask ?? []
    return limits.filter { $0.field == field }.map { limit in
      let rule = words.words(limit.when, of: entity)
      let head = words.said(
        "\(label(field, entity)) 只显示一部分，当：", "\(label(field, entity)) is masked when: ")
      return String(repeating: "  ", count: depth) + head + rule + "  " + place(limit.origin)
    }
  }

  /// What holders of the role may read of another entity, and what limits the field there.
  private func related(_ read: Expression.Read, _ depth: Int) -> [String] {
    let other = sights.application.entity(read.entity)
    let space = String(repeating: "  ", count: depth)
    let clauses = (sights.rights.clauses[other.id] ?? []).enumerated().filter { _, clause in
      (clause.holder == .everyone || clause.holder == .role(role)) && !clause[.read].isNothing
    }
    if clauses.isEmpty {
      let label = words.text(other.label)
      return [space + words.said("\(label)：不能读取", "\(label): not read at all")]
    }
    return clauses.flatMap { index, clause -> [String] in
      let rule = words.words(clause[.read], of: other)
      let origin = clause.grants[.read]?.origin ?? clause.origin
      let head = "\(space)\(source(clause))\(words.said("，读取：", ", reads: "))\(rule)  "
      guard case .field(let id) = read.member,
        let field = other.fields.firstIndex(where: { $0.id == id })
      else { return [head + place(origin)] }
      return [head + place(origin)] + causes(other, index, field, depth: depth + 1)
        + masked(other, index, field, depth: depth + 1)
    }
  }

  // MARK: Words

  private func label(_ field: Int, _ entity: Entity) -> String {
    words.text(entity.fields[field].label)
  }

  private func place(_ span: Span) -> String { sources.place(span) }
}
