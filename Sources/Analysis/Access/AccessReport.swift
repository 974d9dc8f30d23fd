import Diagnostics
import IR

/// Who may do what, told entity by entity and role by role in the words of the business.
public struct AccessReport: Sendable {
  public let application: Application
  public let words: BusinessWords
  public let entities: [EntityPart]
  /// What is shown although it is worked out of what one may not read, with the reasons.
  public let declassified: [Declassified]
  /// What tells of fields that a role does not read.
  public let told: [Told]

  /// One entity.
  public struct EntityPart: Sendable {
    public let entity: Entity
    /// Everyone when they have rights, and the roles that have rights of their own.
    public let holders: [HolderPart]
    /// The roles that have no more than everyone has.
    public let others: [Int]
  }

  /// What those may do who hold one role, or none.
  public struct HolderPart: Sendable {
    public let holder: Clause.Holder
    public let actions: [AccessAction: RowRule]
    public let limits: [Limit]
    /// Where this is said.
    public let places: [Span]
  }

  /// A field that they do not see, see in part or cannot change.
  public struct Limit: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case hide, mask, lock }
    public let kind: Kind
    /// Index into the entity's fields.
    public let field: Int
    /// The records where it is so; where it is *not* so when `isExcept`.
    public let rule: RowRule
    public let isExcept: Bool

    /// Whether it is so on every record.
    public var isAlways: Bool { rule.isAll && !isExcept }
  }

  public struct Declassified: Sendable {
    /// As `customer.margin`, or a view.
    public let name: String
    public let label: String
    public let reason: String
    public let origin: Span
  }

  public struct Told: Sendable {
    public let sink: Sink
    /// For each role that learns something the fields that it does not read in full.
    public let unread: [(role: Int, fields: [Expression.Step])]
  }

  /// `role` and `entity` leave out all others; nil takes them all.
  public init(
    _ sights: Sights, _ language: Language, role: Int? = nil, entity: StableID? = nil
  ) {
    application = sights.application
    words = BusinessWords(application, language)
    let chosen = application.entities.filter { entity == nil || $0.id == entity }
    entities = chosen.map { AccessReport.part($0, sights, role) }
    let ids = Set(chosen.map(\.id))
    declassified = AccessReport.declassified(sights.application, words, ids)
    told = AccessReport.told(sights, role, ids)
  }

  // MARK: Entities

  private static func part(_ entity: Entity, _ sights: Sights, _ only: Int?) -> EntityPart {
    let clauses = sights.clauses(of: entity)
    let own = Set(clauses.map(\.holder))
    let roles = sights.application.roles.indices.filter { only == nil || $0 == only }
    let holders = ([.everyone] + roles.map { Clause.Holder.role($0) }).filter(own.contains)
    return EntityPart(
      entity: entity,
      holders: holders.map { holder in
        part(holder, entity, clauses.held(by: holder))
      }, others: roles.filter { !own.contains(.role($0)) })
  }

  private static func part(
    _ holder: Clause.Holder, _ entity: Entity, _ clauses: [Clause]
  ) -> HolderPart {
    let actions = AccessAction.allCases.map { action in
      (action, RowRule.some(clauses.map { $0[action] }))
    }
    let merging = Merging(clauses)
    let limits = entity.fields.indices.flatMap { field in
      merging.limits(of: field, isAutomatic: entity.fields[field].facts.isAutomatic)
    }
    return HolderPart(
      holder: holder, actions: Dictionary(uniqueKeysWithValues: actions), limits: limits,
      places: clauses.filter { $0.holder == holder }.map(\.origin))
  }

  // MARK: What is told

  private static func declassified(
    _ application: Application, _ words: BusinessWords, _ entities: Set<StableID>
  ) -> [Declassified] {
    let fields = application.entities.filter { entities.contains($0.id) }.flatMap { entity in
      entity.fields.compactMap { field in
        field.declassification.map {
          Declassified(
            name: "\(entity.name).\(field.name)",
            label: words.text(entity.label) + words.said("的", " › ") + words.text(field.label),
            reason: words.text($0), origin: field.origin)
        }
      }
    }
    let views = application.views.filter { entities.contains($0.entity) }.compactMap { view in
      view.declassification.map {
        Declassified(
          name: "\(application.entity(view.entity).name).\(view.name)",
          label: words.said("视图 ", "view ") + words.text(view.label), reason: words.text($0),
          origin: view.origin)
      }
    }
    return fields + views
  }

  /// Sinks that enforce something and so tell by it: everything else is hidden from those who do
  /// not read what it reads.
  private static let telling: Set<Sink.Kind> = [.check, .choices, .unique, .notOverlapping]

  private static func told(
    _ sights: Sights, _ only: Int?, _ entities: Set<StableID>
  ) -> [Told] {
    let application = sights.application
    let roles = application.roles.indices.filter { only == nil || $0 == only }
    return application.sinks.compactMap { sink in
      guard telling.contains(sink.kind), entities.contains(sink.entity) else { return nil }
      let unread = roles.compactMap { role -> (role: Int, fields: [Expression.Step])? in
        guard sights.rights.reads(sink.entity, role) else { return nil }
        var fields: [Expression.Step] = []
        for read in sights.unread(sink.reads, over: sink.entity, by: role) {
          let step = Expression.Step(entity: read.entity, member: read.member)
          if !fields.contains(step) { fields.append(step) }
        }
        return fields.isEmpty ? nil : (role, fields)
      }
      return unread.isEmpty ? nil : Told(sink: sink, unread: unread)
    }
  }
}

/// What several clauses leave of a field together.
private struct Merging {
  let clauses: [Clause]

  init(_ clauses: [Clause]) { self.clauses = clauses }

  func limits(of field: Int, isAutomatic: Bool) -> [AccessReport.Limit] {
    func rule(_ limits: [FieldLimit]) -> RowRule {
      limits.first { $0.field == field }?.when ?? .nothing
    }
    let readers = clauses.filter { !$0[.read].isNothing }
    let writers = clauses.filter { !$0[.update].isNothing }
    let hide = limit(.hide, field, readers.map { ($0[.read], rule($0.hide)) })
    if let hide, hide.isAlways { return [hide] }
    let mask = limit(
      .mask, field, readers.map { ($0[.read], RowRule.some([rule($0.hide), rule($0.mask)])) })
    let lock = isAutomatic ? nil : limit(.lock, field, writers.map { ($0[.update], rule($0.lock)) })
    // What is only hidden is no mask.
    let isMasked = readers.contains { !rule($0.mask).isNothing }
    return [hide, isMasked ? mask : nil, lock].compactMap { $0 }
  }

  /// `parts`: with which records each clause deals, and with which of them it limits the field.
  private func limit(
    _ kind: AccessReport.Limit.Kind, _ field: Int, _ parts: [(rows: RowRule, when: RowRule)]
  ) -> AccessReport.Limit? {
    if parts.allSatisfy({ $0.when.isNothing }) { return nil }
    if parts.contains(where: { $0.rows.isAll && $0.when.isNothing }) { return nil }
    if parts.allSatisfy({ $0.when.isAll }) { return make(kind, field, .all, isExcept: false) }
    if parts.count == 1 {
      if case .not(let rule) = parts[0].when { return make(kind, field, rule, isExcept: true) }
      return make(kind, field, parts[0].when, isExcept: false)
    }
    let free = RowRule.some(parts.map { .every([$0.rows, $0.when.negated]) })
    return make(kind, field, free, isExcept: true)
  }

  private func make(
    _ kind: AccessReport.Limit.Kind, _ field: Int, _ rule: RowRule, isExcept: Bool
  ) -> AccessReport.Limit {
    AccessReport.Limit(kind: kind, field: field, rule: rule, isExcept: isExcept)
  }
}

extension [Clause] {
  /// Those of a holder and everyone's, each once.
  fileprivate func held(by holder: Clause.Holder) -> [Clause] {
    let own = filter { $0.holder == holder }
    let again = Set(own.filter(\.isEveryones).map(\.source))
    if holder == .everyone { return own }
    return filter { $0.holder == .everyone && !again.contains($0.source) } + own
  }
}
