import IR
import TargetCode
import Values

/// Writes expressions as JavaScript over the functions of the pages' rule script, whose values are
/// described there. A number is written at the scale of its node's type, so that nothing has to
/// find out a scale while it runs.
public struct JavaScriptWriter {
  let application: Application
  /// The functions of the rule script that were called.
  private var called: Set<String> = []
  /// Patterns of `matches`, each once, in the order in which they were met.
  private var patterns: [String] = []
  /// The application's parameters that were read.
  private var parameters: Set<String> = []
  /// The fields of the signed-in person that were read: `department`, `department.head`.
  private(set) var ofMe: [String: ValueType] = [:]
  /// What the record is called: `r`, and `x` for a row inside a function of rows.
  var record = "r"

  /// That an expression takes what the browser does not have.
  struct NotInBrowser: Error {}

  public init(_ application: Application) { self.application = application }

  /// A function from a record to the value, which is blank when it is a number out of a range; nil
  /// when the browser cannot work it out.
  public mutating func function(
    _ expression: Expression, within range: NumberRange? = nil
  ) -> String? {
    attempt { writer throws in
      let value = try writer.code(expression)
      guard let range else { return "(r) => " + value.text }
      let bounds = [range.minimum, range.maximum].map { Code(whole: "\($0)n") }
      return "(r) => " + writer.call("within", [value] + bounds).text
    }
  }

  /// A function from a record to whether it passes a check: when a field that the check names is
  /// blank, or when it holds.
  public mutating func function(_ check: Check) -> String? {
    attempt { writer throws in
      let blanks = try check.subjects.map { path in
        (try writer.field(path)).text + " === null"
      }
      let must = try writer.code(check.must)
      if blanks.isEmpty { return "(r) => " + must.text }
      return "(r) => " + (blanks + [must.inner]).joined(separator: " || ")
    }
  }

  /// A function from a record to a text with values in it.
  public mutating func function(_ template: Template) -> String? {
    attempt { writer throws in
      let parts = try template.parts.map { part in
        switch part {
        case .literal(let text): return Code(whole: JavaScriptText.quoted(text))
        case .value(let value): return try writer.printed(value)
        }
      }
      return "(r) => " + writer.call("text", parts).text
    }
  }

  /// What must be declared before the functions, as lines.
  public var declarations: [String] {
    var lines: [String] = []
    if !called.isEmpty {
      lines += ["const {"] + called.sorted().map { "  \($0)," } + ["} = t;"]
    }
    let known = application.parameters.filter { parameters.contains($0.name) }
    if !known.isEmpty {
      lines += ["const p = {"]
      for parameter in known {
        let name = JavaScriptText.key(parameter.name)
        lines.append("  \(name): \(JavaScriptWriter.code(parameter).text),")
      }
      lines += ["};"]
    }
    for (index, pattern) in patterns.enumerated() {
      lines.append("const m\(index + 1) = \(JavaScriptWriter.table(pattern));")
    }
    return lines
  }

  /// Writes something or, when the browser cannot work it out, leaves no trace.
  private mutating func attempt(
    _ body: (inout JavaScriptWriter) throws -> String
  ) -> String? {
    var writer = self
    guard let text = try? body(&writer) else { return nil }
    self = writer
    return text
  }

  // MARK: Pieces

  mutating func call(_ name: String, _ arguments: [Code]) -> Code {
    called.insert(name)
    return Code(whole: name + "(" + arguments.map(\.text).joined(separator: ", ") + ")")
  }

  /// The name of a pattern's table.
  mutating func pattern(_ text: String) -> String {
    called.insert("pattern")
    let index = patterns.firstIndex(of: text) ?? patterns.count
    if index == patterns.count { patterns.append(text) }
    return "m\(index + 1)"
  }

  mutating func parameter(_ name: String) -> Code {
    parameters.insert(name)
    return Code(whole: "p" + JavaScriptText.member(name))
  }

  /// `type` is what the path leads to, where it is not known from elsewhere.
  mutating func field(_ path: Expression.Path, _ type: ValueType? = nil) throws -> Code {
    let names = path.steps.map { step in
      step.member.name { id in
        application.entity(step.entity).fields.first { $0.id == id }?.name ?? id.text
      }
    }
    switch path.root {
    case .record where names.count == 1:
      return Code(whole: record + JavaScriptText.member(names[0]))
    case .me:
      let name = names.joined(separator: ".")
      if let type { ofMe[name] = type }
      return Code(whole: "e.my" + JavaScriptText.member(name))
    case .record, .old, .this: throw NotInBrowser()
    }
  }

  /// The states of a pattern, as the rule script reads them. The compiler has let it pass.
  private static func table(_ text: String) -> String {
    guard let pattern = Pattern(text) else { return "() => false" }
    func list(_ items: some Sequence<some BinaryInteger>) -> String {
      "[" + items.map { "\($0)" }.joined(separator: ", ") + "]"
    }
    let width = pattern.classes.count
    let rows = pattern.accepts.indices.map { state in
      state == 0 ? "[]" : list(pattern.next[state * width..<(state + 1) * width])
    }
    let ends = pattern.accepts.indices.filter { pattern.accepts[$0] }
    return "pattern(\(list(pattern.classes)), [\(rows.joined(separator: ", "))], \(list(ends)))"
  }
}

/// A piece of JavaScript.
struct Code {
  let text: String
  /// Whether it may stand beside an operator as it is.
  private let isWhole: Bool

  init(whole text: String) {
    self.text = text
    isWhole = true
  }

  init(_ text: String) {
    self.text = text
    isWhole = false
  }

  var inner: String { isWhole ? text : "(\(text))" }
}
