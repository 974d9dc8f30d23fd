/// How an entity looks: its words, its fields' words, its layout, its lists.
public struct EntityLook: Hashable, Sendable {
  public var name: String
  /// What one record is called.
  public var label: Words
  /// What several are called.
  public var plural: Words
  public var icon: String?
  public var title: [TitlePart]
  public var fields: [FieldLook]
  public var subforms: [SubformLook]
  /// The layout of record and form: every field and subform stands in one of them.
  public var sections: [SectionLook]
  public var views: [ViewLook]
  /// What the conditions in the rights of the entity say.
  public var ruleWords: [RuleWords]

  public init(
    name: String, label: Words, plural: Words? = nil, icon: String? = nil, title: [TitlePart],
    fields: [FieldLook] = [], subforms: [SubformLook] = [], sections: [SectionLook] = [],
    views: [ViewLook] = [], ruleWords: [RuleWords] = []
  ) {
    self.name = name
    self.label = label
    self.plural = plural ?? label
    self.icon = icon
    self.title = title
    self.fields = fields
    self.subforms = subforms
    self.sections = sections
    self.views = views
    self.ruleWords = ruleWords
  }
}

/// What a condition in a clause of the entity's rights says, for people.
public struct RuleWords: Hashable, Sendable {
  /// Which clause of the generated rights.
  public var clause: Int
  /// The keyword of an action, or `hide:`, `mask:`, `lock:` with a field's name. Of several
  /// conditions in one place each has its words, in the order in which they stand.
  public var place: String
  public var words: Words

  public init(clause: Int, place: String, words: Words) {
    self.clause = clause
    self.place = place
    self.words = words
  }
}

/// A piece of a record's title.
public enum TitlePart: Hashable, Sendable {
  case literal(String)
  /// A field by name.
  case field(String)
}

/// How a field looks. `control` is the word under `type:` in the definition, with a point and
/// the one under `control:` where there is one: `money`, `money.capital`.
public struct FieldLook: Hashable, Sendable {
  public var name: String
  public var control: String
  public var label: Words
  /// A sentence beside the input.
  public var help: Words?
  public var options: [OptionLook]
  /// The best rating, or how many files fit.
  public var limit: Int?
  /// Bounds of a number whose look shows them, in stored units.
  public var range: ClosedRange<Int64>?

  public init(
    name: String, control: String, label: Words, help: Words? = nil, options: [OptionLook] = [],
    limit: Int? = nil, range: ClosedRange<Int64>? = nil
  ) {
    self.name = name
    self.control = control
    self.label = label
    self.help = help
    self.options = options
    self.limit = limit
    self.range = range
  }
}

/// How an option of a choice is called.
public struct OptionLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  /// How a stage ends; nil for one that goes on and for other choices.
  public var outcome: Outcome?
  /// Fields that must be filled in this stage.
  public var needs: [String]

  public enum Outcome: String, Sendable { case won, lost }

  public init(name: String, label: Words, outcome: Outcome? = nil, needs: [String] = []) {
    self.name = name
    self.label = label
    self.outcome = outcome
    self.needs = needs
  }
}

/// Records of another entity that are shown and edited within this one.
public struct SubformLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  public var help: Words?
  /// The entity of the rows.
  public var entity: String
  /// The rows' reference to this record.
  public var by: String
  /// Fields of the rows.
  public var columns: [String]

  public init(
    name: String, label: Words, help: Words? = nil, entity: String, by: String, columns: [String]
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.entity = entity
    self.by = by
    self.columns = columns
  }
}

/// Fields and subforms that stand together under a heading.
public struct SectionLook: Hashable, Sendable {
  /// Nil for fields without a heading.
  public var label: Words?
  /// Names of fields and subforms.
  public var items: [String]
  /// Roles to which it is offered; none when to all.
  public var offered: [String]

  public init(label: Words?, items: [String], offered: [String] = []) {
    self.label = label
    self.items = items
    self.offered = offered
  }
}
