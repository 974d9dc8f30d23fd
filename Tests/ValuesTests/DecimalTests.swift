import Testing

@testable import Values

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", 0, 0), ("7", 0, 7), ("-7", 0, -7), ("007", 0, 7), ("-0", 2, 0), ("1234.5", 2, 123_450),
    ("1234.50", 2, 123_450), ("-0.05", 2, -5), ("12.3000", 1, 123), ("5.000", 0, 5),
    ("0.000000001", 9, 1), ("9007199254740991", 0, 9_007_199_254_740_991),
    ("-90071992547409.91", 2, -9_007_199_254_740_991), ("9007199.254740991", 9, Int(1) << 53 - 1),
  ])
  func reads(_ text: String, _ scale: Int, _ mantissa: Int) {
    #expect(
      Decimal.parse(text, scale: UInt8(scale), limit: Storage.mantissaLimit) == Int64(mantissa))
  }

  @Test(arguments: [
    "", "-", "--1", "+1", ".5", "5.", "-.5", "1.2.3", "1,000", "1 000", " 1", "1e3", "0x10", "１２",
    "∞", "1.005", "0.001", "9007199254740992", "99999999999999999999999999", "-90071992547409.92",
    "1\u{0}", "1-",
  ])
  func refuses(_ text: String) {
    #expect(Decimal.parse(text, scale: 2, limit: Storage.mantissaLimit) == nil)
  }

  @Test(arguments: [
    (0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1230, 2, "12.30"),
    (7, 0, "7"), (-7, 0, "-7"), (100, 2, "1.00"), (1, 9, "0.000000001"), (10, 1, "1.0"),
    (Int.min, 0, "-9223372036854775808"), (Int.max, 9, "9223372036.854775807"),
  ])
  func writes(_ mantissa: Int, _ scale: Int, _ text: String) {
    #expect(Decimal.print(Int64(mantissa), scale: UInt8(scale)) == text)
  }

  @Test func readsBackWhatItWrites() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let mantissa = Int64.random(
        in: -Storage.mantissaLimit...Storage.mantissaLimit, using: &random)
      let scale = UInt8.random(in: 0...9, using: &random)
      let small = mantissa >> Int64.random(in: 0..<53, using: &random)
      let text = Decimal.print(small, scale: scale)
      #expect(Decimal.parse(text, scale: scale, limit: Storage.mantissaLimit) == small, "\(text)")
    }
  }

  @Test func raisesTen() {
    #expect(Decimal.power(0) == 1)
    #expect(Decimal.power(18) == 1_000_000_000_000_000_000)
  }
}
