import Values

/// Cells of CSV files.
public enum CSVText {
  /// What spreadsheets take for the beginning of a formula, full-width forms too.
  private static let triggers: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠",
  ]

  /// Whether a text, apostrophes before it aside, begins like a formula.
  private static func isTrigger(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return triggers.contains(first)
  }

  /// A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it,
  /// which spreadsheets show as the mark of a text. So does one that begins like a text so marked:
  /// ``restored(_:)`` gives back each as it was.
  public static func defused(_ text: String) -> String { isTrigger(text) ? "'" + text : text }

  /// The text that ``defused(_:)`` was given.
  public static func restored(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isTrigger(text) ? String(text.dropFirst()) : text
  }

  /// Appends a cell, in quotes where it needs them.
  public static func append(_ text: String, to out: inout ByteWriter) {
    let isPlain = text.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D
    }
    let isTight = text.first != " " && text.last != " "
    if isPlain && isTight { return out.append(text: text) }
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }
}
