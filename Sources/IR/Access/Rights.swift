import Diagnostics

/// Who may do what, as far as it could be read: what analyses of access need while there are
/// mistakes elsewhere.
public struct Rights: Sendable {
  public let roles: [Role]
  /// The entities that are declared, and those that every application has.
  public let policies: [EntityPolicy]
  public let views: [OfferedView]
  /// Whether these are all entities that there are, with all that gives rights to them.
  public let isComplete: Bool
  /// The clauses of each entity: those of everyone and of roles at the entity or from the record
  /// above, then those under `may`.
  public let clauses: [StableID: [Clause]]
  private let places: [StableID: Int]

  public init(
    roles: [Role], policies: [EntityPolicy], views: [OfferedView], isComplete: Bool
  ) {
    self.roles = roles
    self.policies = policies
    self.views = views
    self.isComplete = isComplete
    places = Dictionary(policies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var maker = ClauseMaker(policies, roleCount: roles.count)
    clauses = Dictionary(uniqueKeysWithValues: policies.map { ($0.id, maker.clauses(of: $0.id)) })
  }

  /// The clauses that a holder of one role has: that role's and everyone's.
  public func clauses(of entity: StableID, for role: Int) -> [Clause] {
    (clauses[entity] ?? []).filter { $0.holder == .everyone || $0.holder == .role(role) }
  }

  /// Whether holders of a role read any record of an entity.
  public func reads(_ entity: StableID, _ role: Int) -> Bool {
    clauses(of: entity, for: role).contains { !$0[.read].isNothing }
  }

  public func policy(_ id: StableID) -> EntityPolicy? { places[id].map { policies[$0] } }

  /// Whether all that gives rights to an entity could be read; to rows, what gives them to the
  /// records above too.
  public func isKnown(_ policy: EntityPolicy) -> Bool {
    var seen: Set<StableID> = []
    func visit(_ policy: EntityPolicy) -> Bool {
      guard policy.isKnown else { return false }
      guard policy.isInherited, seen.insert(policy.id).inserted else { return true }
      return policy.above.allSatisfy { self.policy($0.entity).map(visit) ?? false }
    }
    return visit(policy)
  }
}

/// What is known of who may do what with the records of one entity.
public struct EntityPolicy: Sendable {
  public let id: StableID
  public let name: String
  /// What stands at the entity; nil when nothing does, or nothing that could be read.
  public let access: Access?
  /// What stands under `may` of roles.
  public let mays: [Clause]
  /// The subforms whose rows the records are.
  public let above: [Above]
  /// By the index of the field; nil for a broken one.
  public let fields: [FieldFacts?]
  /// Whether a field is worked out of other records; not asked while expressions have no types.
  public let readsOthers: Bool
  /// Whether all that gives rights to it could be read.
  public let isKnown: Bool
  public let origin: Span

  /// The record to which a row belongs.
  public struct Above: Hashable, Sendable {
    public let entity: StableID
    /// The row's reference to it: an index into the fields of the rows.
    public let by: Int

    public init(entity: StableID, by: Int) {
      self.entity = entity
      self.by = by
    }
  }

  /// What of a field matters to rights.
  public struct FieldFacts: Sendable {
    public let name: String
    /// The entity that it refers to.
    public let target: StableID?
    /// Whether people must fill it in on every new record: it is required and starts blank.
    public let isAwaited: Bool
    /// Whether people never fill it in: the system does.
    public let isAutomatic: Bool

    public init(name: String, target: StableID?, isAwaited: Bool, isAutomatic: Bool) {
      self.name = name
      self.target = target
      self.isAwaited = isAwaited
      self.isAutomatic = isAutomatic
    }
  }

  public init(
    id: StableID, name: String, access: Access?, mays: [Clause], above: [Above],
    fields: [FieldFacts?], readsOthers: Bool = false, isKnown: Bool, origin: Span
  ) {
    self.id = id
    self.name = name
    self.access = access
    self.mays = mays
    self.above = above
    self.fields = fields
    self.readsOthers = readsOthers
    self.isKnown = isKnown
    self.origin = origin
  }

  /// Whether rows have the rights of the record above.
  public var isInherited: Bool { access == nil && !above.isEmpty }

  /// Whether they have no others besides.
  public var isInheritedOnly: Bool { isInherited && mays.allSatisfy(\.grants.isEmpty) }
}

/// A view with those to whom it is offered.
public struct OfferedView: Sendable {
  public let id: StableID
  /// As `entity.view`.
  public let name: String
  public let entity: StableID
  public let offer: Offer?

  public init(id: StableID, name: String, entity: StableID, offer: Offer?) {
    self.id = id
    self.name = name
    self.entity = entity
    self.offer = offer
  }
}

/// The roles to which something is offered, which others do not see.
public struct Offer: Sendable {
  /// Indices into the application's roles, in the order written.
  public let roles: [Int]
  /// Where each is named.
  public let places: [Span]

  public init(roles: [Int], places: [Span]) {
    self.roles = roles
    self.places = places
  }
}

extension Field {
  /// Whether it is worked out of other records, and so hidden where these are.
  fileprivate var readsOthers: Bool {
    declassification == nil && (rules.value?.reads.contains { !$0.isOwn } ?? false)
  }

  /// What of it matters to rights.
  public var facts: EntityPolicy.FieldFacts {
    facts(
      isComputed: rules.value != nil,
      hasInitial: rules.initial != nil || rules.initialText != nil)
  }

  /// The same before expressions are typed: whether its value is computed, and whether it starts
  /// with more than a value.
  public func facts(isComputed: Bool, hasInitial: Bool) -> EntityPolicy.FieldFacts {
    var isAutomatic = isComputed
    if case .autoNumber = type { isAutomatic = true }
    let startsBlank = defaultValue.isBlank && !startsWithMe && !hasInitial
    return EntityPolicy.FieldFacts(
      name: name, target: type.target, isAwaited: isRequired && startsBlank && !isAutomatic,
      isAutomatic: isAutomatic)
  }
}

extension Application {
  /// Who may do what, all of it.
  public var rights: Rights {
    var above: [StableID: [EntityPolicy.Above]] = [:]
    for entity in entities {
      for subform in entity.subforms {
        above[subform.entity, default: []].append(
          EntityPolicy.Above(entity: entity.id, by: subform.by))
      }
    }
    return Rights(
      roles: roles,
      policies: entities.map { entity in
        EntityPolicy(
          id: entity.id, name: entity.name, access: entity.access, mays: entity.mays,
          above: above[entity.id] ?? [], fields: entity.fields.map(\.facts),
          readsOthers: entity.fields.contains(where: \.readsOthers), isKnown: true,
          origin: entity.origin)
      },
      views: views.map { view in
        OfferedView(
          id: view.id, name: "\(entity(view.entity).name).\(view.name)", entity: view.entity,
          offer: view.offer)
      }, isComplete: true)
  }
}
