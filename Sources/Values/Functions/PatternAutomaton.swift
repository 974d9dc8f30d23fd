/// Makes the table of a pattern: Thompson's construction of a nondeterministic automaton, then the
/// sets of its states that can be reached together (Aho, Sethi, Ullman, *Compilers*, 3.7).
struct PatternAutomaton {
  /// A state leads on without reading, or reads one code point and leads to one state.
  private struct State {
    var reads: [ClosedRange<UInt32>] = []
    var target = 0
    var free: [Int] = []
  }

  private var states: [State] = []
  private static let maxStates = 5000
  private static let maxSets = 1000
  private static let maxClasses = 1000

  mutating func compile(_ tree: PatternTree) -> Pattern? {
    let end = add(State())
    guard let start = build(tree, before: end) else { return nil }
    return table(from: start, to: end)
  }

  private mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// The state from which the tree leads to a state; nil when it takes too many.
  private mutating func build(_ tree: PatternTree, before next: Int) -> Int? {
    if states.count > PatternAutomaton.maxStates { return nil }
    switch tree {
    case .one(let ranges): return add(State(reads: ranges, target: next))
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() {
        guard let start = build(part, before: next) else { return nil }
        next = start
      }
      return next
    case .choice(let branches):
      var starts: [Int] = []
      for branch in branches {
        guard let start = build(branch, before: next) else { return nil }
        starts.append(start)
      }
      return add(State(free: starts))
    case .repeat(let part, let least, let most):
      return build(part, least, most, before: next)
    }
  }

  private mutating func build(
    _ part: PatternTree, _ least: Int, _ most: Int?, before next: Int
  ) -> Int? {
    var start = next
    if let most {
      for _ in least..<most {
        guard let again = build(part, before: start) else { return nil }
        start = add(State(free: [again, next]))
      }
    } else {
      let loop = add(State())
      guard let again = build(part, before: loop) else { return nil }
      states[loop].free = [again, next]
      start = loop
    }
    for _ in 0..<least {
      guard let again = build(part, before: start) else { return nil }
      // Nothing, however often, is nothing.
      if again == start { break }
      start = again
    }
    return start
  }

  private func table(from start: Int, to end: Int) -> Pattern? {
    let classes = classes()
    if classes.count > PatternAutomaton.maxClasses { return nil }
    var numbers: [[Int]: UInt16] = [[]: 0]
    var sets: [[Int]] = [[]]
    var next = Array(repeating: UInt16(0), count: classes.count)
    func number(_ set: [Int]) -> UInt16 {
      if let known = numbers[set] { return known }
      numbers[set] = UInt16(sets.count)
      sets.append(set)
      return UInt16(sets.count - 1)
    }
    _ = number(closure([start]))
    var index = 1
    while index < sets.count {
      if sets.count > PatternAutomaton.maxSets { return nil }
      var targets = Array(repeating: [Int](), count: classes.count)
      for state in sets[index] {
        for range in states[state].reads {
          var place = firstClass(range.lowerBound, classes)
          while place < classes.count && classes[place] <= range.upperBound {
            targets[place].append(states[state].target)
            place += 1
          }
        }
      }
      for target in targets { next.append(number(closure(target))) }
      index += 1
    }
    return Pattern(classes: classes, next: next, accepts: sets.map { $0.contains(end) })
  }

  /// Where the classes of the alphabet begin: code points between two of them are alike.
  private func classes() -> [UInt32] {
    var starts: Set<UInt32> = [0]
    for state in states {
      for range in state.reads {
        starts.insert(range.lowerBound)
        if range.upperBound < 0x10_FFFF { starts.insert(range.upperBound + 1) }
      }
    }
    return starts.sorted()
  }

  private func firstClass(_ start: UInt32, _ classes: [UInt32]) -> Int {
    var (low, high) = (0, classes.count)
    while low < high {
      let middle = (low + high) / 2
      if classes[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// These states and all that are reached from them without reading, ascending.
  private func closure(_ start: [Int]) -> [Int] {
    var found = Set(start)
    var left = start
    while let state = left.popLast() {
      for target in states[state].free where found.insert(target).inserted { left.append(target) }
    }
    return found.sorted()
  }
}
