import Values

/// A form that creates or edits one record.
///
/// It posts to `/app/{entity}` or `/app/{entity}/{id}`: `csrf`, `token` (when given), `version`
/// (on edit), and `f.{field}` for each field as typed; read them with ``FormInput``. A field that
/// does not arrive was left blank. When `find` arrives, someone without script looks for a record:
/// its value is a field's name, the text to look for is in `q.{field}`. Then nothing is saved: the
/// form comes again with everything as typed and with the hits in ``FormField/choices``.
public struct FormPage: Sendable {
  public enum Purpose: Hashable, Sendable {
    case create
    /// Edits the record with this id, title and version.
    case edit(id: Int64, title: String, version: Int64)
  }

  public var entity: ModuleLink
  public var purpose: Purpose
  public var fields: [FormField]
  /// A token that lets this form be saved once.
  public var token: String?
  public var conflict: EditConflict?
  /// What is wrong with the record as a whole, each a sentence in the reader's language.
  public var problems: [String]

  public init(
    entity: ModuleLink, purpose: Purpose, fields: [FormField], token: String? = nil,
    conflict: EditConflict? = nil, problems: [String] = []
  ) {
    self.entity = entity
    self.purpose = purpose
    self.fields = fields
    self.token = token
    self.conflict = conflict
    self.problems = problems
  }
}

/// One field of a form.
public struct FormField: Sendable {
  public var field: PageField
  /// What stands in the input: as typed, or the value in the form that ``FormInput`` reads.
  public var text: String
  /// Title of the record that a reference holds.
  public var related: String?
  /// Records offered for a reference: the nearest fifty or the hits of `find`.
  public var choices: [RecordChoice]
  /// Whether there are more records than `choices`.
  public var hasMoreChoices: Bool
  /// The search text of a `find`, to stand in its box again.
  public var search: String
  public var problem: FieldProblem?
  /// The files that the value names, those just sent among them.
  public var files: [PageFile] = []
  /// Shown but not to be changed, such as an auto number.
  public var isReadOnly: Bool

  /// A field as someone typed it.
  public init(
    _ field: PageField, typed text: String, related: String? = nil,
    choices: [RecordChoice] = [], hasMoreChoices: Bool = false, search: String = "",
    problem: FieldProblem? = nil
  ) {
    self.field = field
    self.text = text
    self.related = related
    self.choices = choices
    self.hasMoreChoices = hasMoreChoices
    self.search = search
    self.problem = problem
    isReadOnly = field.control.isReadOnly
  }

  /// A field with a value: of the record on edit, of the default on create. A date-time is given
  /// in the reader's zone.
  public init(
    _ field: PageField, value: Value, related: String? = nil, choices: [RecordChoice] = [],
    hasMoreChoices: Bool = false
  ) {
    self.init(
      field, typed: field.control.inputText(value, field), related: related, choices: choices,
      hasMoreChoices: hasMoreChoices)
  }
}

/// Someone else saved the record while it was edited here. The form keeps what was typed and
/// carries the new version, so that saving again is a decision.
public struct EditConflict: Sendable {
  public var changedBy: String?
  /// Milliseconds in the reader's zone.
  public var changedAt: Int64
  /// Fields whose stored value is no longer what this form was opened with, as they are now.
  public var fields: [RecordField]

  public init(changedBy: String?, changedAt: Int64, fields: [RecordField]) {
    self.changedBy = changedBy
    self.changedAt = changedAt
    self.fields = fields
  }
}
