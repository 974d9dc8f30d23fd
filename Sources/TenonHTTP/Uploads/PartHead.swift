/// The head of a part of `multipart/form-data`: which field of the form it is, and the file's name
/// when it is a file. The type that the client claims counts for nothing.
struct PartHead: Equatable {
  let name: String
  let fileName: String?

  init(name: String, fileName: String?) {
    self.name = name
    self.fileName = fileName
  }

  /// Reads the lines between a delimiter and the empty line; nil when they are broken, name no
  /// field, or are not UTF-8.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      return nil
    }
    var found: [String: String]?
    for line in PartHead.lines(text) {
      guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if name != "content-disposition" { continue }
      guard found == nil, let read = PartHead.disposition(line[(colon + 1)...]) else { return nil }
      found = read
    }
    guard let found, let name = found["name"] else { return nil }
    self.init(name: name, fileName: found["filename"])
  }

  /// The lines, which end with CR LF.
  private static func lines(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A {
        lines.append([])
        at += 2
      } else {
        lines[lines.count - 1].append(bytes[at])
        at += 1
      }
    }
    return lines
  }

  /// The parameters of `form-data; name="…"; filename="…"`; nil when it is none.
  private static func disposition(_ value: ArraySlice<UInt8>) -> [String: String]? {
    var rest = value.drop(while: isSpace)
    let kind = rest.prefix { $0 != 0x3B && !isSpace($0) }
    guard String(decoding: kind, as: UTF8.self).lowercased() == "form-data" else { return nil }
    rest = rest.dropFirst(kind.count).drop(while: isSpace)
    var found: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.popFirst() == 0x3B else { return nil }
      rest = rest.drop(while: isSpace)
      if rest.isEmpty { break }
      guard let equals = rest.firstIndex(of: 0x3D) else { return nil }
      let name = String(decoding: rest[..<equals], as: UTF8.self).lowercased()
      rest = rest[(equals + 1)...]
      guard let value = takeValue(&rest), found.updateValue(value, forKey: name) == nil
      else { return nil }
      rest = rest.drop(while: isSpace)
    }
    return found
  }

  /// A value in quotes or without. A quote ends it where the line ends or a `;` follows: browsers
  /// write `%22` for one inside, others `\"`, and a backslash by itself is part of a name.
  private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard rest.first == 0x22 else {
      let token = rest.prefix { $0 != 0x3B && !isSpace($0) }
      rest = rest.dropFirst(token.count)
      return token.contains(0x22) ? nil : String(decoding: token, as: UTF8.self)
    }
    var value: [UInt8] = []
    var at = rest.startIndex + 1
    while at < rest.endIndex {
      if rest[at] == 0x22 {
        let next = rest[(at + 1)...].drop(while: isSpace).first
        if next == nil || next == 0x3B {
          rest = rest[(at + 1)...]
          return unescaped(value)
        }
        if value.last == 0x5C { value.removeLast() }
      }
      value.append(rest[at])
      at += 1
    }
    return nil
  }

  /// What browsers escape in names: `"`, CR and LF (WHATWG HTML, multipart/form-data).
  private static func unescaped(_ value: [UInt8]) -> String {
    let escapes: [([UInt8], UInt8)] = [
      (Array("%22".utf8), 0x22), (Array("%0D".utf8), 0x0D), (Array("%0A".utf8), 0x0A),
    ]
    var out: [UInt8] = []
    var at = 0
    while at < value.count {
      if let escape = escapes.first(where: { value[at...].starts(with: $0.0) }) {
        out.append(escape.1)
        at += 3
      } else {
        out.append(value[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
