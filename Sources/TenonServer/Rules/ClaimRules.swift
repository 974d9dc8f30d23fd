import TenonDatabase
import TenonPages

/// What may not overlap in time, found once at start.
struct ClaimRules: Sendable {
  /// Records of an entity that agree in some columns do not overlap between two others.
  struct Rule: Sendable {
    let of: [Int]
    let from: Int
    let to: Int

    fileprivate var columns: [Int] { of + [from, to] }

    /// What a record claims; nil for nothing.
    fileprivate func claim(_ values: [Value]) -> TimeClaim? {
      func assignment(_ column: Int) -> Assignment { Assignment(column, values[column]) }
      return TimeClaim(of: of.map(assignment), from: assignment(from), to: assignment(to))
    }
  }

  /// By the entity's index.
  private let rules: [[Rule]]
  /// The indices of the entities that have any.
  let entities: Set<Int>

  init(_ entities: [EntityModel]) throws(StartError) {
    rules = try entities.map { entity throws(StartError) in
      try entity.meta.shape.claims.map { shape throws(StartError) in
        func column(_ name: String) throws(StartError) -> Int {
          guard let column = entity.meta.column(named: name) else {
            throw .definition("`not_overlapping` names `\(name)`")
          }
          return column
        }
        var of: [Int] = []
        for name in shape.of { of.append(try column(name)) }
        return Rule(of: of, from: try column(shape.from), to: try column(shape.to))
      }
    }
    self.entities = Set(rules.indices.filter { [rules] in !rules[$0].isEmpty })
  }

  func rules(of entity: EntityModel) -> [Rule] { rules[entity.index] }
}

extension RecordStore {
  private static let authority = SystemAuthority("what does not overlap")

  /// Holds the times that a stored record claims against those of all others. One process writes at
  /// a time, so nobody else claims a time between this look and the end of the transaction.
  func examineClaims(
    _ entity: EntityModel, _ id: Int64, before: [Value]?
  ) throws -> [RuleKeeper.Problem] {
    let rules = tenant.claims.rules(of: entity)
    if rules.isEmpty { return [] }
    guard let now = try stored(entity, id) else { return [] }
    var problems: [RuleKeeper.Problem] = []
    for rule in rules {
      if let before, rule.columns.allSatisfy({ before[$0] == now[$0] }) { continue }
      guard let claim = rule.claim(now), let other = try overlapped(claim, entity, id) else {
        continue
      }
      problems.append((rule.from, .overlapping(try titles(entity, other))))
    }
    return problems
  }

  /// A record whose time a claim overlaps; nil when there is none.
  private func overlapped(
    _ claim: TimeClaim, _ entity: EntityModel, _ id: Int64
  ) throws -> Int64? {
    var other: Int64?
    try session.rows(
      .near(claim, of: entity.table, except: id), ExpressionValues(), RecordStore.authority
    ) { row in
      let start = claim.from.value.integer ?? .min
      if row.isBlank(1) || row.integer(1) > start { other = row.integer(0) }
    }
    return other
  }

  /// What a record is called in each language; nothing when the person may not see it.
  private func titles(_ entity: EntityModel, _ id: Int64) throws -> [Locale: String] {
    var titles: [Locale: String] = [:]
    for (language, locale) in tenant.locales.enumerated() {
      titles[locale] = try RecordReader(
        tenant: tenant, principal: principal, session: session, language: language
      ).title(entity, id)
    }
    return titles
  }
}
