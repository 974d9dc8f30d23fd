/// Records of texts, one a line, parted by tabs: the form of every text that the compiler writes
/// and the server reads. Tab, line feed, carriage return and backslash inside a text are written
/// `\t`, `\n`, `\r`, `\\`.
public enum TabbedText {
  /// Appends one record and a line feed.
  public static func append(_ record: [String], to out: inout String) {
    for (index, text) in record.enumerated() {
      if index > 0 { out += "\t" }
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": out += "\\\\"
        case "\t": out += "\\t"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        default: out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\n"
  }

  /// Appends one text of a record.
  public static func append(field text: String, to out: inout ByteWriter) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (place, byte) in bytes.enumerated() {
        let letter: StaticString
        switch byte {
        case UInt8(ascii: "\\"): letter = "\\\\"
        case UInt8(ascii: "\t"): letter = "\\t"
        case UInt8(ascii: "\n"): letter = "\\n"
        case UInt8(ascii: "\r"): letter = "\\r"
        default: continue
        }
        out.append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
        out.append(letter)
        start = place + 1
      }
      out.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// The records of a text, empty lines left out; nil when an escape is malformed.
  public static func records(_ text: String) -> [[String]]? {
    var records: [[String]] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let record = fields(of: line) else { return nil }
      records.append(record)
    }
    return records
  }

  private static func fields(of line: Substring.UTF8View) -> [String]? {
    var record: [String] = []
    var bytes: [UInt8] = []
    var escaped = false
    for byte in line {
      if escaped {
        escaped = false
        switch byte {
        case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "\\"): bytes.append(byte)
        default: return nil
        }
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\t") {
        record.append(String(decoding: bytes, as: UTF8.self))
        bytes.removeAll(keepingCapacity: true)
      } else {
        bytes.append(byte)
      }
    }
    if escaped { return nil }
    record.append(String(decoding: bytes, as: UTF8.self))
    return record
  }
}
