/// The one way in which text of a definition enters Swift source.
public enum SwiftText {
  /// A string literal on one line. Everything but printable ASCII and letters is an escape.
  public static func quoted(_ content: String) -> String {
    var out = "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if scalar.value < 0x20 || (!scalar.isASCII && !scalar.properties.isXIDContinue)
          || scalar.value == 0x7F
        {
          out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  /// A raw literal over several lines at the margin, for whole texts. Line feed is the only control
  /// character that such texts hold besides tab; more `#` than any run in the text fence it.
  public static func multiline(_ content: String) -> String {
    var longest = 0
    var run = 0
    for byte in content.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "#", count: longest + 1)
    let body = content.hasSuffix("\n") ? String(content.dropLast()) : content
    return "\(fence)\"\"\"\n\(body)\n\"\"\"\(fence)"
  }

  /// An identifier for a name of the definition: unharmed unless Swift keeps the word for itself or
  /// it is taken, then with `_` behind it. `taken` receives the result.
  public static func identifier(_ name: String, taken: inout Set<String>) -> String {
    var result = reserved.contains(name) ? name + "_" : name
    while !taken.insert(result).inserted { result += "_" }
    return result
  }

  /// `contract_line` as `ContractLine`; other letters stay as they are.
  public static func typeName(_ name: String, suffix: String, taken: inout Set<String>) -> String {
    var result = ""
    for part in name.split(separator: "_") {
      result += part.prefix(1).uppercased() + part.dropFirst()
    }
    result += suffix
    while !taken.insert(result).inserted { result += "_" }
    return result
  }

  /// Keywords and words with a meaning as members, in Swift 6; and the members of every entity.
  private static let reserved: Set<String> = [
    "Any", "Protocol", "Self", "Type", "actor", "any", "as", "associatedtype", "async", "await",
    "borrowing", "break", "case", "catch", "class", "consuming", "continue", "convenience",
    "default", "defer", "deinit", "didSet", "do", "dynamic", "each", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "final", "for", "func", "get", "guard", "if", "import",
    "in", "indirect", "infix", "init", "inout", "internal", "is", "isolated", "lazy", "let",
    "macro", "mutating", "nil", "nonisolated", "nonmutating", "open", "operator", "optional",
    "override", "package", "postfix", "precedencegroup", "prefix", "private", "protocol", "public",
    "repeat", "required", "rethrows", "return", "self", "set", "some", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var",
    "weak", "where", "while", "willSet", "yield", "_",
    "visit", "check", "visitor", "checks",
  ]
}
