import Diagnostics
import IR

extension AccessReport {
  /// The report as a text for a terminal.
  public func text(_ sources: SourceMap) -> String {
    var out = heading + "\n"
    for part in entities { out += "\n" + text(part, sources) }
    out += tail(sources)
    return out
  }

  var heading: String {
    let label = words.text(application.label)
    return words.said("权限：\(label)（\(application.name)）", "Rights: \(label) (\(application.name))")
  }

  // MARK: Entities

  private func text(_ part: EntityPart, _ sources: SourceMap) -> String {
    var out = "\(label(part.entity)) \(part.entity.name)\n"
    if let belonging = belonging(part.entity) { out += "  \(belonging)\n" }
    for holder in part.holders {
      let places = holder.places.map { sources.place($0) }.filter { !$0.isEmpty }
      out += "  \(words.words(holder.holder))"
      out += part.entity.isBuiltIn ? "\n" : "  \(places.joined(separator: " "))\n"
      for (actions, rule) in grouped(holder) {
        let names = actions.map(words.words).joined(separator: words.said("、", ", "))
        out += "    \(names)\(words.said("：", ": "))\(words.words(rule, of: part.entity))\n"
      }
      for line in lines(holder.limits, part.entity) { out += "    \(line)\n" }
    }
    if !part.others.isEmpty {
      let names = part.others.map { words.text(application.roles[$0].label) }
        .joined(separator: words.said("、", ", "))
      let hasAll = part.holders.contains { $0.holder == .everyone }
      out +=
        "  "
        + (hasAll
          ? words.said("没有更多权限：\(names)", "no more than everyone: \(names)")
          : words.said("没有权限：\(names)", "nothing: \(names)")) + "\n"
    }
    return out
  }

  func label(_ entity: Entity) -> String { words.text(entity.label) }

  /// Whose the records are.
  func belonging(_ entity: Entity) -> String? {
    if entity.isBuiltIn { return nil }
    func label(_ field: Int) -> String { words.text(entity.fields[field].label) }
    let owner = entity.owner.map(label) ?? words.said("创建人", "whoever created it")
    let department =
      entity.department.map(label) ?? words.said("\(owner)的部门", "that of the owner")
    var text = words.said(
      "归属：\(owner)；部门：\(department)", "owner: \(owner); department: \(department)")
    if entity.sharing { text += words.said("；可以共享单条记录", "; records can be shared") }
    return text
  }

  /// The actions that are given, those with the same records together.
  func grouped(_ holder: HolderPart) -> [(actions: [AccessAction], rule: RowRule)] {
    var groups: [(actions: [AccessAction], rule: RowRule, key: String)] = []
    for action in AccessAction.allCases {
      guard let rule = holder.actions[action], !rule.isNothing else { continue }
      let key = rule.key
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].actions.append(action)
      } else {
        groups.append(([action], rule, key))
      }
    }
    return groups.map { ($0.actions, $0.rule) }
  }

  /// The limits of fields: those that always hold in one line for each kind, then the others.
  func lines(_ limits: [Limit], _ entity: Entity) -> [String] {
    Limit.Kind.allCases.flatMap { kind -> [String] in
      let own = limits.filter { $0.kind == kind }
      let always = own.filter(\.isAlways).map { words.text(entity.fields[$0.field].label) }
      let head = words(kind) + words.said("：", ": ")
      return (always.isEmpty ? [] : [head + always.joined(separator: words.said("、", ", "))])
        + own.filter { !$0.isAlways }.map { line($0, entity) }
    }
  }

  /// `看不到：成本（除非：本人的）`
  func line(_ limit: Limit, _ entity: Entity) -> String {
    let name = words.text(entity.fields[limit.field].label)
    return "\(words(limit.kind))\(words.said("：", ": "))\(name)\(extent(limit, entity))"
  }

  func words(_ kind: Limit.Kind) -> String {
    switch kind {
    case .hide: return words.said("看不到", "not shown")
    case .mask: return words.said("只显示一部分", "shown in part")
    case .lock: return words.said("不能修改", "not to be changed")
    }
  }

  /// When a field is limited, in brackets; nothing when always.
  func extent(_ limit: Limit, _ entity: Entity) -> String {
    if limit.isAlways { return "" }
    let rule = words.words(limit.rule, of: entity)
    return limit.isExcept
      ? words.said("（除非：\(rule)）", " (except: \(rule))")
      : words.said("（当：\(rule)）", " (when: \(rule))")
  }

  // MARK: What is told

  private func tail(_ sources: SourceMap) -> String {
    var out = ""
    if !declassified.isEmpty {
      out += "\n\(declassifiedHeading)\n"
      for item in declassified {
        out += "  \(item.label) \(item.name)\(words.said("：", ": "))\(item.reason)"
        out += "  \(sources.place(item.origin))\n"
      }
    }
    if !told.isEmpty {
      out += "\n\(toldHeading)\n"
      for item in told {
        out += "  \(kind(item.sink)) \(item.sink.name)  \(sources.place(item.sink.origin))\n"
        for (role, fields) in item.unread { out += "    \(line(role, fields))\n" }
      }
    }
    return out
  }

  var declassifiedHeading: String {
    words.said("明确公开的", "Shown by exception")
  }

  var toldHeading: String {
    words.said("结果取决于角色看不全的字段", "Answers that depend on fields which a role does not read in full")
  }

  func kind(_ sink: Sink) -> String {
    switch sink.kind {
    case .check: return words.said("检查", "check")
    case .choices: return words.said("可选记录", "choices of")
    case .unique: return words.said("唯一", "unique")
    case .notOverlapping: return words.said("不重叠", "not overlapping")
    default: return sink.kind.rawValue
    }
  }

  func line(_ role: Int, _ fields: [Expression.Step]) -> String {
    let names = fields.map { step in
      label(application.entity(step.entity)) + words.said("的", " › ") + words.label(step)
    }
    return words.text(application.roles[role].label) + words.said("：", ": ")
      + names.joined(separator: words.said("、", ", "))
  }
}

extension RowRule {
  /// A text that is the same for the same rule.
  var key: String {
    dump({ String($0) }) { step in "\(step.entity).\(step.member.name { $0.text })" }
  }
}
