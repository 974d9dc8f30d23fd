/// The texts that a workbook keeps apart from its sheets, one behind the other. Of rich text the
/// characters count, and not how they are read aloud.
final class SharedStrings: XMLListener {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var isInText = false
  private var isSpoken = false

  /// - Parameter limit: bytes of all texts together.
  init(limit: Int) { self.limit = limit }

  var count: Int { ends.count }

  subscript(_ index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return EscapedText.decoded(bytes[start..<ends[index]])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
    switch name {
    case "t": isInText = !isSpoken
    case "rPh": isSpoken = true
    default: break
    }
  }

  func end(_ name: XMLName) throws(SheetError) {
    switch name {
    case "t": isInText = false
    case "rPh": isSpoken = false
    case "si": ends.append(bytes.count)
    default: break
    }
    // An empty text takes its place too.
    if bytes.count + ends.count > limit { throw .beyond(.sharedStrings, most: limit, row: nil) }
  }

  func text(_ text: UnsafeRawBufferPointer) throws(SheetError) {
    if isInText { bytes.append(contentsOf: text) }
  }
}

/// Texts of workbooks write characters that XML does not have as `_x000D_`.
enum EscapedText {
  /// The text that was meant.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let plain = String(decoding: bytes, as: UTF8.self)
    guard plain.utf8.contains(UInt8(ascii: "_")) else { return plain }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    let source = Array(plain.utf16)
    var at = 0
    var isEscaped = false
    while at < source.count {
      if let unit = escape(source[at...]) {
        units.append(unit)
        at += 7
        isEscaped = true
      } else {
        units.append(source[at])
        at += 1
      }
    }
    return isEscaped ? String(decoding: units, as: UTF16.self) : plain
  }

  /// The text as a workbook writes it: what would read as such a mark, and control characters.
  static func encoded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: "_") && ($0 >= 0x20 || $0 == 0x0A) }
    if isPlain { return text }
    let source = Array(text.utf16)
    var units: [UInt16] = []
    for (place, unit) in source.enumerated() {
      let isControl = unit < 0x20 && unit != 0x0A && unit != 0x09
      if isControl || escape(source[place...]) != nil {
        let digits = String(unit, radix: 16, uppercase: true)
        units += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf16
      } else {
        units.append(unit)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The unit that `_xHHHH_` at the beginning stands for.
  private static func escape(_ text: ArraySlice<UInt16>) -> UInt16? {
    let start = text.startIndex
    guard text.count >= 7, text[start] == 0x5F, text[start + 1] == 0x78, text[start + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for digit in text[(start + 2)..<(start + 6)] {
      guard let value = Character(Unicode.Scalar(digit) ?? " ").hexDigitValue, digit < 0x80
      else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}
