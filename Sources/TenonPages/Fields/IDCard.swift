import Values

/// `id_card`: a resident identity number.
struct IDCardControl: FormedText {
  var form: TextForm? { .idCard }
  var attributes: StaticString {
    #" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false""#
  }
  var clarity: Clarity { .always }
}
