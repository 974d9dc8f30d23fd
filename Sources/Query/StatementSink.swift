import Values

/// Receives a statement piece by piece. One walk over the algebra feeds either sink, so that the
/// shape by which statements are cached and the text that is prepared cannot disagree.
protocol StatementSink {
  var dialect: Dialect { get }
  mutating func literal(_ text: StaticString)
  mutating func table(_ table: Table)
  mutating func column(_ table: Table, _ index: Int)
  /// The n-th alias: `t0`, `t1` …
  mutating func alias(_ number: Int)
  /// A column that the table with the n-th alias holds.
  mutating func stored(_ alias: Int, _ table: Table, _ column: Int)
  mutating func bind(_ value: Value)
  /// A stretch of an expression of the definition.
  mutating func piece(_ text: CompiledText)
  /// What the request or the application knows.
  mutating func slot(_ slot: ExpressionSlot)
  /// The greatest number of rows. Part of the text for PostgreSQL, which plans a statement once for
  /// all its values and else would know nothing of it.
  mutating func limit(_ count: Int)
  /// A small number of the statement's own: the place of a column.
  mutating func number(_ number: Int)
  /// The name of a search index.
  mutating func searchIndex(_ index: SearchIndex)
  /// The n-th column of a search index.
  mutating func searchColumn(_ number: Int)
}

extension StatementSink {
  /// A column of the table with the n-th alias; one worked out on reading by its expression.
  mutating func reference(_ alias: Int, _ table: Table, _ column: Int) {
    if let expression = table.columns[column].expression {
      return self.expression(expression, alias, table)
    }
    stored(alias, table, column)
  }

  /// An expression over the record with the n-th alias, or over that of the table without one.
  mutating func expression(_ expression: CompiledExpression, _ alias: Int?, _ table: Table) {
    for part in expression.parts(dialect) {
      switch part {
      case .text(let text): piece(text)
      case .record: if let alias { self.alias(alias) } else { self.table(table) }
      case .slot(let slot): self.slot(slot)
      }
    }
  }
}

/// What two statements share when only their bound values differ: the key of the cache.
///
/// Literals are told apart by address: equal addresses are equal texts. Tables are by their number.
public struct StatementShape: Hashable, Sendable {
  fileprivate var tokens: [Int] = []
  /// Mixed from the tokens as they come, so that a look-up need not walk them again.
  fileprivate var mixed = 0

  public func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  public static func == (a: StatementShape, b: StatementShape) -> Bool {
    a.mixed == b.mixed && a.tokens == b.tokens
  }
}

struct ShapeSink: StatementSink {
  private(set) var shape = StatementShape()
  private(set) var bindings: [Value] = []
  let dialect: Dialect
  private let values: ExpressionValues

  init(_ dialect: Dialect, _ values: ExpressionValues) {
    self.dialect = dialect
    self.values = values
    shape.tokens.reserveCapacity(96)
    bindings.reserveCapacity(8)
  }

  /// The kind of a token in its top byte; a literal's address has none.
  private enum Kind {
    static let table = 1 << 56
    static let column = 2 << 56
    static let alias = 3 << 56
    static let reference = 4 << 56
    static let bind = 5 << 56
    static let searchIndex = 6 << 56
    static let searchColumn = 7 << 56
    static let piece = 8 << 56
    static let limit = 9 << 56
    static let number = 10 << 56
  }

  @inline(__always) private mutating func add(_ token: Int) {
    shape.tokens.append(token)
    // One step of the multiply-and-rotate hash of FxHash (Firefox).
    shape.mixed = ((shape.mixed << 5 | shape.mixed >> 59 & 31) ^ token) &* 0x517C_C1B7_2722_0A95
  }

  mutating func literal(_ text: StaticString) { add(Int(bitPattern: text.utf8Start)) }
  mutating func table(_ table: Table) { add(Kind.table | table.number) }
  mutating func column(_ table: Table, _ index: Int) { add(Kind.column | index) }
  mutating func alias(_ number: Int) { add(Kind.alias | number) }
  mutating func stored(_ alias: Int, _ table: Table, _ column: Int) {
    add(Kind.reference | alias << 24 | column)
  }
  mutating func bind(_ value: Value) {
    add(Kind.bind)
    bindings.append(value)
  }
  mutating func piece(_ text: CompiledText) { add(Kind.piece | text.address) }
  mutating func slot(_ slot: ExpressionSlot) { bind(values[slot]) }
  mutating func limit(_ count: Int) {
    switch dialect {
    case .sqlite: bind(.integer(Int64(count)))
    case .postgres: add(Kind.limit | count)
    }
  }
  mutating func number(_ number: Int) { add(Kind.number | number) }
  mutating func searchIndex(_ index: SearchIndex) { add(Kind.searchIndex | index.table.number) }
  mutating func searchColumn(_ number: Int) { add(Kind.searchColumn | number) }
}

struct TextSink: StatementSink {
  let dialect: Dialect
  var text = ""
  private var bound = 0

  init(_ dialect: Dialect) { self.dialect = dialect }

  mutating func literal(_ literal: StaticString) { text += literal.description }
  mutating func table(_ table: Table) { text += TextSink.quoted(table.name) }
  mutating func column(_ table: Table, _ index: Int) {
    text += TextSink.quoted(table.columns[index].name)
  }
  mutating func alias(_ number: Int) { text += "t\(number)" }
  mutating func stored(_ alias: Int, _ table: Table, _ column: Int) {
    self.alias(alias)
    text += "."
    self.column(table, column)
  }
  mutating func bind(_ value: Value) {
    bound += 1
    text += dialect == .sqlite ? "?" : "$\(bound)"
  }
  mutating func piece(_ piece: CompiledText) {
    text += String(decoding: piece.bytes, as: UTF8.self)
  }
  mutating func slot(_ slot: ExpressionSlot) { bind(.blank) }
  mutating func limit(_ count: Int) {
    switch dialect {
    case .sqlite: bind(.integer(Int64(count)))
    case .postgres: text += String(count)
    }
  }
  mutating func number(_ number: Int) { text += String(number) }
  mutating func searchIndex(_ index: SearchIndex) { text += TextSink.quoted(index.name) }
  mutating func searchColumn(_ number: Int) { text += "c\(number)" }

  /// A quoted identifier after SQL:1992 §5.2; both dialects read it so.
  static func quoted(_ name: String) -> String {
    var out = "\""
    for character in name.unicodeScalars {
      out.unicodeScalars.append(character)
      if character == "\"" { out.unicodeScalars.append(character) }
    }
    return out + "\""
  }
}
