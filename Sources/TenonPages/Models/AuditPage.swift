/// The audit trail for those who may see all of it.
public struct AuditPage: Sendable {
  public var entries: [AuditLine]
  public var form: AuditForm
  /// Where older entries are.
  public var older: PagePath?
  /// How far was looked, when the page holds less than it could; milliseconds in the reader's zone.
  public var looked: Int64?

  public init(entries: [AuditLine], form: AuditForm, older: PagePath?, looked: Int64?) {
    self.entries = entries
    self.form = form
    self.older = older
    self.looked = looked
  }
}

/// What is looked for, as the form has it.
public struct AuditForm: Sendable {
  public typealias Choice = (value: String, label: String)

  public var people: [Choice]
  public var entities: [Choice]
  public var kinds: [Choice]
  /// By the name of the input: `person`, `entity`, `record`, `kind`, `from`, `to`.
  public var values: [String: String]

  public init(
    people: [Choice], entities: [Choice], kinds: [Choice], values: [String: String]
  ) {
    self.people = people
    self.entities = entities
    self.kinds = kinds
    self.values = values
  }
}

/// An entry of the audit trail.
public struct AuditLine: Sendable {
  /// Who did it.
  public enum Actor: Sendable {
    case person(String, behalf: String?)
    /// The operator's command, or the server itself.
    case command(String?)
  }

  public var actor: Actor
  /// Milliseconds in the reader's zone.
  public var at: Int64
  /// What was done, in words.
  public var kind: String
  /// What it was done to: the record, or the entity alone.
  public var record: RecordLink?
  public var entity: String?
  public var changes: [FieldChange]

  public init(
    actor: Actor, at: Int64, kind: String, record: RecordLink?, entity: String?,
    changes: [FieldChange]
  ) {
    self.actor = actor
    self.at = at
    self.kind = kind
    self.record = record
    self.entity = entity
    self.changes = changes
  }
}
