import Values

/// What the server knows of an entity besides its generated functions: names on the wire, physical
/// names, storage. Generated code holds it as a text; ``encoded()`` writes and ``init(parsing:)``
/// reads it.
///
/// ```
/// entity   name  table
/// field    name  column  storage  control  required|optional|automatic|computed
/// option   name  stored
/// target   entity
/// pattern  text
/// limit    number
/// me
/// live
/// unique   field…
/// apart    from  to  field…
/// subform  name  entity  by
/// ```
/// `option`, `target`, `pattern`, `limit`, `me` and `live` belong to the field above them. What the
/// server keeps right follows: see ``KeptShape``.
public struct EntityShape: Sendable {
  /// The name in the definition, on the wire and in paths.
  public var name: String
  public var tableName: String
  public var fields: [FieldShape]
  /// Unique keys as lists of field names.
  public var uniqueKeys: [[String]]
  public var subforms: [SubformShape]
  /// What may not overlap in time.
  public var claims: [ClaimShape] = []
  /// The stored values and the states of roll-ups, these in the order of their columns.
  public var kept: [KeptShape] = []

  public init(
    name: String, tableName: String, fields: [FieldShape], uniqueKeys: [[String]],
    subforms: [SubformShape] = []
  ) {
    self.name = name
    self.tableName = tableName
    self.fields = fields
    self.uniqueKeys = uniqueKeys
    self.subforms = subforms
  }
}

/// Records of another entity that belong to each of this one's.
public struct SubformShape: Hashable, Sendable {
  /// The name on the wire.
  public var name: String
  /// The entity of the rows.
  public var entity: String
  /// The rows' reference field that points to this entity.
  public var by: String

  public init(name: String, entity: String, by: String) {
    self.name = name
    self.entity = entity
    self.by = by
  }
}

/// Records that agree in some fields and may not overlap in time, by field names.
public struct ClaimShape: Hashable, Sendable {
  public var from: String
  public var to: String
  public var of: [String]

  public init(from: String, to: String, of: [String]) {
    self.from = from
    self.to = to
    self.of = of
  }
}

/// One field as the server knows it.
public struct FieldShape: Sendable {
  public var name: String
  public var column: String
  public var storage: Storage
  /// The type's keyword in the definition.
  public var control: String
  public var presence: Presence
  /// Whether people give it a value.
  public var isWritten: Bool { presence == .required || presence == .optional }
  /// Options of a choice: names on the wire and what is stored.
  public var options: [(name: String, stored: String)]
  /// The entity that a reference points to.
  public var target: String?
  /// The pattern of an auto number.
  public var pattern: String?
  /// The most items of a list of files.
  public var limit: Int?
  /// Whether a new record starts with the person who creates it.
  public var startsWithMe = false
  /// Whether it is worked out on reading: the table has no such column.
  public var isLive = false

  /// Who provides the value.
  public enum Presence: String, Sendable {
    case required, optional
    /// The system, at creation; nobody may write it.
    case automatic
    /// It follows from other fields, and may be blank.
    case computed

    /// Whether every stored record has one.
    var isFilled: Bool { self == .required || self == .automatic }
  }

  public init(
    name: String, column: String, storage: Storage, control: String, presence: Presence,
    options: [(name: String, stored: String)] = [], target: String? = nil, pattern: String? = nil
  ) {
    self.name = name
    self.column = column
    self.storage = storage
    self.control = control
    self.presence = presence
    self.options = options
    self.target = target
    self.pattern = pattern
  }
}

extension EntityShape {
  /// The text form.
  public func encoded() -> String {
    var out = ""
    TabbedText.append(["entity", name, tableName], to: &out)
    for field in fields {
      TabbedText.append(
        [
          "field", field.name, field.column, field.storage.name, field.control,
          field.presence.rawValue,
        ], to: &out)
      for option in field.options {
        TabbedText.append(["option", option.name, option.stored], to: &out)
      }
      if let target = field.target { TabbedText.append(["target", target], to: &out) }
      if let pattern = field.pattern { TabbedText.append(["pattern", pattern], to: &out) }
      if let limit = field.limit { TabbedText.append(["limit", String(limit)], to: &out) }
      if field.startsWithMe { TabbedText.append(["me"], to: &out) }
      if field.isLive { TabbedText.append(["live"], to: &out) }
    }
    for key in uniqueKeys { TabbedText.append(["unique"] + key, to: &out) }
    for claim in claims { TabbedText.append(["apart", claim.from, claim.to] + claim.of, to: &out) }
    for subform in subforms {
      TabbedText.append(["subform", subform.name, subform.entity, subform.by], to: &out)
    }
    for kept in kept { kept.append(to: &out) }
    return out
  }

  /// Reads the text form; nil when the text is not as ``encoded()`` writes it.
  public init?(parsing text: String) {
    guard let records = TabbedText.records(text), let head = records.first, head.count == 3,
      head[0] == "entity"
    else { return nil }
    self.init(name: head[1], tableName: head[2], fields: [], uniqueKeys: [])
    for record in records.dropFirst() {
      let last = fields.count - 1
      switch (record[0], record.count) {
      case ("field", 6):
        guard let storage = Storage(name: record[3]),
          let presence = FieldShape.Presence(rawValue: record[5])
        else { return nil }
        fields.append(
          FieldShape(
            name: record[1], column: record[2], storage: storage, control: record[4],
            presence: presence))
      case ("option", 3) where last >= 0:
        fields[last].options.append((record[1], record[2]))
      case ("target", 2) where last >= 0: fields[last].target = record[1]
      case ("pattern", 2) where last >= 0: fields[last].pattern = record[1]
      case ("limit", 2) where last >= 0: fields[last].limit = Int(record[1])
      case ("me", 1) where last >= 0: fields[last].startsWithMe = true
      case ("live", 1) where last >= 0: fields[last].isLive = true
      case ("subform", 4):
        subforms.append(SubformShape(name: record[1], entity: record[2], by: record[3]))
      case ("apart", 4...):
        claims.append(ClaimShape(from: record[1], to: record[2], of: Array(record.dropFirst(3))))
      case ("unique", 2...): uniqueKeys.append(Array(record.dropFirst()))
      default: if !KeptShape.take(record, into: &kept) { return nil }
      }
    }
  }

  /// The states of roll-ups, in the order of their columns.
  public var rollUps: [RollUpShape] {
    kept.compactMap { kept in
      if case .rollUp(let shape) = kept.kind { return shape }
      return nil
    }
  }

  /// The table as queries see it: the fields, then the states of roll-ups. `live` gives the
  /// expressions of fields that are worked out on reading, by name.
  public func table(live: [String: CompiledExpression] = [:]) -> Table {
    let declared = fields.map {
      Column(
        name: $0.column, storage: $0.storage,
        isRequired: $0.presence.isFilled,
        expression: live[$0.name], mask: Mask(control: $0.control))
    }
    let states = rollUps.map { Column(name: $0.column, storage: .text, isRequired: false) }
    return Table(name: tableName, fields: declared + states)
  }
}
