import Values

/// `bank_card`: the number of a card, shown in groups of four digits.
struct BankCardControl: FormedText {
  var form: TextForm? { .bankCard }
  var attributes: StaticString {
    #" type="text" autocomplete="off" inputmode="numeric""#
  }

  func shown(_ text: String, _ context: PageContext) -> String {
    // What is masked stays as it is.
    guard TextForm.bankCard.accepts(text) else { return text }
    var result = ""
    for (place, digit) in text.enumerated() {
      if place > 0, place % 4 == 0 { result.append("\u{A0}") }
      result.append(digit)
    }
    return result
  }
}
