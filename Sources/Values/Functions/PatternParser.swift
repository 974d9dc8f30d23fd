/// What a pattern says, as a tree.
indirect enum PatternTree {
  /// One code point of these ranges, ascending and apart.
  case one([ClosedRange<UInt32>])
  case sequence([PatternTree])
  case choice([PatternTree])
  case `repeat`(PatternTree, least: Int, most: Int?)
}

/// Reads a pattern from left to right.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  private(set) var error: PatternError?

  private static let maxDepth = 50
  private static let maxCount = 1000
  private static let last: UInt32 = 0x10_FFFF

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The tree; nil with ``error``.
  mutating func parse() -> PatternTree? {
    if scalars.isEmpty { return fail(.empty, 0) }
    guard let tree = choice() else { return nil }
    return place < scalars.count ? fail(.unopenedGroup, place) : tree
  }

  private mutating func fail<T>(_ reason: PatternError.Reason, _ place: Int) -> T? {
    let offset = scalars[..<place].reduce(0) { $0 + UTF8.width($1) }
    error = PatternError(reason, offset)
    return nil
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    place += 1
    return true
  }

  private mutating func choice() -> PatternTree? {
    var branches: [PatternTree] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() -> PatternTree? {
    var parts: [PatternTree] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      guard let part = repeated() else { return nil }
      parts.append(part)
    }
    return .sequence(parts)
  }

  private mutating func repeated() -> PatternTree? {
    guard let part = atom() else { return nil }
    let start = place
    guard let (least, most) = count() else { return error == nil ? part : nil }
    if let scalar = current, "*+?{".unicodeScalars.contains(scalar) {
      return fail(.nothingToRepeat, place)
    }
    if let most, most < least || most > PatternParser.maxCount { return fail(.badCount, start) }
    return least > PatternParser.maxCount
      ? fail(.badCount, start) : .repeat(part, least: least, most: most)
  }

  /// How often the part before is repeated; nil when nothing says so, or with ``error``.
  private mutating func count() -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = place
    guard take("{") else { return nil }
    guard let least = number() else { return fail(.bareSign, start) }
    if take("}") { return (least, least) }
    guard take(",") else { return fail(.bareSign, start) }
    if take("}") { return (least, nil) }
    guard let most = number(), take("}") else { return fail(.bareSign, start) }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let digit = current?.value, digit >= 0x30, digit <= 0x39 {
      number = min((number ?? 0) * 10 + Int(digit - 0x30), PatternParser.maxCount + 1)
      place += 1
    }
    return number
  }

  private mutating func atom() -> PatternTree? {
    let start = place
    guard let scalar = current else { return .sequence([]) }
    place += 1
    switch scalar {
    case "(": return group(start)
    case "[": return characterClass(start)
    case ".": return .one(PatternParser.others([0x0A...0x0A]))
    case "^", "$": return fail(.anchor, start)
    case "*", "+", "?": return fail(.nothingToRepeat, start)
    case "{", "}", "]": return fail(.bareSign, start)
    case "\\": return escaped(start).map { .one([$0.value...$0.value]) }
    default: return .one([scalar.value...scalar.value])
    }
  }

  private mutating func group(_ start: Int) -> PatternTree? {
    if current == "?" { return fail(.groupOption, place) }
    depth += 1
    if depth > PatternParser.maxDepth { return fail(.tooDeep, start) }
    guard let tree = choice() else { return nil }
    depth -= 1
    return take(")") ? tree : fail(.unclosedGroup, start)
  }

  /// What stands behind a backslash.
  private mutating func escaped(_ start: Int) -> Unicode.Scalar? {
    guard let scalar = current else { return fail(.escape, start) }
    place += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": return scalar
    default: return fail(.escape, start)
    }
  }

  private mutating func characterClass(_ start: Int) -> PatternTree? {
    let negated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !take("]") {
      let place = place
      guard let low = classMember(start) else { return nil }
      // At the end a `-` is itself.
      let isRange =
        current == "-" && self.place + 1 < scalars.count && scalars[self.place + 1] != "]"
      var high = low
      if isRange {
        self.place += 1
        guard let end = classMember(start) else { return nil }
        high = end
      }
      if high < low { return fail(.reversedRange, place) }
      ranges.append(low.value...high.value)
    }
    if ranges.isEmpty { return fail(.emptyClass, start) }
    let merged = PatternParser.merged(ranges)
    return .one(negated ? PatternParser.others(merged) : merged)
  }

  private mutating func classMember(_ start: Int) -> Unicode.Scalar? {
    let place = place
    guard let scalar = current else { return fail(.unclosedClass, start) }
    self.place += 1
    switch scalar {
    case "[": return fail(.bareSign, place)
    case "\\": return escaped(place)
    default: return scalar
    }
  }

  /// The same code points in ranges that ascend and do not touch.
  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = result.last, range.lowerBound <= before.upperBound + 1 {
        let end = max(before.upperBound, range.upperBound)
        result[result.count - 1] = before.lowerBound...end
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// All other code points.
  private static func others(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { result.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= last { result.append(start...last) }
    return result
  }
}
