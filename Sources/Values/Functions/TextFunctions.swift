/// Functions of texts in NFC, by code point. There is no empty text: what would be empty is blank.
public enum TextFunctions {
  /// A longer result is blank, so that no expression fills the memory.
  static let longest = 1_000_000

  /// A result: blank when it is empty or too long.
  static func filled(_ text: String) -> String? {
    if text.isEmpty || (text.utf8.count > longest && Text.length(text) > longest) { return nil }
    return Text.composed(text)
  }

  /// `length(s)` in code points; 0 for blank.
  public static func length(_ text: String?) -> Fixed {
    Fixed.whole(text.map(Text.length) ?? 0)
  }

  /// `a + b`; a blank is nothing.
  public static func concatenate(_ a: String?, _ b: String?) -> String? {
    guard let a, let b else { return a ?? b }
    return filled(a + b)
  }

  /// `slice(s, from, count)`: code points from position `from`, which counts from 1 and is at
  /// least 1.
  public static func slice(_ text: String?, _ from: Fixed?, _ count: Fixed?) -> String? {
    guard let text, let from, let count else { return nil }
    let start = max(from.int, 1) - 1
    return part(text, start, start + max(count.int, 0))
  }

  /// `left(s, n)`: the first n code points; blank for n below 1.
  public static func left(_ text: String?, _ n: Fixed?) -> String? {
    guard let text, let n else { return nil }
    return part(text, 0, max(n.int, 0))
  }

  /// `right(s, n)`: the last n code points; blank for n below 1.
  public static func right(_ text: String?, _ n: Fixed?) -> String? {
    guard let text, let n else { return nil }
    let length = Text.length(text)
    return part(text, max(length - max(n.int, 0), 0), length)
  }

  /// `trim(s)`: without white space (Unicode White_Space, so U+3000 too) at its ends.
  public static func trim(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = Text.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// `upper_ascii(s)`: a…z alone become A…Z.
  public static func upperASCII(_ text: String?) -> String? {
    text.map { mapped($0) { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 } }.flatMap(filled)
  }

  /// `lower_ascii(s)`: A…Z alone become a…z.
  public static func lowerASCII(_ text: String?) -> String? {
    text.map { mapped($0) { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 } }.flatMap(filled)
  }

  /// `fold(s)`: the form in which texts compare without regard to case and width
  /// (NFKC_Casefold).
  public static func fold(_ text: String?) -> String? {
    text.map(CaseFold.fold).flatMap(filled)
  }

  /// `pinyin_initial(s)`: the first letters of the Chinese characters' readings; other letters and
  /// digits for themselves, blanks and punctuation left out.
  public static func pinyinInitial(_ text: String?) -> String? {
    guard let text else { return nil }
    let folded = FoldedText(text)
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: (PinyinInitials(folded)?.text ?? folded).scalars)
    return filled(String(scalars))
  }

  /// `replace(s, old, new)`: every `old`, from left to right; a blank `new` takes it away.
  public static func replace(_ text: String?, _ old: String?, _ new: String?) -> String? {
    guard let text, let old else { return nil }
    let (source, wanted, put) = (Array(text.utf8), Array(old.utf8), Array((new ?? "").utf8))
    if wanted.isEmpty { return text }
    var result: [UInt8] = []
    var index = 0
    while let found = firstIndex(of: wanted, in: source, from: index) {
      result += source[index..<found]
      result += put
      index = found + wanted.count
      if result.count > longest * 4 { return nil }
    }
    if index == 0 { return text }
    result += source[index...]
    return filled(String(decoding: result, as: UTF8.self))
  }

  /// `split_part(s, separator, n)`: the n-th part, counted from 1; blank when there is none.
  public static func splitPart(_ text: String?, _ separator: String?, _ n: Fixed?) -> String? {
    guard let text, let separator, var left = n?.int, left > 0 else { return nil }
    let (source, wanted) = (Array(text.utf8), Array(separator.utf8))
    if wanted.isEmpty { return nil }
    var index = 0
    while true {
      let found = firstIndex(of: wanted, in: source, from: index)
      left -= 1
      if left == 0 {
        return filled(String(decoding: source[index..<(found ?? source.count)], as: UTF8.self))
      }
      guard let found else { return nil }
      index = found + wanted.count
    }
  }

  /// `pad_left(s, width, fill)`: with as much of `fill`, over and over, as makes it `width` code
  /// points long; blank for a width above 10 000.
  public static func padLeft(_ text: String?, _ width: Fixed?, _ fill: String?) -> String? {
    guard let text, let width = width?.int, let fill, width <= 10_000 else { return nil }
    let missing = width - Text.length(text)
    let scalars = Array(fill.unicodeScalars)
    if missing <= 0 || scalars.isEmpty { return text }
    var result = String.UnicodeScalarView()
    for index in 0..<missing { result.append(scalars[index % scalars.count]) }
    return filled(String(result) + text)
  }

  /// `digits_only(s)`: its digits 0…9, those of full width among them.
  public static func digitsOnly(_ text: String?) -> String? {
    guard let text else { return nil }
    var digits = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(scalar)
      case 0xFF10...0xFF19: digits.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: break
      }
    }
    return digits.isEmpty ? nil : String(digits)
  }

  /// `mask(s, left, right)`: so many code points at the ends stay, each other becomes `*`. When
  /// none would be left to hide, all are hidden.
  public static func mask(_ text: String?, _ left: Fixed?, _ right: Fixed?) -> String? {
    guard let text, let left = left?.int, let right = right?.int else { return nil }
    let length = Text.length(text)
    let keepsSome = left >= 0 && right >= 0 && left + right < length
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let stays = keepsSome && (index < left || index >= length - right)
      result.append(stays ? scalar : "*")
    }
    return filled(String(result))
  }

  /// `text_of(b)`: `true` or `false`.
  public static func textOfBool(_ value: Bool?) -> String? { value.map { $0 ? "true" : "false" } }

  /// `text_of(option)`: its name. `renamed` lists those that are stored under another one, as
  /// `stored name` in a line each.
  public static func optionName(_ stored: String?, _ renamed: StaticString) -> String? {
    guard let stored else { return nil }
    for line in renamed.description.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      if words.count == 2, words[0].elementsEqual(stored.utf8) { return String(words[1]) }
    }
    return stored
  }

  // MARK: helpers

  /// A text whose bytes of ASCII become others of ASCII.
  static func mapped(_ text: String, _ map: (UInt8) -> UInt8) -> String {
    var text = text
    return text.withUTF8 { source in
      String(unsafeUninitializedCapacity: source.count) { target in
        for index in source.indices { target[index] = map(source[index]) }
        return source.count
      }
    }
  }

  /// The code points from one index to another; indices past the end are the end.
  private static func part(_ text: String, _ from: Int, _ to: Int) -> String? {
    if from >= to { return nil }
    let bytes = text.utf8
    let start = offset(of: from, bytes, bytes.startIndex)
    let end = offset(of: to - from, bytes, start)
    return start == end ? nil : String(text[start..<end])
  }

  /// Where so many code points from an index on end.
  private static func offset(
    of codePoints: Int, _ bytes: String.UTF8View, _ start: String.Index
  ) -> String.Index {
    var index = start
    var left = codePoints
    while index < bytes.endIndex {
      if bytes[index] & 0xC0 != 0x80 {
        if left == 0 { return index }
        left -= 1
      }
      bytes.formIndex(after: &index)
    }
    return index
  }
}
