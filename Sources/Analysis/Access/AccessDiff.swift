import Diagnostics
import IR

/// What each role gains and loses from one definition to another. Entities, fields and roles are
/// told by their identities, so that another name is no change.
public struct AccessDiff {
  private let old: AccessReport
  private let new: AccessReport
  private var words: BusinessWords { new.words }

  public init(_ old: Application, _ new: Application, _ language: Language) {
    self.old = AccessReport(Sights(old), language)
    self.new = AccessReport(Sights(new), language)
  }

  /// A change in what one role may do.
  public struct Change: Sendable {
    public enum Direction: Sendable {
      case gains, loses
      /// Other records, of which it cannot be said that they are more or fewer.
      case differs
    }

    public let role: String
    public let entity: String
    public let direction: Direction
    public let text: String
  }

  /// The changes, role by role.
  public var changes: [Change] {
    let holders = [Clause.Holder.everyone] + new.application.roles.indices.map { .role($0) }
    return holders.flatMap { holder in
      new.entities.flatMap { changes(holder, $0.entity) }
    } + removed
  }

  /// The changes as a text for a terminal.
  public var text: String {
    let changes = changes
    if changes.isEmpty { return words.said("权限没有变化\n", "no right changes\n") }
    var out = ""
    var last: (role: String, entity: String)?
    for change in changes {
      if last?.role != change.role { out += (last == nil ? "" : "\n") + "\(change.role)\n" }
      if last?.role != change.role || last?.entity != change.entity {
        out += "  \(change.entity)\n"
      }
      last = (change.role, change.entity)
      let sign: String
      switch change.direction {
      case .gains: sign = "+"
      case .loses: sign = "-"
      case .differs: sign = "~"
      }
      out += "    \(sign) \(change.text)\n"
    }
    let (gained, lost) = (
      changes.filter { $0.direction == .gains }.count,
      changes.filter { $0.direction == .loses }.count
    )
    let other = changes.count - gained - lost
    return out + "\n"
      + words.said(
        "增加 \(gained) 项，减少 \(lost) 项，改为别的记录 \(other) 项\n",
        "\(gained) gained, \(lost) lost, \(other) to other records\n")
  }

  // MARK: One role

  private func changes(_ holder: Clause.Holder, _ entity: Entity) -> [Change] {
    let after = part(new, holder, entity.id)
    guard let before = oldHolder(holder) else {
      return compare(nil, after, holder, entity, nil)
    }
    let former = old.application.entities.first { $0.id == entity.id }
    return compare(former.flatMap { part(old, before, $0.id) }, after, holder, entity, former)
  }

  /// What a holder may do: of a role without rights of its own what everyone may.
  private func part(
    _ report: AccessReport, _ holder: Clause.Holder, _ entity: StableID
  ) -> AccessReport.HolderPart? {
    guard let part = report.entities.first(where: { $0.entity.id == entity }) else { return nil }
    return part.holders.first { $0.holder == holder }
      ?? part.holders.first { $0.holder == .everyone }
  }

  private func oldHolder(_ holder: Clause.Holder) -> Clause.Holder? {
    guard case .role(let index) = holder else { return .everyone }
    let id = new.application.roles[index].id
    return old.application.roles.firstIndex { $0.id == id }.map { .role($0) }
  }

  private func compare(
    _ before: AccessReport.HolderPart?, _ after: AccessReport.HolderPart?,
    _ holder: Clause.Holder, _ entity: Entity, _ former: Entity?
  ) -> [Change] {
    func make(_ direction: Change.Direction, _ text: String) -> Change {
      Change(
        role: words.words(holder), entity: words.text(entity.label), direction: direction,
        text: text)
    }
    var result: [Change] = []
    for action in AccessAction.allCases {
      let (x, y) = (before?.actions[action] ?? .nothing, after?.actions[action] ?? .nothing)
      guard let direction = AccessDiff.direction(former.map { key(x, $0) } ?? [], key(y, entity))
      else { continue }
      let name = words.words(action) + words.said("：", ": ")
      let (from, to) = (
        former.map { old.words.words(x, of: $0) } ?? words.said("无", "none"),
        words.words(y, of: entity)
      )
      result.append(make(direction, "\(name)\(from) → \(to)"))
    }
    // Fields matter to whoever read the records before and after.
    guard let before, let after, let former, before.actions[.read]?.isNothing == false,
      after.actions[.read]?.isNothing == false
    else { return result }
    for (index, field) in entity.fields.enumerated() {
      guard let place = former.fields.firstIndex(where: { $0.id == field.id }) else { continue }
      for kind in AccessReport.Limit.Kind.allCases {
        let x = before.limits.first { $0.field == place && $0.kind == kind }
        let y = after.limits.first { $0.field == index && $0.kind == kind }
        if same(x, former, y, entity) { continue }
        let direction: Change.Direction = y == nil ? .gains : x == nil ? .loses : .differs
        let (from, to) = (
          x.map { old.line($0, former) } ?? words.said("没有限制", "not limited"),
          y.map { new.line($0, entity) } ?? words.said("没有限制", "not limited")
        )
        result.append(
          make(direction, "\(words.text(field.label))\(words.said("：", ": "))\(from) → \(to)"))
      }
    }
    return result
  }

  private func same(
    _ x: AccessReport.Limit?, _ former: Entity, _ y: AccessReport.Limit?, _ entity: Entity
  ) -> Bool {
    guard let x, let y else { return x == nil && y == nil }
    return x.isExcept == y.isExcept && key(x.rule, former) == key(y.rule, entity)
  }

  // MARK: Rules

  /// The alternatives of a rule, each as a text that does not hang on places or names.
  private func key(_ rule: RowRule, _ entity: Entity) -> Set<String> {
    func text(_ rule: RowRule) -> String {
      rule.dump({ entity.fields[$0].id.text }) { step in
        "\(step.entity).\(step.member.name { $0.text })"
      }
    }
    switch rule {
    case .nothing: return []
    case .or(let rules): return Set(rules.map(text))
    default: return [text(rule)]
    }
  }

  /// Whether alternatives became more or fewer; nil when they are the same.
  private static func direction(_ old: Set<String>, _ new: Set<String>) -> Change.Direction? {
    if old == new { return nil }
    if new.contains("all") || old.isSubset(of: new) { return .gains }
    if old.contains("all") || new.isSubset(of: old) { return .loses }
    return .differs
  }

  // MARK: What is no longer there

  /// What roles and entities had that are gone.
  private var removed: [Change] {
    let roles = Set(new.application.roles.map(\.id))
    let gone = old.application.roles.filter { !roles.contains($0.id) }.map { role in
      Change(
        role: old.words.text(role.label), entity: words.said("全部实体", "all entities"),
        direction: .loses, text: words.said("角色已删除", "the role is gone"))
    }
    let entities = Set(new.application.entities.map(\.id))
    return gone
      + old.application.entities.filter { !entities.contains($0.id) }.map { entity in
        Change(
          role: words.said("所有角色", "all roles"), entity: old.words.text(entity.label),
          direction: .loses, text: words.said("实体已删除", "the entity is gone"))
      }
  }
}
