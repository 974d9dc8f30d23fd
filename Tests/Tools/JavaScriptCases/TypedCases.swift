import Driver
import Foundation
import IR

/// Has expressions of a form typed by the compiler, each as what a field of the judge's entity is
/// required by, or as the message of a check.
struct TypedCases {
  /// So many fields at once, of the 500 that an entity can have.
  static let most = 400

  let application: URL

  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  func application(_ cases: [Case]) throws -> Application {
    let names = try FileManager.default.contentsOfDirectory(atPath: application.path)
    let files = try names.filter { $0.hasSuffix(".yaml") }.map { name in
      let text = String(
        decoding: try Data(contentsOf: application.appendingPathComponent(name)), as: UTF8.self)
      return SourceInput(path: name, bytes: Array(added(cases, to: text).utf8))
    }
    let result = Driver.check(files: files, lock: nil)
    guard let application = result.application else {
      let errors = result.diagnostics.filter(\.isError).map { diagnostic in
        let span = diagnostic.primary.span
        return "\(diagnostic.code.rawValue) \(diagnostic.message.en)"
          + ": \(result.sources.text(span))"
      }
      throw Refused(description: errors.joined(separator: "\n"))
    }
    return application
  }

  private func added(_ cases: [Case], to text: String) -> String {
    let anchor = "      lines: { type: subform, of: deal_line }\n"
    var fields = ""
    var checks = ""
    for line in cases {
      switch line.use {
      case "text": checks += "      \(line.name): { must: true, say: \(quoted(line.text)) }\n"
      case "must": fields += field(line, line.text)
      default: fields += field(line, "is_blank(\(line.text))")
      }
    }
    if !checks.isEmpty { checks = "    checks:\n" + checks }
    return text.replacing(anchor, with: anchor + fields + checks)
  }

  private func field(_ line: Case, _ condition: String) -> String {
    "      \(line.name): { type: text, required: \(quoted(condition)) }\n"
  }

  /// A scalar of YAML in double quotes.
  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      default:
        if scalar.value < 0x20 || scalar.value >= 0x7F {
          let hex = String(scalar.value, radix: 16)
          out += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
