import Diagnostics
import IR

extension AccessReport {
  /// The report as CSV after RFC 4180: a line for each role, entity and action, and for each field
  /// of an entity that the role reads.
  public func csv() -> String {
    let head = [
      "entity", "entity_label", "role", "role_label", "right", "field", "field_label", "extent",
      "records",
    ]
    var lines = [head]
    for part in entities {
      for holder in part.holders { lines += rows(part.entity, holder) }
      for role in part.others where !part.holders.contains(where: { $0.holder == .everyone }) {
        let start = start(part.entity, .role(role))
        lines += AccessAction.allCases.map { start + [$0.rawValue, "", "", "none", ""] }
      }
    }
    return lines.map { $0.map(AccessReport.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private func start(_ entity: Entity, _ holder: Clause.Holder) -> [String] {
    [
      entity.name, label(entity), application.holderName(holder), words.words(holder),
    ]
  }

  private func rows(_ entity: Entity, _ holder: HolderPart) -> [[String]] {
    let start = start(entity, holder.holder)
    let actions = AccessAction.allCases.map { action in
      let rule = holder.actions[action] ?? .nothing
      let extent = rule.isAll ? "all" : rule.isNothing ? "none" : "some"
      return start
        + [action.rawValue, "", "", extent, extent == "some" ? words.words(rule, of: entity) : ""]
    }
    if (holder.actions[.read] ?? .nothing).isNothing { return actions }
    let fields = entity.fields.enumerated().flatMap { index, field -> [[String]] in
      let name = [field.name, words.text(field.label)]
      let limits = holder.limits.filter { $0.field == index }
      if limits.isEmpty { return [start + ["see"] + name + ["all", ""]] }
      return limits.map { limit in
        let rule = words.words(limit.rule, of: entity)
        let shown = limit.isExcept ? words.said("除非：", "except: ") + rule : rule
        return start + [limit.kind.rawValue] + name
          + [limit.isAlways ? "all" : "some", limit.isAlways ? "" : shown]
      }
    }
    return actions + fields
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
