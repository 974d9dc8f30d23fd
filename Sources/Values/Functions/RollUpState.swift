/// How a roll-up changes with its rows.
public struct RollUpRule: Hashable, Sendable {
  public let function: Function
  /// Whether something is taken of each row, or rows themselves are counted.
  public let hasValue: Bool
  public let hasKey: Bool
  public let isDescending: Bool

  public enum Function: String, Sendable, CaseIterable {
    case count, sum, avg, min, max, any, all, first, last, latest, join
    case distinctCount = "distinct_count"
  }

  public init(_ function: Function, hasValue: Bool, hasKey: Bool, isDescending: Bool) {
    self.function = function
    self.hasValue = hasValue
    self.hasKey = hasKey
    self.isDescending = isDescending
  }

  /// Of how many parts its state consists.
  public var partCount: Int {
    switch function {
    case .count, .sum, .min, .max, .any, .all, .join, .distinctCount: return 1
    case .avg: return 2
    case .first, .last, .latest: return hasKey ? 3 : 2
    }
  }
}

/// What a row gives to a roll-up.
public struct Contribution: Hashable, Sendable {
  /// Whether the row counts at all; for `all`, whether it stands against it.
  public let counts: Bool
  public let value: RollUpPart
  /// By what it is ordered.
  public let key: RollUpPart

  public init(_ counts: Bool, _ value: RollUpPart = .blank, by key: RollUpPart = .blank) {
    self.counts = counts
    self.value = value
    self.key = key
  }
}

/// What a record keeps of a function of related records. As text its parts stand one behind the
/// other with tabs between; the state of no rows is no text.
public struct RollUpState: Equatable, Sendable {
  public let rule: RollUpRule
  public private(set) var parts: [RollUpPart]

  /// Nil when the text is not of this kind.
  public init?(_ rule: RollUpRule, parsing text: String?) {
    self.rule = rule
    parts = Array(repeating: .blank, count: rule.partCount)
    guard let text else { return }
    let pieces = text[...].utf8.split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard pieces.count == parts.count else { return nil }
    for (index, piece) in pieces.enumerated() {
      guard let part = RollUpPart(parsing: piece) else { return nil }
      parts[index] = part
    }
  }

  /// What the database answers when it is asked anew.
  public init(_ rule: RollUpRule, _ parts: [RollUpPart]) {
    self.rule = rule
    self.parts = parts
  }

  /// The text to keep; nil where there are no rows.
  public var text: String? {
    let isEmpty: Bool
    switch rule.function {
    case .count, .sum, .avg, .any, .all, .distinctCount:
      isEmpty = parts.allSatisfy { $0.isBlank || $0 == .zero }
    case .min, .max, .first, .last, .latest, .join: isEmpty = parts.allSatisfy(\.isBlank)
    }
    if isEmpty { return nil }
    var out = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { out += "\t" }
      part.append(to: &out)
    }
    return out
  }

  /// Takes away what a row contributed and puts in what it contributes now; nil is no row. False
  /// when the state cannot know the result and has to be asked anew.
  public mutating func change(
    from old: Contribution?, to new: Contribution?, id: Int64
  ) -> Bool {
    let old = old.flatMap { isCounted($0) ? $0 : nil }
    let new = new.flatMap { isCounted($0) ? $0 : nil }
    if old == new { return true }
    switch rule.function {
    case .count, .any, .all:
      return add(0, (new == nil ? 0 : 1) - (old == nil ? 0 : 1))
    case .sum: return change(0, old, new)
    case .avg:
      return change(0, old, new) && add(1, (new == nil ? 0 : 1) - (old == nil ? 0 : 1))
    case .min, .max: return changeBest(old?.value, new?.value)
    case .first, .last, .latest: return changeRow(old, new, id)
    case .join, .distinctCount: return false
    }
  }

  private func isCounted(_ row: Contribution) -> Bool {
    if !row.counts || (rule.hasKey && row.key.isBlank) { return false }
    switch rule.function {
    case .any, .all, .latest: return true
    default: return !rule.hasValue || !row.value.isBlank
    }
  }

  // MARK: Numbers

  private mutating func add(_ place: Int, _ difference: Int128) -> Bool {
    let (sum, isOver) = parts[place].mantissa.addingReportingOverflow(difference)
    parts[place] = .number(Fixed(sum, 0))
    return !isOver
  }

  private mutating func change(_ place: Int, _ old: Contribution?, _ new: Contribution?) -> Bool {
    // A blank sum of filled rows was too large: only the rows can tell.
    let (difference, isOver) = (new?.value.mantissa ?? 0).subtractingReportingOverflow(
      old?.value.mantissa ?? 0)
    return !isOver && add(place, difference)
  }

  // MARK: The best

  private func isBetter(_ a: RollUpPart, than b: RollUpPart) -> Bool {
    rule.function == .min ? a.isLess(b) : b.isLess(a)
  }

  private mutating func changeBest(_ old: RollUpPart?, _ new: RollUpPart?) -> Bool {
    if let new, parts[0].isBlank || !isBetter(parts[0], than: new) {
      parts[0] = new
      return true
    }
    return old != parts[0]
  }

  /// Whether the row of this rank stands before the one that is kept.
  private func isAhead(_ row: Contribution, _ id: Int64) -> Bool {
    let isReversed = rule.function != .first
    if rule.hasKey, row.key != parts[0] {
      let isLess = row.key.isLess(parts[0])
      return rule.isDescending != isReversed ? !isLess : isLess
    }
    let kept = parts[rule.hasKey ? 1 : 0].mantissa
    return isReversed ? Int128(id) > kept : Int128(id) < kept
  }

  private mutating func changeRow(_ old: Contribution?, _ new: Contribution?, _ id: Int64) -> Bool {
    let place = rule.hasKey ? 1 : 0
    let isKept = parts[place] == .number(Fixed(Int128(id), 0))
    let isEmpty = parts[place].isBlank
    let staysAhead = new.map { isAhead($0, id) || (rule.hasKey && $0.key == parts[0]) } ?? false
    if isKept && !(staysAhead || (!rule.hasKey && new != nil)) { return false }
    guard let new, isKept || isEmpty || isAhead(new, id) else { return true }
    parts = (rule.hasKey ? [new.key] : []) + [RollUpPart(id), new.value]
    return true
  }
}
