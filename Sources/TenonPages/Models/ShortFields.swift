import Blueprint
import Values

/// Fields of short forms that belong to no record: who, from when, until when.
extension PageField {
  /// Who acts for someone.
  public static func deputy(_ locale: Locale) -> PageField {
    short("person", "person", .reference, .deputy, locale, target: "user")
  }

  /// Who gets what a leaver had.
  public static func successor(_ locale: Locale) -> PageField {
    short("person", "person", .reference, .successor, locale, target: "user")
  }

  /// With whom a record is shared.
  public static func sharedWith(_ locale: Locale) -> PageField {
    short("person", "person", .reference, .shareWith, locale, target: "user")
  }

  /// The first day.
  public static func firstDay(_ locale: Locale) -> PageField {
    short("from", "date", .date, .firstDay, locale)
  }

  /// The last day, which is within.
  public static func lastDay(_ locale: Locale, isRequired: Bool = true) -> PageField {
    short("until", "date", .date, .lastDay, locale, isRequired: isRequired)
  }

  private static func short(
    _ name: String, _ control: String, _ storage: Storage, _ label: Phrase, _ locale: Locale,
    isRequired: Bool = true, target: String? = nil
  ) -> PageField {
    let look = FieldLook(name: name, control: control, label: Words([locale[label]]))
    guard
      let field = PageField(
        look, language: 0, storage: storage, isRequired: isRequired, target: target)
    else { preconditionFailure("no control `\(control)`") }
    return field
  }
}

/// Writes the fields of a short form, each with its label and what is wrong with it.
struct ShortFields {
  let context: PageContext
  /// Stands before the ids of the inputs, where a page has several such forms.
  var prefix = "s"

  func write(_ fields: [FormField], into out: inout HTMLWriter) {
    out.raw(#"<div class="fields">"#)
    for form in fields {
      let place = InputPlace(form: form, id: prefix + "-" + form.field.name)
      out.raw(#"<div class="field"><label"#)
      out.attribute("for", place.id)
      out.raw(">")
      out.text(form.field.label)
      if form.isRequired { out.raw(#"<b class="must" aria-hidden="true">*</b>"#) }
      out.raw("</label>")
      place.writeControl(context, into: &out)
      if let problem = form.problem {
        PeopleForm.error(
          problem.text(form.field, context), id: place.id + "-error", into: &out)
      }
      out.raw("</div>")
    }
    out.raw("</div>")
  }
}
