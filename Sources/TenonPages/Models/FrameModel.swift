/// What stands around every page of a signed-in user.
public struct FrameModel: Sendable {
  public var context: PageContext
  /// Label of the application.
  public var app: String
  /// Entities that the user may list, grouped as the definition says.
  public var groups: [MenuGroup]
  /// Pages for administrators only; empty for everyone else.
  public var administration: [MenuLink]
  /// Entities of which the user may create records.
  public var creatable: [ModuleLink]
  /// Which link of the menus is the one that the page belongs to.
  public var current: PagePath?
  /// How the user is called, and the login.
  public var userName: String
  public var login: String
  /// How many notifications the user has not read.
  public var unread: Int
  /// Languages of the application; the switch shows when there are two or more.
  public var languages: [LanguageChoice]
  /// Goes into every POST form as `csrf`.
  public var csrf: String
  /// Where the switches of language and theme come back to: the page itself.
  public var here: PagePath
  public var flash: Flash?
  /// Set while the reader acts for someone else.
  public var standIn: StandInLine?

  public init(
    context: PageContext, app: String, groups: [MenuGroup], creatable: [ModuleLink],
    administration: [MenuLink] = [], current: PagePath? = nil, userName: String,
    login: String = "", unread: Int = 0, languages: [LanguageChoice], csrf: String,
    here: PagePath, flash: Flash? = nil
  ) {
    self.context = context
    self.app = app
    self.groups = groups
    self.creatable = creatable
    self.administration = administration
    self.current = current
    self.userName = userName
    self.login = login
    self.unread = unread
    self.languages = languages
    self.csrf = csrf
    self.here = here
    self.flash = flash
  }

  /// All entities of the menu in its order.
  public var modules: [ModuleLink] { groups.flatMap(\.modules) }
}

/// A group of the left bar; without label when it is the only one.
public struct MenuGroup: Sendable {
  public let name: String
  public let label: String?
  public let modules: [ModuleLink]

  public init(name: String, label: String?, modules: [ModuleLink]) {
    self.name = name
    self.label = label
    self.modules = modules
  }
}

/// A page in a menu.
public struct MenuLink: Sendable {
  public let label: String
  public let icon: Icon
  public let path: PagePath

  public init(_ label: String, _ icon: Icon, _ path: PagePath) {
    self.label = label
    self.icon = icon
    self.path = path
  }
}

/// An entity in a menu: one record is called `label`, its list `plural`.
public struct ModuleLink: Hashable, Sendable {
  public let entity: String
  public let label: String
  public let plural: String
  /// The name of its icon; nil shows the first character of the label.
  public let icon: String?
  /// Its place among the entities, which gives its colour.
  public let order: Int
  /// The list, a form for a new record, and what is said of that: worked out once.
  public let path: PagePath
  let newPath: PagePath
  let create: String

  public init(
    entity: String, label: String, plural: String? = nil, icon: String? = nil, order: Int = 0,
    locale: Locale
  ) {
    self.entity = entity
    self.label = label
    self.plural = plural ?? label
    self.icon = icon
    self.order = order
    path = .list(entity)
    newPath = .new(entity)
    create = locale.text(.createEntity, label)
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
