import Values

/// The dialects of SQL that the composer prints.
public enum Dialect: Sendable, CaseIterable {
  case sqlite, postgres
}

/// Receives a statement piece by piece. One walk over the algebra feeds either sink, so that the
/// shape by which statements are cached and the text that is prepared cannot disagree.
protocol StatementSink {
  mutating func literal(_ text: StaticString)
  mutating func table(_ table: Table)
  mutating func column(_ table: Table, _ index: Int)
  /// The n-th alias: `t0`, `t1` …
  mutating func alias(_ number: Int)
  mutating func bind(_ value: Value)
}

/// What two statements share when only their bound values differ: the key of the cache.
///
/// Literals are told apart by address: equal addresses are equal texts.
public struct StatementShape: Hashable, Sendable {
  fileprivate(set) var tokens: [Int] = []
}

struct ShapeSink: StatementSink {
  var shape = StatementShape()
  var bindings: [Value] = []

  init() {
    shape.tokens.reserveCapacity(48)
    bindings.reserveCapacity(8)
  }

  mutating func literal(_ text: StaticString) { shape.tokens.append(Int(bitPattern: text.utf8Start)) }
  mutating func table(_ table: Table) {
    shape.tokens.append(Int(bitPattern: Unmanaged.passUnretained(table).toOpaque()))
  }
  mutating func column(_ table: Table, _ index: Int) { shape.tokens.append(index) }
  mutating func alias(_ number: Int) { shape.tokens.append(-1 - number) }
  mutating func bind(_ value: Value) {
    shape.tokens.append(-1000)
    bindings.append(value)
  }
}

struct TextSink: StatementSink {
  let dialect: Dialect
  var text = ""
  private var bound = 0

  init(_ dialect: Dialect) { self.dialect = dialect }

  mutating func literal(_ literal: StaticString) { text += literal.description }
  mutating func table(_ table: Table) { text += quoted(table.name) }
  mutating func column(_ table: Table, _ index: Int) { text += quoted(table.columns[index].name) }
  mutating func alias(_ number: Int) { text += "t\(number)" }
  mutating func bind(_ value: Value) {
    bound += 1
    text += dialect == .sqlite ? "?" : "$\(bound)"
  }

  /// A quoted identifier after SQL:1992 §5.2; both dialects read it so.
  private func quoted(_ name: String) -> String {
    var out = "\""
    for character in name.unicodeScalars {
      out.unicodeScalars.append(character)
      if character == "\"" { out.unicodeScalars.append(character) }
    }
    return out + "\""
  }
}
