/// A pattern of `matches`, as a table of states that reads each code point once: time is linear in
/// the text, whatever the pattern. It is always about the whole text.
///
/// It knows code points, `.` (any but a line feed), `[a-z]`, `[^a-z]`, `( )`, `|`, `*`, `+`, `?`,
/// `{n}`, `{n,}`, `{n,m}`, and a backslash before a sign, `n` or `t`.
public struct Pattern: Sendable {
  /// The code points at which the classes of the alphabet begin, ascending, the first is 0.
  public let classes: [UInt32]
  /// The next state for each state and class: `next[state * classes.count + class]`. State 0 is
  /// the one that nothing leads out of, state 1 the first.
  public let next: [UInt16]
  /// Whether a text may end in a state.
  public let accepts: [Bool]

  /// The classes of ASCII, looked up most.
  private let ascii: [UInt16]

  /// The pattern of a text; a failure says what is wrong with it and where.
  public static func compile(_ text: String) -> Result<Pattern, PatternError> {
    var parser = PatternParser(text)
    guard let tree = parser.parse() else {
      return .failure(parser.error ?? PatternError(.tooComplex, 0))
    }
    var automaton = PatternAutomaton()
    guard let pattern = automaton.compile(tree) else {
      return .failure(PatternError(.tooComplex, 0))
    }
    return .success(pattern)
  }

  /// The pattern of a text that the compiler has let pass; nil for one that it has not.
  public init?(_ text: String) {
    guard case .success(let pattern) = Pattern.compile(text) else { return nil }
    self = pattern
  }

  init(classes: [UInt32], next: [UInt16], accepts: [Bool]) {
    self.classes = classes
    self.next = next
    self.accepts = accepts
    ascii = (0..<128).map { Pattern.index($0, classes) }
  }

  /// Whether the whole text is of this pattern.
  public func matches(_ text: String) -> Bool {
    var state = 1
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let index = value < 128 ? ascii[Int(value)] : Pattern.index(value, classes)
      state = Int(next[state * classes.count + Int(index)])
      if state == 0 { return false }
    }
    return accepts[state]
  }

  private static func index(_ value: UInt32, _ classes: [UInt32]) -> UInt16 {
    var (low, high) = (1, classes.count)
    while low < high {
      let middle = (low + high) / 2
      if classes[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return UInt16(low - 1)
  }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// Nothing is in it.
    case empty
    /// `^` or `$`: a pattern is about the whole text anyway.
    case anchor
    /// A backslash before a letter, a digit or the end: no such class is known.
    case escape
    /// `(?…`: groups have no options.
    case groupOption
    case unclosedGroup
    case unopenedGroup
    case unclosedClass
    case emptyClass
    /// `z-a`.
    case reversedRange
    /// `[` in a class, or `]`, `{`, `}` that close or open nothing: a backslash makes them signs.
    case bareSign
    /// `*`, `+`, `?` or `{` with nothing before it, or behind another one.
    case nothingToRepeat
    /// `{n,m}` with m below n, or a number above 1000.
    case badCount
    /// Groups within groups within groups.
    case tooDeep
    /// It would take more than a thousand states.
    case tooComplex
  }

  public let reason: Reason
  /// Where in the pattern, in bytes of UTF-8.
  public let offset: Int

  init(_ reason: Reason, _ offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
