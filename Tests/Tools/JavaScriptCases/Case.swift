import Foundation

/// A line of a file of cases that holds an expression; `Tests/Differential/README.md` says more.
struct Case {
  let index: Int
  let use: String
  let text: String
  /// The scale of the numbers that it gives, as the judge sees it; nil for other values.
  let scale: Int?
  /// The scale and the largest mantissa of the field that takes the value.
  let target: (isMoney: Bool, scale: Int)?

  /// What the compiler calls the field or check that holds it.
  var name: String { "c\(index)" }

  static func read(_ url: URL) throws -> [Case] {
    let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    return try lines.compactMap { line in
      guard line.hasPrefix("{\"expression\""),
        let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let index = json["expression"] as? Int, let text = json["text"] as? String
      else { return nil }
      let target = json["target"] as? [String: Any]
      return Case(
        index: index, use: json["use"] as? String ?? "value", text: text,
        scale: (json["kind"] as? [String: Any])?["scale"] as? Int,
        target: (target?["scale"] as? Int).map { (target?["type"] as? String == "money", $0) })
    }
  }
}
