import IR

/// What each clause hides, with what follows for computed fields: what is worked out of something
/// that one may not read, one may not read.
///
/// For one clause a computed field is hidden where one of its inputs on the same record is hidden
/// or masked. An input of other records hides it altogether, unless the holder of the clause, by
/// his role's clauses and everyone's, reads all records of that entity with this field in full.
/// Rows that have the rights of the record above are read with it.
public final class Sights {
  public let application: Application
  public let rights: Rights
  private var known: [Place: Hiding] = [:]

  /// A field as one clause of its entity gives it.
  private struct Place: Hashable {
    let entity: StableID
    let clause: Int
    let field: Int
  }

  public init(_ application: Application) {
    self.application = application
    rights = application.rights
  }

  /// The clauses of an entity with all that they hide.
  public func clauses(of entity: Entity) -> [Clause] {
    let clauses = rights.clauses[entity.id] ?? []
    let complete = clauses.indices.map { index in
      let clause = clauses[index]
      let hide = entity.fields.indices.compactMap { field -> FieldLimit? in
        let hiding = hiding(entity.id, index, field)
        if hiding.when.isNothing { return nil }
        let place = clause.hide.first { $0.field == field }?.origin
        return FieldLimit(
          field: field, when: hiding.when, at: place ?? entity.fields[field].origin)
      }
      return clause.held(hide: hide)
    }
    // A role that reads no more than everyone needs nothing of its own.
    let everyones = complete.filter { $0.holder == .everyone }
    return complete.filter { clause in
      !clause.isEveryones
        || !everyones.contains { $0.source == clause.source && $0.hidesLike(clause) }
    }
  }

  /// When a clause, by its index among those of the entity, hides a field, and why.
  public func hiding(_ entity: StableID, _ clause: Int, _ field: Int) -> Hiding {
    let place = Place(entity: entity, clause: clause, field: field)
    if let hiding = known[place] { return hiding }
    let hiding = found(application.entity(entity), clause, field)
    known[place] = hiding
    return hiding
  }

  private func found(_ entity: Entity, _ index: Int, _ field: Int) -> Hiding {
    guard let clause = rights.clauses[entity.id]?[index] else { return Hiding(causes: []) }
    var causes = clause.hide.filter { $0.field == field && !$0.when.isNothing }
      .map(Hiding.Cause.own)
    let value = entity.fields[field].rules.value
    guard let value, entity.fields[field].declassification == nil, !clause[.read].isNothing else {
      return Hiding(causes: causes)
    }
    for read in value.reads {
      if read.isOwn {
        guard case .field(let id) = read.member,
          let input = entity.fields.firstIndex(where: { $0.id == id }), input != field
        else { continue }
        let hidden = hiding(entity.id, index, input).when
        let masked = clause.mask.first { $0.field == input }?.when ?? .nothing
        let when = RowRule.some([hidden, masked])
        if !when.isNothing { causes.append(.input(input, when)) }
      } else if !isRead(read, from: entity, by: clause) {
        causes.append(.related(read))
      }
    }
    return Hiding(causes: causes)
  }

  // MARK: Other records

  /// Whether a holder of a clause reads a field wherever an expression over records of an entity
  /// finds it.
  private func isRead(
    _ read: Expression.Read, from entity: Entity, by clause: Clause
  ) -> Bool {
    if isRow(read, of: entity), let own = inherited(read.entity, from: entity.id, clause.holder) {
      return isFull(read, own)
    }
    if isRecordAbove(read, of: entity) {
      return (rights.clauses[read.entity] ?? []).indices.allSatisfy { isFull(read, $0) }
    }
    return isFullEverywhere(read.entity, read.member, for: clause.holder)
  }

  /// Whether a holder of a role, or everyone, reads a member of all records of an entity in full.
  public func isFullEverywhere(
    _ entity: StableID, _ member: Expression.Member, for holder: Clause.Holder
  ) -> Bool {
    let clauses = rights.clauses[entity] ?? []
    return clauses.indices.contains { index in
      let clause = clauses[index]
      guard clause.holder == .everyone || clause.holder == holder, clause[.read].isAll else {
        return false
      }
      return isFull(entity, member, index)
    }
  }

  private func isFull(_ read: Expression.Read, _ clause: Int) -> Bool {
    isFull(read.entity, read.member, clause)
  }

  /// Whether a clause never hides nor masks a member of the records that it reads.
  private func isFull(_ entity: StableID, _ member: Expression.Member, _ clause: Int) -> Bool {
    guard case .field(let id) = member else { return true }
    guard let field = application.entity(entity).fields.firstIndex(where: { $0.id == id }) else {
      return false
    }
    let masks = rights.clauses[entity]?[clause].mask ?? []
    return hiding(entity, clause, field).when.isNothing
      && !masks.contains { $0.field == field && !$0.when.isNothing }
  }

  /// Whether a read takes a field of rows that belong to the record by a subform with its rights.
  private func isRow(_ read: Expression.Read, of entity: Entity) -> Bool {
    guard let rows = read.rows, read.through.isEmpty, read.entity == rows.entity else {
      return false
    }
    return isInherited(rows.entity, from: entity.id, by: rows.by)
  }

  /// Whether a read takes a field of the record to which the row belongs, whose rights it has.
  private func isRecordAbove(_ read: Expression.Read, of entity: Entity) -> Bool {
    guard read.rows == nil, read.root == .record, read.through.count == 1,
      case .field(let by) = read.through[0].member
    else { return false }
    return isInherited(entity.id, from: read.entity, by: by)
  }

  private func isInherited(_ rows: StableID, from entity: StableID, by: StableID) -> Bool {
    guard let policy = rights.policy(rows), policy.isInherited else { return false }
    let fields = application.entity(rows).fields
    return policy.above.contains { $0.entity == entity && fields[$0.by].id == by }
  }

  /// The clause of rows that has the rights of the record above for a holder.
  private func inherited(
    _ rows: StableID, from entity: StableID, _ holder: Clause.Holder
  ) -> Int? {
    rights.clauses[rows]?.firstIndex { $0.holder == holder && $0.source == .above(entity) }
  }
}

/// When a clause hides a field, and why.
public struct Hiding: Sendable {
  public let causes: [Cause]

  public enum Cause: Sendable {
    /// What the clause itself says.
    case own(FieldLimit)
    /// It is worked out of a field of the same record, by its index, that is hidden or masked so.
    case input(Int, RowRule)
    /// It is worked out of other records that the holder does not all read, or not in full.
    case related(Expression.Read)
  }

  /// The records whose field is hidden.
  public var when: RowRule {
    .some(
      causes.map { cause in
        switch cause {
        case .own(let limit): return limit.when
        case .input(_, let when): return when
        case .related: return .all
        }
      })
  }
}

extension Clause {
  /// Whether it hides what another clause hides that differs in its holder alone: what is worked
  /// out of other records is hidden always.
  fileprivate func hidesLike(_ other: Clause) -> Bool {
    hide.elementsEqual(other.hide) { $0.field == $1.field && $0.when.isAll == $1.when.isAll }
  }
}
