import Values

extension ExpressionFunctions {
  static var numbers: [Entry] {
    [
      pair("add", Fixed.add), pair("subtract", Fixed.subtract), pair("multiply", Fixed.multiply),
      pair("divide", Fixed.divide), pair("div", Fixed.divideWhole), pair("mod", Fixed.modulo),
      single("negate", Fixed.negate), single("abs", Fixed.abs), single("sign", Fixed.sign),
      // The same number with so many more digits.
      Entry("widen", 2) { $0.give(Fixed.widen($0.number(0, 0), $0.scale(1))) },
      // `tn_round(x, from, to, mode)`.
      Entry("round", 4) { $0.give(Fixed.round($0.number(0), $0.scale(2), mode($0.text(3)))) },
      // `tn_fit(x, low, high)`: the number when it lies between the two.
      Entry("fit", 3) { call in
        guard let low = call.integer(1), let high = call.integer(2), low <= high else {
          return call.giveBlank()
        }
        call.give(call.number(0, 0)?.fitted(0, low...high))
      },
      // These take the scale of the result, then numbers each with its scale behind it.
      Entry("clamp", 7) {
        $0.give(Fixed.widen(Fixed.clamp($0.number(1), $0.number(3), $0.number(5)), $0.scale(0)))
      },
      Entry("first", -1) { chosen($0) { first, _ in first } },
      Entry("least", -1) { chosen($0, Comparisons.lesser) },
      Entry("greatest", -1) { chosen($0, Comparisons.greater) },
      // `tn_order(a, scale, b, scale)`: −1, 0 or 1; blank when one is.
      Entry("order", 4) { call in
        guard let a = call.number(0), let b = call.number(2) else { return call.giveBlank() }
        call.give(a < b ? Int64(-1) : a == b ? 0 : 1)
      },
      // Whether both are the same number, or both blank.
      Entry("same", 4) { $0.give(Comparisons.equal($0.number(0), $0.number(2))) },
      // What sorts as the numbers do.
      Entry("key", 1) { call in
        guard let number = call.number(0, 0) else { return call.giveBlank() }
        call.give(packed: number.mantissa)
      },
      // A length of time in milliseconds; blank beyond 64 bits.
      Entry("int64", 1) { $0.give($0.number(0, 0)?.fitted(0, .min ... .max)) },
    ]
  }

  /// Two numbers, each with its scale behind it.
  private static func pair(
    _ name: String, _ body: @escaping @Sendable (Fixed?, Fixed?) -> Fixed?
  ) -> Entry {
    Entry(name, 4) { $0.give(body($0.number(0), $0.number(2))) }
  }

  private static func single(
    _ name: String, _ body: @escaping @Sendable (Fixed?) -> Fixed?
  ) -> Entry {
    Entry(name, 1) { $0.give(body($0.number(0, 0))) }
  }

  private static func mode(_ name: String?) -> Rounding {
    switch name {
    case "half_even": return .halfEven
    case "up": return .up
    case "down": return .down
    case "ceiling": return .ceiling
    case "floor": return .floor
    default: return .halfAway
    }
  }

  /// Gives one of the filled numbers, at the scale that stands first.
  private static func chosen(_ call: FunctionCall, _ choose: (Fixed?, Fixed?) -> Fixed?) {
    var best: Fixed?
    for index in stride(from: 1, to: call.count - 1, by: 2) {
      guard let number = call.number(index) else { continue }
      best = best == nil ? number : choose(best, number)
    }
    call.give(Fixed.widen(best, call.scale(0)))
  }
}
