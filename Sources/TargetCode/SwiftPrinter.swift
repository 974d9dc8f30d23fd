/// Prints Swift trees, one declaration or statement a line, in the style of swift-format.
public enum SwiftPrinter {
  /// The text of a file.
  public static func print(_ file: SwiftFile) -> String {
    var out = LineWriter()
    for line in file.header { out.line("// " + line) }
    if !file.imports.isEmpty { out.line() }
    for module in file.imports { out.line("import " + module) }
    for declaration in file.declarations {
      out.line()
      out.write(declaration)
    }
    return out.text
  }
}

extension LineWriter {
  fileprivate mutating func write(_ declaration: SwiftDeclaration) {
    switch declaration {
    case .structure(let name, let conformances, let members):
      let inherited = conformances.isEmpty ? "" : ": " + conformances.joined(separator: ", ")
      block("struct \(name)\(inherited)") { $0.write(members: members) }
    case .extension(let name, let members):
      block("extension \(name)") { $0.write(members: members) }
    case .namespace(let name, let members):
      block("enum \(name)") { $0.write(members: members) }
    case .property(let modifiers, let keyword, let name, let type, let value):
      let head = (modifiers + [keyword, name]).joined(separator: " ")
      let annotation = type.map { ": " + $0 } ?? ""
      if let value {
        write(head + annotation + " = ", value, "")
      } else {
        line(head + annotation)
      }
    case .text(let modifiers, let name, let content):
      line((modifiers + ["let", name]).joined(separator: " ") + ": StaticString =")
      verbatim(SwiftText.multiline(content) + "\n")
    case .computed(let modifiers, let name, let type, let value):
      line((modifiers + ["var", name]).joined(separator: " ") + ": \(type) { \(text(value)) }")
    case .function(let modifiers, let signature, let body):
      block((modifiers + ["func", signature]).joined(separator: " ")) { writer in
        for statement in body { writer.write(statement) }
      }
    case .statement(let statement): write(statement)
    }
  }

  private mutating func write(members: [SwiftDeclaration]) {
    var previousWasBlock = true
    for (index, member) in members.enumerated() {
      if index > 0 && (previousWasBlock || member.isBlock) { line() }
      write(member)
      previousWasBlock = member.isBlock
    }
  }

  private mutating func write(_ statement: SwiftStatement) {
    switch statement {
    case .expression(let expression): line(text(expression))
    case .constant(let name, let type, let value): line("let \(name): \(type) = \(text(value))")
    case .assignment(let name, let value): line("\(name) = \(text(value))")
    case .return(let expression): line("return " + text(expression))
    case .switch(let subject, let cases):
      line("switch \(text(subject)) {")
      for item in cases {
        line(item.pattern + ":")
        nested { writer in for statement in item.body { writer.write(statement) } }
      }
      line("}")
    }
  }

  private mutating func block(_ head: String, _ body: (inout LineWriter) -> Void) {
    line(head + " {")
    nested(body)
    line("}")
  }

  /// An expression between what stands before and behind it; what is too long for a line has a
  /// line for each of its parts.
  private mutating func write(_ head: String, _ expression: SwiftExpression, _ tail: String) {
    let whole = head + text(expression) + tail
    guard whole.utf8.count > LineWriter.width else { return line(whole) }
    switch expression {
    case .dictionary(let entries):
      parts(head + "[", entries.map { (text($0.key) + ": ", $0.value) }, "]" + tail)
    case .array(let elements):
      parts(head + "[", elements.map { ("", $0) }, "]" + tail)
    case .call(let function, let arguments):
      parts(
        head + function + "(", arguments.map { ($0.label.map { $0 + ": " } ?? "", $0.value) },
        ")" + tail)
    default: line(whole)
    }
  }

  private mutating func parts(
    _ head: String, _ parts: [(label: String, value: SwiftExpression)], _ tail: String
  ) {
    line(head)
    nested { writer in
      for (index, part) in parts.enumerated() {
        writer.write(part.label, part.value, index < parts.count - 1 ? "," : "")
      }
    }
    line(tail)
  }

  private static let width = 100

  private func text(_ expression: SwiftExpression) -> String {
    switch expression {
    case .name(let name): return name
    case .integer(let number): return String(number)
    case .bool(let value): return value ? "true" : "false"
    case .string(let content): return SwiftText.quoted(content)
    case .address(let name): return "&" + name
    case .not(let value): return "!" + text(value)
    case .binary(let sign, let left, let right): return "\(text(left)) \(sign) \(text(right))"
    case .choice(let condition, let value, let other):
      return "\(text(condition)) ? \(text(value)) : \(text(other))"
    case .dictionary(let entries):
      return "[" + entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", ")
        + "]"
    case .array(let elements): return "[" + elements.map(text).joined(separator: ", ") + "]"
    case .call(let function, let arguments):
      let list = arguments.map { ($0.label.map { $0 + ": " } ?? "") + text($0.value) }
      return "\(function)(\(list.joined(separator: ", ")))"
    }
  }
}

extension SwiftDeclaration {
  /// Whether it takes several lines and so wants blank lines round it.
  fileprivate var isBlock: Bool {
    switch self {
    case .structure, .extension, .namespace, .text, .function: return true
    case .property, .computed, .statement: return false
    }
  }
}
