import Values

/// `plate`: a licence plate, shown with the point after the office.
struct PlateControl: FormedText {
  var form: TextForm? { .plate }
  var attributes: StaticString {
    #" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false""#
  }

  func shown(_ text: String, _ context: PageContext) -> String {
    TextForm.plate.accepts(text) ? "\(text.prefix(2))·\(text.dropFirst(2))" : text
  }
}
