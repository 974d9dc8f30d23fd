import TenonPages

/// What a form is about, and how much of the record it shows.
struct FormShown: Sendable {
  var purpose: FormPage.Purpose
  /// Names of the fields and subforms to show; nil for all.
  var only: Set<String>?
  var back: PagePath?
  var whole: PagePath?
  var token = ""
  var conflict: EditConflict?
  var problems: [String] = []

  init(
    _ purpose: FormPage.Purpose, only: Set<String>? = nil, back: PagePath? = nil,
    token: String = ""
  ) {
    self.purpose = purpose
    self.only = only
    self.back = back
    self.token = token
  }

  /// The record that is edited.
  var id: Int64? {
    if case .edit(let id, _, _) = purpose { return id }
    return nil
  }
}

/// The sections of a form as the definition lays them out.
struct FormLayout {
  let entity: EntityModel
  let language: Int
  let shown: FormShown
  /// Whether the script works out values while someone types.
  let isFollowed: Bool

  /// Sections of those items that the form shows. A part of a record has no headings, and what is
  /// required stands first in it.
  func sections(
    _ tenant: Tenant, _ principal: Principal, _ item: (String) throws -> FormSection.Item?
  ) rethrows -> [FormSection] {
    let all = entity.sections(tenant, principal, language)
    if shown.only != nil {
      let names = all.flatMap(\.items).filter(isShown)
      let ordered = names.filter(isRequired) + names.filter { !isRequired($0) }
      return [FormSection(items: try ordered.compactMap(item))]
    }
    return try all.compactMap { section in
      let items = try section.items.filter(isShown).compactMap(item)
      return items.isEmpty ? nil : FormSection(label: section.label, items: items)
    }
  }

  private func shape(_ name: String) -> FieldShape? {
    entity.meta.shape.fields.first { $0.name == name }
  }

  private func isRequired(_ name: String) -> Bool { shape(name)?.presence == .required }

  /// What the system fills is not asked for, and is not there yet in a new record.
  private func isShown(_ name: String) -> Bool {
    if shown.id == nil, let shape = shape(name), !shape.isWritten,
      shape.presence != .computed || !isFollowed
    {
      return false
    }
    return shown.only?.contains(name) ?? true
  }
}
