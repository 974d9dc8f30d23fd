import Values

/// `credit_code`: a unified social credit code.
struct CreditCodeControl: FormedText {
  var form: TextForm? { .creditCode }
  var attributes: StaticString {
    #" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false""#
  }
  var clarity: Clarity { .always }
}
