import Diagnostics
import Values

/// One kind of record.
public struct Entity: Sendable {
  public let id: StableID
  public let name: String
  /// The table's name in the database; keeps its first spelling when `name` changes.
  public let physicalName: String
  /// What one record is called.
  public let label: Words
  /// What several are called.
  public let plural: Words
  /// One of ``Icons``, or nil.
  public let icon: String?
  /// The text with fields that names a record.
  public let title: Title
  public var fields: [Field]
  /// Records of other entities that are shown and edited within one of this.
  public var subforms: [Subform] = []
  /// The layout of record and form: each field and subform stands in one of them.
  public var sections: [Section] = []
  /// What must hold for a record to be saved, in the order declared.
  public var checks: [Check] = []
  /// What may not overlap in time.
  public var notOverlapping: [NotOverlapping] = []
  public let uniqueKeys: [UniqueKey]
  public let access: Access
  /// Whether every application has it, without a declaration.
  public let isBuiltIn: Bool
  public let origin: Span

  public init(
    id: StableID, name: String, physicalName: String, label: Words, plural: Words? = nil,
    icon: String? = nil, title: Title, fields: [Field], uniqueKeys: [UniqueKey], access: Access,
    isBuiltIn: Bool = false, origin: Span
  ) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.label = label
    self.plural = plural ?? label
    self.icon = icon
    self.title = title
    self.fields = fields
    self.uniqueKeys = uniqueKeys
    self.access = access
    self.isBuiltIn = isBuiltIn
    self.origin = origin
  }
}

/// A title such as `{number} {name}`: literal text and fields of the same entity, in order.
public struct Title: Hashable, Sendable {
  public let parts: [Part]
  public init(parts: [Part]) { self.parts = parts }

  public enum Part: Hashable, Sendable {
    case literal(String)
    /// Index into the entity's fields.
    case field(Int)
    /// The record's number, for an entity without a field that could name it.
    case id
  }
}

/// Fields whose values together occur once. A blank in any of them frees the record.
public struct UniqueKey: Sendable {
  public let id: StableID
  public let physicalName: String
  /// Indices into the entity's fields.
  public let fields: [Int]
  public let origin: Span

  public init(id: StableID, physicalName: String, fields: [Int], origin: Span) {
    self.id = id
    self.physicalName = physicalName
    self.fields = fields
    self.origin = origin
  }
}

/// Who may do what with the records. Deny by default: an action that nobody is given, nobody has.
public struct Access: Sendable {
  public let read: Audience
  public let create: Audience
  public let update: Audience
  public let delete: Audience
  public let origin: Span
  /// Where an action is given; those without a place of their own are given at `origin`.
  private let places: [AccessAction: Span]

  public init(
    read: Audience, create: Audience, update: Audience, delete: Audience, origin: Span,
    places: [AccessAction: Span] = [:]
  ) {
    self.read = read
    self.create = create
    self.update = update
    self.delete = delete
    self.origin = origin
    self.places = places
  }

  /// Who is given an action.
  public subscript(_ action: AccessAction) -> Audience {
    switch action {
    case .read: return read
    case .create: return create
    case .update: return update
    case .delete: return delete
    }
  }

  /// Where an action is given.
  public func origin(of action: AccessAction) -> Span { places[action] ?? origin }
}

/// What access is given for; the raw value is the keyword.
public enum AccessAction: String, Sendable, CaseIterable {
  case read, create, update, delete
}

/// Who may do what, as far as it could be read: what analyses of access need while there are
/// mistakes elsewhere.
public struct Rights: Sendable {
  public let roles: [Role]
  /// The access of each entity that says it soundly.
  public let access: [Access]
  /// Whether `access` is that of all entities that there are.
  public let isComplete: Bool

  public init(roles: [Role], access: [Access], isComplete: Bool) {
    self.roles = roles
    self.access = access
    self.isComplete = isComplete
  }
}

/// Who is meant by an access.
public enum Audience: Hashable, Sendable {
  /// Everyone who is signed in.
  case everyone
  /// People who hold one of these roles: indices into the application's roles, ascending.
  case roles([Int])
  case nobody
}
