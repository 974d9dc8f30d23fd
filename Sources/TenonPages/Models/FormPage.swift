import Values

/// A form that creates or edits one record, or a part of it.
///
/// It posts to `/app/{entity}` or `/app/{entity}/{id}`: `csrf`, `token` (when given), `version`
/// (on edit), and `f.{field}` for each field as typed; read them with ``FormInput``. A field that
/// does not arrive was left blank. `only` names the fields and subforms, parted by commas, of a
/// form that shows a part; all others stay as they are. A row of a subform sends its own fields
/// under `{subform}.{number}.`, with `id` and `version` when it is there already and `delete` when
/// it is
/// to go. When `find` arrives, someone without script looks for a record: its value is a field's
/// name, the text to look for is in `q.{field}`. Then nothing is saved: the form comes again with
/// everything as typed and with the hits in ``FormField/choices``. The value `enter` comes when the
/// Enter key sent the form: it saves, unless a box to look for records was filled in.
public struct FormPage: Sendable {
  public enum Purpose: Hashable, Sendable {
    case create
    /// Edits the record with this id, title and version.
    case edit(id: Int64, title: String, version: Int64)
  }

  public var entity: ModuleLink
  public var purpose: Purpose
  public var sections: [FormSection]
  /// Names of the fields and subforms that the form shows when it does not show all.
  public var only: [String]
  /// Where to go afterwards; nil: to the record.
  public var back: PagePath?
  /// The form with all fields, when this one shows a part of a new record.
  public var whole: PagePath?
  /// A token that lets this form be saved once.
  public var token: String?
  /// Under which name the browser keeps what is typed until it is saved; nil: not at all.
  public var draft: String?
  public var conflict: EditConflict?
  /// What is wrong with the record as a whole, each a sentence in the reader's language.
  public var problems: [String]
  /// The rules that the form follows while someone types; nil when it follows none.
  public var rules: FormRules?

  public init(
    entity: ModuleLink, purpose: Purpose, sections: [FormSection], only: [String] = [],
    back: PagePath? = nil, whole: PagePath? = nil, token: String? = nil, draft: String? = nil,
    conflict: EditConflict? = nil, problems: [String] = [], rules: FormRules? = nil
  ) {
    self.entity = entity
    self.purpose = purpose
    self.sections = sections
    self.only = only
    self.back = back
    self.whole = whole
    self.token = token
    self.draft = draft
    self.conflict = conflict
    self.problems = problems
    self.rules = rules
  }
}

extension FormPage {
  /// Whether files may come with the form.
  var takesFiles: Bool {
    sections.contains { section in
      section.items.contains { item in
        switch item {
        case .field(let form): return form.takesFiles
        case .lines(let lines):
          return (lines.rows + [lines.blank].compactMap { $0 }).contains { row in
            row.fields.contains(where: \.takesFiles)
          }
        }
      }
    }
  }
}

extension FormField {
  /// Whether its input sends files.
  fileprivate var takesFiles: Bool { field.control.takesFiles && !isSettled }
}

/// Fields and subforms of a form under a heading, or without one.
public struct FormSection: Sendable {
  public enum Item: Sendable {
    case field(FormField)
    case lines(FormLines)
  }

  public var label: String?
  public var items: [Item]

  public init(label: String? = nil, items: [Item]) {
    self.label = label
    self.items = items
  }

  /// Whether it has fields and shows none.
  var isHidden: Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        if case .field(let form) = item { return form.isHidden }
        return false
      }
  }

  /// Fields without a heading.
  public init(_ fields: [FormField]) {
    self.init(items: fields.map(Item.field))
  }
}

/// The rows of a subform to type in.
public struct FormLines: Sendable {
  public var name: String
  public var label: String
  public var help: String?
  public var rows: [FormLine]
  /// A new row with its defaults; nil when the reader may add none.
  public var blank: FormLine?
  /// Whether the reader may delete any of the rows.
  public var canDelete: Bool
  /// What is wrong with the rows together.
  public var problem: FieldProblem?
  /// Whether the record may have rows that are not here: then nothing is worked out of these.
  public var isPartial = false

  public init(
    name: String, label: String, help: String? = nil, rows: [FormLine], blank: FormLine?,
    canDelete: Bool
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.rows = rows
    self.blank = blank
    self.canDelete = canDelete
  }
}

/// One row of a subform: a record that is there, or a new one.
public struct FormLine: Sendable {
  public var id: Int64?
  public var version: Int64?
  public var isDeleted: Bool
  /// Whether the reader may change the row, and whether he may delete it.
  public var canEdit = true
  public var canDelete = true
  public var fields: [FormField]
  /// What is wrong with the row as a whole.
  public var problem: FieldProblem?
  /// Its fields without an input, for ``FormRules``.
  public var known: [(name: String, text: String)] = []

  public init(
    id: Int64? = nil, version: Int64? = nil, isDeleted: Bool = false, fields: [FormField],
    problem: FieldProblem? = nil
  ) {
    self.id = id
    self.version = version
    self.isDeleted = isDeleted
    self.fields = fields
    self.problem = problem
  }
}

/// One field of a form.
public struct FormField: Sendable {
  public var field: PageField
  /// What stands in the input: as typed, or the value in the form that ``FormInput`` reads.
  public var text: String
  /// The value that the record holds; nil when it was typed.
  public var value: Value?
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
  /// Where the page asks for records when not every one of the target can be chosen.
  public var pick: Pick?
  /// Where the page asks, while someone types, whether another record has the value already.
  public var taken: PagePath?
  /// Not shown, must be filled in, cannot be changed: as the record stands now.
  public var isHidden = false
  public var isRequired: Bool
  public var isFixed = false
  /// Of a secret, which is not shown: whether there is one, and whether it is to be cleared.
  public var holdsSecret = false
  public var isCleared = false
  /// Shown as on the record's page, without an input: its reader may not change it.
  public var isSettled = false

  /// A question for what can be chosen.
  public struct Pick: Sendable {
    public var path: PagePath
    /// What of the form goes with it: names of fields, with `^` those of the record above a row.
    public var reads: [String]

    public init(path: PagePath, reads: [String]) {
      self.path = path
      self.reads = reads
    }
  }

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
    isRequired = field.isRequired
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
    self.value = value
    holdsSecret = field.control is SecretControl && !value.isBlank
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
