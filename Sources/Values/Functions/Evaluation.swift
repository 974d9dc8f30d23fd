/// What an expression is worked out over: a record, what it was before, the moment, the person, and
/// what was read of other records. `Fields` is the generated type of the record's fields.
public struct Evaluation<Fields> {
  public var record: Known<Fields>
  /// The record before the change; nil for one that is new.
  public let old: Known<Fields>?
  /// What people changed: ``old``, or a new record as it started.
  public let past: Known<Fields>?
  public let scene: Scene

  public init(
    _ record: Known<Fields>, old: Known<Fields>?, past: Known<Fields>?, _ scene: Scene
  ) {
    self.record = record
    self.old = old
    self.past = past
    self.scene = scene
  }

  /// The same as far as whoever asked may hear of it: what words are made of.
  public var told: Evaluation { scene.listener?.told(self) ?? self }

  /// The same over what people changed.
  public var before: Evaluation {
    Evaluation(past ?? record, old: nil, past: nil, scene)
  }
}

/// A record with what the system keeps of it.
public struct Known<Fields> {
  public var fields: Fields
  /// Nil for a record that is yet to be stored.
  public let id: Int64?
  public let createdAt: Int64?
  public let createdBy: Int64?
  public let updatedAt: Int64?
  public let updatedBy: Int64?

  public init(
    _ fields: Fields, id: Int64?, createdAt: Int64?, createdBy: Int64?, updatedAt: Int64?,
    updatedBy: Int64?
  ) {
    self.fields = fields
    self.id = id
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.updatedAt = updatedAt
    self.updatedBy = updatedBy
  }
}

/// Moment, person and surroundings of a request: the same for all expressions that it asks for.
public struct Scene {
  /// Milliseconds since 1970.
  public let now: Int64
  /// The day of `now` in the zone.
  public let today: CivilDate
  /// Who is signed in; nil when the system itself acts.
  public let me: Int64?
  /// The roles of that person, by name.
  public let myRoles: [String?]
  public let zone: ZoneRules
  public let calendar: WorkCalendar
  public let related: any OtherRecords
  /// Who hears the words that are made; nil where nobody does who may not hear all.
  public var listener: (any Listener)?

  public init(
    now: Int64, me: Int64?, myRoles: [String], zone: ZoneRules, calendar: WorkCalendar,
    related: any OtherRecords
  ) {
    self.now = now
    today = Instant.split(zone.local(now)).date
    self.me = me
    self.myRoles = myRoles
    self.zone = zone
    self.calendar = calendar
    self.related = related
  }
}

/// Whoever hears what is said of a record.
public protocol Listener {
  /// A record without what the listener may not read.
  func told<Fields>(_ it: Evaluation<Fields>) -> Evaluation<Fields>
}

/// What expressions read of other records, by the number under which the generated code lists it.
public protocol OtherRecords {
  /// The text to which a chain of references leads that begins at a record; blank when it leads
  /// nowhere.
  func text(_ read: Int, from id: Int64) -> String?
  /// The same of what is stored as a number.
  func integer(_ read: Int, from id: Int64) -> Int64?
  /// The records that refer to the record that is looked at, in the order of their ids and then of
  /// the form; those that are not stored yet have no id.
  func rows<Fields>(_ read: Int, _ type: Fields.Type) -> [Known<Fields>]
  /// The people of a person's department.
  func team(of person: Int64) -> [Int64]
}

extension Evaluation {
  /// The text at the end of a chain of references that begins at a record.
  public func text(_ read: Int, _ id: Int64?) -> String? {
    id.flatMap { scene.related.text(read, from: $0) }
  }

  /// The number at the end of a chain of references that begins at a record.
  public func integer(_ read: Int, _ id: Int64?) -> Int64? {
    id.flatMap { scene.related.integer(read, from: $0) }
  }

  /// The truth at the end of a chain of references that begins at a record.
  public func boolean(_ read: Int, _ id: Int64?) -> Bool? { integer(read, id).map { $0 != 0 } }

  /// The people of the department of whoever is signed in.
  public var myTeam: [Int64?] { scene.me.map { scene.related.team(of: $0) } ?? [] }

  /// The records that refer to this one, each to be looked at in the same scene.
  public func rows<Row>(_ read: Int, _ type: Row.Type) -> [Evaluation<Row>] {
    scene.related.rows(read, type).map {
      Evaluation<Row>($0, old: nil, past: nil, scene)
    }
  }
}
