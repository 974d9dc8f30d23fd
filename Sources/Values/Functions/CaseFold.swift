/// NFKC_Casefold of texts, by ``CaseFoldTable``.
public enum CaseFold {
  /// The table in the letters that other back ends unpack: see `unpacked`.
  public static var packedTable: String { CaseFoldTable.packed.description }

  /// The folded form of a text; empty when the text has nothing but code points to be ignored.
  static func fold(_ text: String) -> String {
    var text = text
    if text.withUTF8({ $0.allSatisfy { $0 < 0x80 } }) {
      return TextFunctions.mapped(text) { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return Text.composed(String(result))
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
    let value = scalar.value
    // Chinese characters are what they are.
    if value >= 0x4E00 && value <= 0x9FFF {
      out.append(scalar)
      return
    }
    let table = table
    var (low, high) = (0, table.runs.count)
    while low < high {
      let middle = (low + high) / 2
      if table.runs[middle].last < value { low = middle + 1 } else { high = middle }
    }
    guard low < table.runs.count, table.runs[low].contains(value) else {
      out.append(scalar)
      return
    }
    let run = table.runs[low]
    for target in table.targets[run.targets] {
      if let folded = Unicode.Scalar(target &+ value &- run.first) { out.append(folded) }
    }
  }

  /// Code points that fold alike: every or every second one from the first to the last. The targets
  /// are those of the first and move along with it.
  private struct Run {
    let first: UInt32
    let last: UInt32
    let step: UInt32
    let targets: Range<Int>

    func contains(_ value: UInt32) -> Bool { value >= first && (value - first) % step == 0 }
  }

  private static let table = unpacked()

  private static func unpacked() -> (runs: [Run], targets: [UInt32]) {
    var packed = Packed()
    var runs: [Run] = []
    var targets: [UInt32] = []
    var place: UInt32 = .max
    var target: UInt32 = 0
    while let head = packed.number() {
      let first = place &+ head / 16 &+ 1
      let kind = head % 16
      let step: UInt32 = kind == 3 ? 2 : 1
      var length: UInt32 = 1
      if kind == 0 || kind == 2 || kind == 3 { length += packed.number() ?? 0 }
      var count = Int(kind) - 2
      if kind < 4 { count = kind == 0 ? 0 : 1 }
      if kind == 15 { count += Int(packed.number() ?? 0) }
      for _ in 0..<count {
        let zigzag = packed.number() ?? 0
        target = zigzag & 1 == 0 ? target &+ zigzag / 2 : target &- (zigzag / 2 + 1)
        targets.append(target)
      }
      place = first &+ (length - 1) &* step
      let range = targets.count - count..<targets.count
      runs.append(Run(first: first, last: place, step: step, targets: range))
    }
    return (runs, targets)
  }

  /// Reads the numbers of the packed table.
  private struct Packed {
    private var place = 0

    mutating func number() -> UInt32? {
      let (start, count) = (
        CaseFoldTable.packed.utf8Start, CaseFoldTable.packed.utf8CodeUnitCount
      )
      guard place < count else { return nil }
      var number: UInt32 = 0
      var shift: UInt32 = 0
      while place < count {
        let digit = Packed.value(start[place])
        place += 1
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32 { break }
      }
      return number
    }

    /// Of `0…9A…Za…z+-` in this order.
    private static func value(_ letter: UInt8) -> UInt32 {
      switch letter {
      case 0x30...0x39: return UInt32(letter) - 0x30
      case 0x41...0x5A: return UInt32(letter) - 0x41 + 10
      case 0x61...0x7A: return UInt32(letter) - 0x61 + 36
      default: return letter == UInt8(ascii: "+") ? 62 : 63
      }
    }
  }
}
