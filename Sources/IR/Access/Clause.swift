import Diagnostics

/// What one role, or everyone, may do with the records of one entity. A person has those of
/// everyone and of all roles held, and may what one of them gives.
public struct Clause: Sendable {
  public let holder: Holder
  public let source: Source
  /// What is given, with what follows from it; an action that is missing is not.
  public let grants: [AccessAction: Grant]
  /// Whether the definition names an action, were it to give it to no record.
  public let namesActions: Bool
  /// Which fields are not shown, shown as masks, not to be changed; at most one each for a field,
  /// by ascending fields.
  public let hide: [FieldLimit]
  public let mask: [FieldLimit]
  public let lock: [FieldLimit]
  public let origin: Span
  /// Whether it is everyone's, taken once more with what its role reads besides: what is worked out
  /// of other records may then be shown.
  public let isEveryones: Bool

  public enum Holder: Hashable, Sendable {
    case everyone
    /// Index into the application's roles.
    case role(Int)
  }

  /// Where the clause comes from.
  public enum Source: Hashable, Sendable {
    /// `access` of the entity.
    case access
    /// `may` of the role.
    case may
    /// The rights of the record to which the rows of a subform belong: its entity.
    case above(StableID)
  }

  public init(
    holder: Holder, source: Source, grants: [AccessAction: Grant], namesActions: Bool = true,
    hide: [FieldLimit] = [], mask: [FieldLimit] = [], lock: [FieldLimit] = [], origin: Span,
    isEveryones: Bool = false
  ) {
    self.holder = holder
    self.source = source
    self.grants = grants
    self.namesActions = namesActions
    self.hide = hide
    self.mask = mask
    self.lock = lock
    self.origin = origin
    self.isEveryones = isEveryones
  }

  /// The same for another holder, hiding other fields.
  public func held(
    by holder: Holder? = nil, hide: [FieldLimit]? = nil, isEveryones: Bool? = nil
  ) -> Clause {
    Clause(
      holder: holder ?? self.holder, source: source, grants: grants, namesActions: namesActions,
      hide: hide ?? self.hide, mask: mask, lock: lock, origin: origin,
      isEveryones: isEveryones ?? self.isEveryones)
  }

  /// The conditions in all of its rules.
  public var conditions: [Expression] {
    AccessAction.allCases.flatMap { self[$0].conditions }
      + (hide + mask + lock).flatMap(\.when.conditions)
  }

  /// With which records the action may be done.
  public subscript(_ action: AccessAction) -> RowRule { grants[action]?.rule ?? .nothing }
}

/// Records with which an action may be done.
public struct Grant: Sendable {
  public let rule: RowRule
  /// Where it is given.
  public let origin: Span
  /// The action that gives this one; nil for one that is given by itself.
  public let follows: AccessAction?

  public init(_ rule: RowRule, at origin: Span, follows: AccessAction? = nil) {
    self.rule = rule
    self.origin = origin
    self.follows = follows
  }
}

/// When a field is not shown, masked or locked.
public struct FieldLimit: Sendable {
  /// Index into the entity's fields.
  public let field: Int
  public let when: RowRule
  public let origin: Span

  public init(field: Int, when: RowRule, at origin: Span) {
    self.field = field
    self.when = when
    self.origin = origin
  }
}

extension Grant {
  /// What is given by itself, with what follows from it. What is given to no record is left out.
  public static func resolved(_ given: [AccessAction: Grant]) -> [AccessAction: Grant] {
    var result = given
    for action in AccessAction.allCases where given[action] == nil {
      guard let first = action.follows, let grant = given[first] else { continue }
      result[action] = Grant(grant.rule, at: grant.origin, follows: first)
    }
    return result.filter { !$0.value.rule.isNothing }
  }
}

extension Access {
  /// The same as clauses: that of everyone, then one for each role that is named.
  public var clauses: [Clause] {
    var grants: [Clause.Holder: [AccessAction: Grant]] = [:]
    var roles: Set<Int> = []
    for action in AccessAction.allCases {
      let grant = Grant(
        .all, at: origin(of: action), follows: given[action] == nil ? action.follows : nil)
      switch self[action] {
      case .everyone: grants[.everyone, default: [:]][action] = grant
      case .roles(let indices):
        roles.formUnion(indices)
        for index in indices { grants[.role(index), default: [:]][action] = grant }
      case .nobody: continue
      }
    }
    let holders = [Clause.Holder.everyone] + roles.sorted().map { .role($0) }
    return holders.compactMap { holder in
      grants[holder].map { Clause(holder: holder, source: .access, grants: $0, origin: origin) }
    }
  }
}
