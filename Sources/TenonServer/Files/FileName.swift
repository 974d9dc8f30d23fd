/// The name that a client gave a file: shown, and offered when it is saved, but good for no path.
enum FileName {
  private static let limit = 120

  /// The name without folders, controls and what one system or another takes for more than a name.
  static func cleaned(_ given: String) -> String {
    let last = given.split { $0 == "/" || $0 == "\\" }.last ?? ""
    var name = ""
    for scalar in (Text.normalized(String(last)) ?? "").unicodeScalars {
      if isInvisible(scalar) { continue }
      name.unicodeScalars.append("<>:\"|?*\u{0}".unicodeScalars.contains(scalar) ? "_" : scalar)
    }
    name = Text.trimmed(name)
    while name.hasPrefix(".") { name.removeFirst() }
    while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
    name = shortened(name)
    if name.isEmpty { return "file" }
    let stem = name.prefix { $0 != "." }.uppercased()
    return devices.contains(stem) ? "_" + name : name
  }

  /// Names that Windows takes for devices, with whatever ending.
  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL"] + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] })

  /// Controls, and characters that turn the direction of text or cannot be seen.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      return true
    default: return false
    }
  }

  /// The name within the limit, its ending kept.
  private static func shortened(_ name: String) -> String {
    if name.unicodeScalars.count <= limit { return name }
    var ending = ""
    if let dot = name.lastIndex(of: "."), name[dot...].unicodeScalars.count <= 12 {
      ending = String(name[dot...])
    }
    var short = String.UnicodeScalarView()
    short.append(contentsOf: name.unicodeScalars.prefix(limit - ending.unicodeScalars.count))
    return String(short) + ending
  }

  /// The field Content-Disposition (RFC 6266), the name in both spellings (RFC 8187).
  static func disposition(_ name: String, inline: Bool) -> String {
    var plain = ""
    var encoded = ""
    let digits = Array("0123456789ABCDEF")
    for byte in name.utf8 {
      let character = Character(Unicode.Scalar(byte))
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        plain.append(character)
        encoded.append(character)
      default:
        if byte < 0x80 { plain.append(byte == 0x20 ? character : "_") }
        if byte >= 0xC0 { plain.append("_") }
        encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return (inline ? "inline" : "attachment")
      + "; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
  }
}
