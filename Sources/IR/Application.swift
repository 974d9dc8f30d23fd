import Diagnostics
import Values

/// The resolved, typed application: ids instead of names, a span on each node, no mistakes left.
public struct Application: Sendable {
  /// The name under `app:`.
  public let name: String
  public let label: Words
  /// Language tags in the order declared; the first is the default. `zh` and `en` are known.
  public let languages: [String]
  public let currency: Currency
  /// IANA name of the zone in which the company's days begin.
  public let timeZone: String
  /// The accent of the pages as `#RRGGBB`, or nil.
  public let brandColor: String?
  /// Who needs a second factor to sign in.
  public let secondFactor: Audience
  public let roles: [Role]
  public let menu: [MenuGroup]
  /// Values that expressions know by a name, in the order declared.
  public let parameters: [Parameter]
  public let calendar: WorkSchedule?
  /// In the order declared (file by file in path order, then by position), the built-in ones last.
  public let entities: [Entity]
  public let views: [View]
  /// Those that the definition declares; the others are the system's.
  public var declaredEntities: [Entity] {
    entities.filter { !People.names.contains($0.name) }
  }
  private let entityIndex: [StableID: Int]

  public init(
    name: String, label: Words, languages: [String], currency: Currency, timeZone: String,
    brandColor: String? = nil, secondFactor: Audience = .nobody, roles: [Role],
    menu: [MenuGroup] = [],
    parameters: [Parameter] = [], calendar: WorkSchedule? = nil, entities: [Entity], views: [View]
  ) {
    self.name = name
    self.label = label
    self.languages = languages
    self.currency = currency
    self.timeZone = timeZone
    self.brandColor = brandColor
    self.secondFactor = secondFactor
    self.roles = roles
    self.menu = menu
    self.parameters = parameters
    self.calendar = calendar
    self.entities = entities
    self.views = views
    entityIndex = Dictionary(
      uniqueKeysWithValues: entities.enumerated().map { ($1.id, $0) })
  }

  /// The entity that a reference or a view names.
  public func entity(_ id: StableID) -> Entity {
    guard let index = entityIndex[id] else { preconditionFailure("no entity \(id)") }
    return entities[index]
  }
}

/// A text for people: one wording per language of the application, complete.
public struct Words: Hashable, Sendable {
  /// Wordings in the order of the application's languages.
  public let texts: [Wording]

  public init(_ texts: [Wording]) { self.texts = texts }

  /// One language's wording.
  public struct Wording: Hashable, Sendable {
    public let language: String
    public let text: String
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }
}

/// A currency after ISO 4217.
public struct Currency: Hashable, Sendable {
  /// Three letters.
  public let code: String
  /// Digits after the point of its minor unit.
  public let scale: UInt8

  public init(code: String, scale: UInt8) {
    self.code = code
    self.scale = scale
  }
}

/// A role by name; what it may do stands with the entities.
public struct Role: Sendable {
  public let id: StableID
  public let name: String
  public let label: Words
  /// Whether it manages people, departments and what else belongs to the system.
  public let isAdministrator: Bool
  /// The views of the workbench, in their order, and where each is named.
  public var workbench: [StableID] = []
  public var workbenchPlaces: [Span] = []
  public let origin: Span

  public init(
    id: StableID, name: String, label: Words, isAdministrator: Bool = false, origin: Span
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.isAdministrator = isAdministrator
    self.origin = origin
  }
}

/// An identity that survives renames: derived from kind and path when the item is first seen, kept
/// in the lock ever after.
public struct StableID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Ten lower-case characters of base 32.
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (a: StableID, b: StableID) -> Bool { a.text < b.text }
}
