@_exported import Query
@_exported import Values

/// A record of one entity while it is written. Generated code has one type per entity; the
/// functions that create, change and load records stand once in this module.
public protocol Entity: Governed {
  /// Names, storage and table of the entity.
  static var meta: EntityMeta { get }
  /// A new record with its defaults.
  init()
  /// Shows each field once, in declared order.
  mutating func visit<V: FieldVisitor>(_ visitor: inout V)
  /// Holds the record against its own constraints.
  func check(_ checks: inout Checks)
  /// What the records of some views have in common.
  static var viewExpressions: [ViewExpression] { get }
  /// Conditions on what some of its references can be set to.
  static var choiceExpressions: [ChoiceExpression] { get }
  /// Whether expressions say something of its records; what follows is asked only then.
  static var isRuled: Bool { get }
  /// Puts what a new record starts with into it.
  static func start(_ it: inout Evaluation<Self>, _ values: inout StoredValues)
  /// Holds a stored record against what must be true of it.
  static func examine(_ it: Evaluation<Self>, _ checks: inout Checks)
  /// The columns that may be hidden from those who fill them in.
  static var hiddenColumns: [Int] { get }
  /// Whether holding a record against what is said of it asks how it was before the change.
  static var comparesPast: Bool { get }
  /// Tells a form what it shows, asks for and lets be changed.
  static func states(_ it: Evaluation<Self>, _ states: inout FieldStates)
  /// The statement by which expressions read of other records, by its number. It takes an id.
  static func related(_ read: Int) -> StaticString
  /// The statement that gives all columns of a record by its id.
  static var stored: StaticString { get }
  /// What the states of its roll-ups consist of, in the order of their columns.
  static var rollUpParts: [[CompiledExpression]] { get }
  /// Chains of references that its values read, by their number: an entity, then members.
  static var keptReads: StaticString { get }
  /// A value that the database keeps, by its column.
  static func kept(_ column: Int, _ it: Evaluation<Self>) -> KeptResult
  /// What a record gives to a roll-up of the record above it.
  static func contribution(_ rollUp: Int, _ it: Evaluation<Self>) -> Contribution
}

/// The condition of a view, as queries take it.
public struct ViewExpression: Sendable {
  let view: String
  let expression: CompiledExpression

  public init(_ view: String, sqlite: StaticString, postgres: StaticString) {
    self.view = view
    expression = CompiledExpression(sqlite: sqlite, postgres: postgres)
  }
}

/// The condition on what a reference can be set to, as queries over its target take it.
public struct ChoiceExpression: Sendable {
  let field: String
  let expression: CompiledExpression
  /// What it reads of the records that are offered, as `level`, and of others that are found from
  /// them, as `customer.level`.
  let reads: [String]

  public init(
    _ field: String, sqlite: StaticString, postgres: StaticString, reads: [String] = []
  ) {
    self.field = field
    expression = CompiledExpression(sqlite: sqlite, postgres: postgres)
    self.reads = reads
  }
}

extension Entity {
  public static var viewExpressions: [ViewExpression] { [] }
  public static var choiceExpressions: [ChoiceExpression] { [] }
  public static var table: Table { meta.table }

  public static var isRuled: Bool { false }
  public static func start(_ it: inout Evaluation<Self>, _ values: inout StoredValues) {}
  public static func examine(_ it: Evaluation<Self>, _ checks: inout Checks) {}
  public static var hiddenColumns: [Int] { [] }
  public static var comparesPast: Bool { false }
  public static func states(_ it: Evaluation<Self>, _ states: inout FieldStates) {}
  public static func related(_ read: Int) -> StaticString { "" }
  public static var stored: StaticString { "" }

  /// Whether what expressions say of its records depends on others.
  static var readsOthers: Bool { related(0).utf8CodeUnitCount > 0 }
}

/// Walks the fields of a record. The first argument is the column's index in the table.
public protocol FieldVisitor {
  mutating func field(_ column: Int, _ value: inout String?)
  mutating func field(_ column: Int, _ value: inout Int64?)
  mutating func field(_ column: Int, _ value: inout Bool?)
}

/// What the server knows of an entity besides its functions, read once from generated text.
public final class EntityMeta: Sendable {
  public let shape: EntityShape
  public let table: Table
  /// All columns that the database holds of a record.
  let storedColumns: [Int]
  /// Those of fields that an expression fills.
  let computedColumns: ColumnSet
  /// Those of secrets: they hold marks, see ``SecretStore``.
  let secretColumns: [Int]
  /// What the audit trail tells of: all fields that people fill in.
  let toldColumns: [ToldColumn]

  struct ToldColumn: Sendable {
    let index: Int
    /// In the database.
    let name: String
    let isSecret: Bool
  }

  /// Reads the generated text. The compiler wrote it, so that anything else is a broken build.
  public init(_ text: StaticString, live: [LiveField] = []) {
    guard let shape = EntityShape(parsing: text.description) else {
      preconditionFailure("the generated shape cannot be read")
    }
    self.shape = shape
    table = shape.table(
      live: Dictionary(uniqueKeysWithValues: live.map { ($0.name, $0.expression) }))
    storedColumns = table.columns.indices.filter { [table] in table.columns[$0].expression == nil }
    secretColumns = shape.fields.indices.filter { shape.fields[$0].control == "secret" }
      .map { SystemColumn.count + $0 }
    toldColumns = shape.fields.enumerated().filter { $1.presence != .computed }
      .map { index, field in
        ToldColumn(
          index: SystemColumn.count + index, name: field.column,
          isSecret: field.control == "secret")
      }
    computedColumns = ColumnSet(
      shape.fields.indices.filter { shape.fields[$0].presence == .computed }
        .map { SystemColumn.count + $0 })
  }

  /// The field at a column; nil for columns of the system.
  func field(_ column: Int) -> FieldShape? {
    fieldColumns.contains(column) ? shape.fields[column - SystemColumn.count] : nil
  }

  /// The shape by which a filter reads a column: of a declared field, or of the moments that every
  /// record has.
  func filterShape(_ column: Int) -> FieldShape? {
    switch column {
    case SystemColumn.createdAt, SystemColumn.updatedAt:
      let system = SystemColumn.columns[column]
      return FieldShape(
        name: system.name, column: system.name, storage: system.storage, control: "date_time",
        presence: .automatic)
    default: return field(column)
    }
  }

  /// The column of a declared field or of `id`, `version`, `created_at` ….
  func column(named name: String) -> Int? {
    if let index = shape.fields.firstIndex(where: { $0.name == name }) {
      return SystemColumn.count + index
    }
    return SystemColumn.columns.firstIndex { $0.name == name }
  }

  /// The name on the wire.
  func name(ofColumn column: Int) -> String {
    field(column)?.name ?? table.columns[column].name
  }

  /// The columns of declared fields. Behind them stand the states of roll-ups, which nobody sees.
  var fieldColumns: Range<Int> {
    SystemColumn.count..<(SystemColumn.count + shape.fields.count)
  }

}
