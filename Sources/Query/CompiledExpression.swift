import Values

/// An expression of a definition as SQL of both dialects: literals of the program with places for
/// the record and for what a request or the application knows. Nothing else ever enters the text.
///
/// In the text, outside quotes, `@` is the record (`@."amount"`) and braces are slots, whose values
/// are bound: `{me}`, `{now}`, `{today}`, `{param limit}`, `{this customer}`,
/// `{this contract.customer}`, `{moment 20514 32400000}`.
public struct CompiledExpression: Sendable {
  private let sqlite: [CompiledPart]
  private let postgres: [CompiledPart]

  public init(sqlite: StaticString, postgres: StaticString) {
    self.sqlite = CompiledPart.parts(of: sqlite)
    self.postgres = CompiledPart.parts(of: postgres)
  }

  func parts(_ dialect: Dialect) -> [CompiledPart] {
    switch dialect {
    case .sqlite: return sqlite
    case .postgres: return postgres
    }
  }

  /// The slots that a request has to fill.
  public var slots: Set<ExpressionSlot> {
    Set(
      sqlite.compactMap { part in
        if case .slot(let slot) = part { return slot }
        return nil
      })
  }
}

extension CompiledExpression: Hashable {
  /// By the texts' addresses: expressions are made once, of literals.
  public static func == (a: CompiledExpression, b: CompiledExpression) -> Bool {
    a.sqlite == b.sqlite && a.postgres == b.postgres
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(sqlite) }
}

/// A value that an expression takes from outside its record.
public enum ExpressionSlot: Hashable, Sendable {
  /// The id of the person who is signed in.
  case me
  /// The moment of the request, in milliseconds.
  case now
  /// Its day in the application's zone, in days.
  case today
  /// A parameter of the application, by its name.
  case parameter(String)
  /// A field of the record that is being edited, or what stands behind it: names with points.
  case edited(String)
  /// A day and milliseconds of it on the wall clock of the application's zone, as a moment.
  case moment(day: Int64, milliseconds: Int64)

  /// Reads what stands in the braces.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("me", 1): self = .me
    case ("now", 1): self = .now
    case ("today", 1): self = .today
    case ("param", 2): self = .parameter(words[1])
    case ("this", 2): self = .edited(words[1])
    case ("moment", 3):
      guard let day = Int64(words[1]), let milliseconds = Int64(words[2]) else { return nil }
      self = .moment(day: day, milliseconds: milliseconds)
    default: return nil
    }
  }
}

/// What fills the slots of expressions. A slot without a value is blank.
public struct ExpressionValues: Hashable, Sendable {
  private var values: [ExpressionSlot: Value] = [:]

  public init() {}

  public subscript(slot: ExpressionSlot) -> Value {
    get { values[slot] ?? .blank }
    set { values[slot] = newValue }
  }

  /// Whether all of some slots are known, be they blank.
  public func know(_ slots: Set<ExpressionSlot>) -> Bool {
    slots.allSatisfy { values[$0] != nil }
  }
}

/// A stretch of an expression's text.
enum CompiledPart: Hashable {
  case text(CompiledText)
  case record
  case slot(ExpressionSlot)

  static func parts(of text: StaticString) -> [CompiledPart] {
    var parts: [CompiledPart] = []
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var start = 0
    var index = 0
    var quote: UInt8?
    func flush() {
      guard start < index else { return }
      parts.append(.text(CompiledText(UnsafeBufferPointer(rebasing: bytes[start..<index]))))
    }
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "@") {
        flush()
        parts.append(.record)
        start = index + 1
      } else if byte == UInt8(ascii: "{") {
        flush()
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard let slot = ExpressionSlot(name) else {
          preconditionFailure("no slot {\(name)}")
        }
        parts.append(.slot(slot))
        index = end
        start = end + 1
      }
      index += 1
    }
    flush()
    return parts
  }
}

/// A piece of a literal of the program, told apart by its address.
struct CompiledText: Hashable, @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var address: Int { Int(bitPattern: bytes.baseAddress) }

  static func == (a: CompiledText, b: CompiledText) -> Bool {
    a.address == b.address && a.bytes.count == b.bytes.count
  }

  func hash(into hasher: inout Hasher) { hasher.combine(address) }
}
