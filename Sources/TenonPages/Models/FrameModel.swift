/// What stands around every page of a signed-in user.
public struct FrameModel: Sendable {
  public var context: PageContext
  /// Label of the application.
  public var app: String
  /// Entities that the user may list.
  public var modules: [ModuleLink]
  /// Entities of which the user may create records.
  public var creatable: [ModuleLink]
  /// Name of the entity that the page belongs to.
  public var current: String?
  /// How the user is called.
  public var userName: String
  /// Languages of the application; the switch shows when there are two or more.
  public var languages: [LanguageChoice]
  /// Goes into every POST form as `csrf`.
  public var csrf: String
  /// Where the language switch comes back to: the page itself.
  public var here: PagePath
  public var flash: Flash?

  public init(
    context: PageContext, app: String, modules: [ModuleLink], creatable: [ModuleLink],
    current: String?, userName: String, languages: [LanguageChoice], csrf: String,
    here: PagePath, flash: Flash? = nil
  ) {
    self.context = context
    self.app = app
    self.modules = modules
    self.creatable = creatable
    self.current = current
    self.userName = userName
    self.languages = languages
    self.csrf = csrf
    self.here = here
    self.flash = flash
  }
}

/// An entity in a menu.
public struct ModuleLink: Hashable, Sendable {
  public let entity: String
  public let label: String

  public init(entity: String, label: String) {
    self.entity = entity
    self.label = label
  }
}

/// A language that the reader may switch to: its tag as the application writes it.
public struct LanguageChoice: Hashable, Sendable {
  public let tag: String
  public let isCurrent: Bool

  public init(tag: String, isCurrent: Bool) {
    self.tag = tag
    self.isCurrent = isCurrent
  }
}

/// A message above the page, shown once.
public struct Flash: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case success, failure }
  public let kind: Kind
  public let text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
