import TenonDatabase
import TenonPages

/// A short form that belongs to no record, as it was typed: it is shown again with what is wrong.
struct ShortForm {
  private let part: PagePart
  private let person: SignedIn
  /// Nothing for a form that is shown for the first time.
  private let form: FormBody
  /// By the field's name.
  var problems: [String: FieldProblem] = [:]

  init(_ part: PagePart, _ person: SignedIn, _ form: FormBody = []) {
    self.part = part
    self.person = person
    self.form = form
  }

  /// Whether someone is only looked for: the button beside the box was pressed.
  var isSearch: Bool { value("find") != nil }

  /// The status of the page that shows the form again.
  var status: Int { problems.isEmpty ? 200 : 422 }

  private func value(_ name: String) -> String? { form.first { $0.name == name }?.value }

  private func text(_ field: PageField) -> String { value(field.inputName) ?? "" }

  /// The person chosen, someone in use; nil with the reason among the problems.
  mutating func someone(_ field: PageField, _ session: Session) throws -> User? {
    let typed = text(field)
    if typed.isEmpty {
      problems[field.name] = .required
      return nil
    }
    let found = try Int64(typed).flatMap {
      try Users(tenant: part.tenant).find($0, session)
    }
    if found == nil { problems[field.name] = .notOffered }
    return found
  }

  /// The day typed, not before another; nil when there is none, which is a problem where the field
  /// needs one.
  mutating func day(_ field: PageField, notBefore first: CivilDate) -> CivilDate? {
    guard case .wire(let text)? = FormInput.parse(text(field), as: field) else {
      problems[field.name] = .malformed
      return nil
    }
    guard let days = Storage.date.parse(text)?.integer else {
      if field.isRequired { problems[field.name] = .required }
      return nil
    }
    if days < first.days {
      problems[field.name] = .tooSmall(.integer(first.days))
      return nil
    }
    return CivilDate(days: days)
  }

  // MARK: Showing it

  /// A field for a person, with what can be chosen.
  func personField(_ field: PageField, _ session: Session) throws -> FormField {
    guard let people = part.tenant.entity(named: "user") else { throw Refusal.fault }
    let reader = part.reader(person, session)
    let search = isSearch ? value(field.searchName) ?? "" : ""
    let (choices, hasMore) = try RecordChoices(reader: reader, target: people).matching(search)
    let typed = text(field)
    return FormField(
      field, typed: typed, related: try Int64(typed).flatMap { try reader.title(people, $0) },
      choices: choices, hasMoreChoices: hasMore, search: search, problem: problems[field.name])
  }

  /// A field for a day; `day` stands in a form that is shown for the first time.
  func dayField(_ field: PageField, _ day: CivilDate? = nil) -> FormField {
    if form.isEmpty, let day { return FormField(field, value: .integer(day.days)) }
    return FormField(field, typed: text(field), problem: problems[field.name])
  }
}

extension TimeZone {
  /// The moment at which a day begins.
  func start(of day: CivilDate) -> Int64 { instant(day.days * 86_400_000) }

  /// The moment at which a day is over.
  func end(of day: CivilDate) -> Int64 { instant((day.days + 1) * 86_400_000) }
}
