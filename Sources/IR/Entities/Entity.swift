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
  /// What it says itself of who may do what; nil when roles say it, or the record above its rows.
  public let access: Access?
  /// What roles say of it under `may`, in the order of the roles.
  public var mays: [Clause] = []
  /// The field with the person who owns a record; nil when whoever created it does.
  public let owner: Int?
  /// The field with a record's department; nil when it is the owner's.
  public let department: Int?
  /// Whether people may share single records.
  public let sharing: Bool
  /// Whether every application has it, without a declaration.
  public let isBuiltIn: Bool
  public let origin: Span

  public init(
    id: StableID, name: String, physicalName: String, label: Words, plural: Words? = nil,
    icon: String? = nil, title: Title, fields: [Field], uniqueKeys: [UniqueKey], access: Access?,
    owner: Int? = nil, department: Int? = nil, sharing: Bool = false, isBuiltIn: Bool = false,
    origin: Span
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
    self.owner = owner
    self.department = department
    self.sharing = sharing
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
