import Testing

@testable import Values

/// A state that followed every change equals one that is asked anew from the rows.
@Suite struct RollUpStateTests {
  private static let rules = RollUpRule.Function.allCases.flatMap { function in
    let isOrdered = [.first, .last, .latest].contains(function)
    let hasValue = ![.any, .all].contains(function)
    return [false, true].filter { isOrdered || !$0 }.map { isDescending in
      RollUpRule(function, hasValue: hasValue, hasKey: isOrdered, isDescending: isDescending)
    }
  }

  /// The state of some rows by its meaning.
  private func asked(_ rule: RollUpRule, _ rows: [Int64: Contribution]) -> RollUpState {
    let counted = rows.filter { _, row in
      row.counts && !(rule.hasKey && row.key.isBlank)
        && (rule.function == .latest || !rule.hasValue || !row.value.isBlank)
    }.sorted { $0.key < $1.key }
    let values = counted.map(\.value.value)
    let numbers = values.map { Int64($0.mantissa) }
    func best(_ isFirst: Bool) -> [RollUpPart] {
      let sorted = counted.sorted { a, b in
        if a.value.key != b.value.key {
          return rule.isDescending
            ? b.value.key.isLess(a.value.key) : a.value.key.isLess(b.value.key)
        }
        return a.key < b.key
      }
      guard let row = isFirst ? sorted.first : sorted.last else {
        return [.blank, .blank, .blank]
      }
      return [row.value.key, RollUpPart(row.key), row.value.value]
    }
    switch rule.function {
    case .count, .any, .all: return RollUpState(rule, [RollUpPart(Int64(counted.count))])
    case .sum: return RollUpState(rule, [RollUpPart(numbers.reduce(0, +))])
    case .avg:
      return RollUpState(
        rule, [RollUpPart(numbers.reduce(0, +)), RollUpPart(Int64(counted.count))])
    case .min: return RollUpState(rule, [RollUpPart(numbers.min())])
    case .max: return RollUpState(rule, [RollUpPart(numbers.max())])
    case .first: return RollUpState(rule, best(true))
    case .last, .latest: return RollUpState(rule, best(false))
    case .distinctCount: return RollUpState(rule, [RollUpPart(Int64(Set(numbers).count))])
    case .join:
      let text = numbers.isEmpty ? nil : numbers.map(String.init).joined(separator: ", ")
      return RollUpState(rule, [RollUpPart(text)])
    }
  }

  @Test(arguments: rules) func followsEveryChange(_ rule: RollUpRule) throws {
    var random = SystemRandomNumberGenerator()
    var rows: [Int64: Contribution] = [:]
    var text: String?
    var anew = 0
    for step in 0..<2_000 {
      let id = Int64.random(in: 1...12, using: &random)
      let value = Int64.random(in: -3...3, using: &random)
      let key = Int64.random(in: 1...4, using: &random)
      let row = Contribution(
        Bool.random(using: &random), step % 7 == 0 ? .blank : RollUpPart(value),
        by: step % 11 == 0 ? .blank : RollUpPart(key))
      let old = rows[id]
      let new = step % 3 == 0 ? nil : row
      rows[id] = new
      var state = try #require(RollUpState(rule, parsing: text))
      if !state.change(from: old, to: new, id: id) {
        state = asked(rule, rows)
        anew += 1
      }
      text = state.text
      #expect(text == asked(rule, rows).text, "\(rule.function) after \(step) changes")
    }
    switch rule.function {
    case .count, .sum, .avg, .any, .all: #expect(anew == 0)
    default: #expect(anew > 0)
    }
  }

  @Test func textsKeepTheirTabs() throws {
    let rule = RollUpRule(.latest, hasValue: true, hasKey: true, isDescending: false)
    let parts: [RollUpPart] = [.text("a\tb\\t\\"), RollUpPart(Int64(7)), .text("'\n")]
    let text = try #require(RollUpState(rule, parts).text)
    #expect(RollUpState(rule, parsing: text)?.parts == parts)
    #expect(RollUpState(rule, parsing: "1\t2") == nil)
    #expect(RollUpState(rule, parsing: "1\t2\t'x\\") == nil)
    #expect(RollUpState(rule, parsing: "1\tx\t2") == nil)
  }

  @Test func sumsAreExactBeyondSixtyFourBits() throws {
    let rule = RollUpRule(.sum, hasValue: true, hasKey: false, isDescending: false)
    var state = try #require(RollUpState(rule, parsing: nil))
    let most = Contribution(true, RollUpPart(Int64.max))
    for id in 1...3 {
      let isKnown = state.change(from: nil, to: most, id: Int64(id))
      #expect(isKnown)
    }
    #expect(state.text == "27670116110564327421")
    #expect(RollUpState.sum(state.text, 2) == Fixed(27_670_116_110_564_327_421, 2))
    for id in 1...3 {
      let isKnown = state.change(from: most, to: nil, id: Int64(id))
      #expect(isKnown)
    }
    #expect(state.text == nil)
  }
}
