import Values

/// `person_name`: what someone is called.
struct PersonNameControl: FormedText {
  var form: TextForm? { .personName }
  var attributes: StaticString {
    #" type="text" autocomplete="off" autocapitalize="words" spellcheck="false""#
  }
}
