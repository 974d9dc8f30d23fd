/// Words, layouts and looks of one application: what the compiler writes and the server reads.
///
/// It holds no behaviour: what is allowed, required or computed is generated Swift. Entities,
/// fields and options are named as in the definition; the server checks at start that the names
/// match those of the generated code.
public struct Blueprint: Hashable, Sendable {
  /// Name of the application.
  public var app: String
  public var label: Words
  /// Language tags; the first is the default.
  public var languages: [String]
  /// ISO 4217 code and digits after the point.
  public var currency: String
  public var currencyScale: UInt8
  /// IANA name.
  public var timeZone: String
  public var roles: [RoleLook]
  public var entities: [EntityLook]

  public init(
    app: String, label: Words, languages: [String], currency: String, currencyScale: UInt8,
    timeZone: String, roles: [RoleLook] = [], entities: [EntityLook] = []
  ) {
    self.app = app
    self.label = label
    self.languages = languages
    self.currency = currency
    self.currencyScale = currencyScale
    self.timeZone = timeZone
    self.roles = roles
    self.entities = entities
  }
}

/// One text in each language of the application, in the order of ``Blueprint/languages``.
public struct Words: Hashable, Sendable {
  public var texts: [String]

  public init(_ texts: [String]) { self.texts = texts }

  /// The wording for the language with this index.
  public subscript(language: Int) -> String { texts[language] }
}

/// How a role is called.
public struct RoleLook: Hashable, Sendable {
  public var name: String
  public var label: Words

  public init(name: String, label: Words) {
    self.name = name
    self.label = label
  }
}

/// How an entity looks: its words, its fields' words, its lists.
public struct EntityLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  public var title: [TitlePart]
  public var fields: [FieldLook]
  public var views: [ViewLook]

  public init(
    name: String, label: Words, title: [TitlePart], fields: [FieldLook] = [],
    views: [ViewLook] = []
  ) {
    self.name = name
    self.label = label
    self.title = title
    self.fields = fields
    self.views = views
  }
}

/// A piece of a record's title.
public enum TitlePart: Hashable, Sendable {
  case literal(String)
  /// A field by name.
  case field(String)
}

/// How a field looks. `control` is the keyword of its type in the definition (`text`, `money` …).
public struct FieldLook: Hashable, Sendable {
  public var name: String
  public var control: String
  public var label: Words
  /// A sentence beside the input.
  public var help: Words?
  public var options: [OptionLook]

  public init(
    name: String, control: String, label: Words, help: Words? = nil, options: [OptionLook] = []
  ) {
    self.name = name
    self.control = control
    self.label = label
    self.help = help
    self.options = options
  }
}

/// How an option of a choice is called.
public struct OptionLook: Hashable, Sendable {
  public var name: String
  public var label: Words

  public init(name: String, label: Words) {
    self.name = name
    self.label = label
  }
}

/// A list. Columns are field names or `created_at`, `updated_at`.
public struct ViewLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  public var columns: [String]
  public var filters: [String]
  /// Orders offered, the opening one first; a leading `-` means descending.
  public var sorts: [String]

  public init(
    name: String, label: Words, columns: [String], filters: [String], sorts: [String]
  ) {
    self.name = name
    self.label = label
    self.columns = columns
    self.filters = filters
    self.sorts = sorts
  }
}
