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
  /// The accent of the pages as `#RRGGBB`; nil for the house colour.
  public var brandColor: String?
  public var roles: [RoleLook]
  /// Groups of the menu in their order; entities that stand in none are reached by links.
  public var menu: [MenuLook]
  public var entities: [EntityLook]

  public init(
    app: String, label: Words, languages: [String], currency: String, currencyScale: UInt8,
    timeZone: String, brandColor: String? = nil, roles: [RoleLook] = [], menu: [MenuLook] = [],
    entities: [EntityLook] = []
  ) {
    self.app = app
    self.label = label
    self.languages = languages
    self.currency = currency
    self.currencyScale = currencyScale
    self.timeZone = timeZone
    self.brandColor = brandColor
    self.roles = roles
    self.menu = menu
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

/// How a role is called and what its people see first.
public struct RoleLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  /// Views of the workbench as `entity.view`, in their order.
  public var workbench: [String]

  public init(name: String, label: Words, workbench: [String] = []) {
    self.name = name
    self.label = label
    self.workbench = workbench
  }
}

/// A group of the menu.
public struct MenuLook: Hashable, Sendable {
  public var name: String
  /// Nil for a menu that is one group without a heading.
  public var label: Words?
  public var icon: String?
  /// Entities by name.
  public var entities: [String]
  /// Roles to which it is offered; none when to all.
  public var offered: [String]

  public init(
    name: String, label: Words?, icon: String?, entities: [String], offered: [String] = []
  ) {
    self.name = name
    self.label = label
    self.icon = icon
    self.entities = entities
    self.offered = offered
  }
}
