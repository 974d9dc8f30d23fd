/// The one way in which text of a definition enters JavaScript.
public enum JavaScriptText {
  /// A string literal. What no one sees is an escape.
  public static func quoted(_ content: String) -> String {
    var out = "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default:
        if isSeen(scalar) {
          out.unicodeScalars.append(scalar)
        } else {
          out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return out + "\""
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned, .nonspacingMark, .enclosingMark:
      return false
    case .spaceSeparator: return scalar == " "
    default: return true
    }
  }

  /// A name as the key of an object literal.
  public static func key(_ name: String) -> String {
    // Without brackets it would set what the object inherits from.
    if name == "__proto__" { return "[\"__proto__\"]" }
    return isPlain(name) ? name : quoted(name)
  }

  /// The access to a member: `.name`, or `["名称"]`.
  public static func member(_ name: String) -> String {
    isPlain(name) ? "." + name : "[" + quoted(name) + "]"
  }

  /// A whole number of any size with zeros behind it.
  public static func integer(_ digits: String, zeros: Int) -> String {
    if digits == "0" { return "0n" }
    return digits + String(repeating: "0", count: zeros) + "n"
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, first < 0x30 || first > 0x39 else { return false }
    return name.utf8.allSatisfy {
      $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F
    }
  }
}
