import Blueprint
import Values

/// A field as pages show it, in one language. Build these once for each language, not per request.
/// A class, because a list hands each of them on for every cell.
public final class PageField: Sendable {
  public let name: String
  public let label: String
  public let help: String?
  public let options: [PageOption]
  /// The best rating, or how many files fit.
  public let limit: Int?
  /// Bounds of a number whose look shows them, in stored units.
  public let range: ClosedRange<Int64>?
  public let storage: Storage
  public let isRequired: Bool
  /// The entity that a reference points to; nil for other fields and for a target that has no
  /// pages.
  public let target: String?
  /// Where records that a reference points to have their pages: an id goes behind it.
  let targetPath: PagePath?
  /// How the field is shown and typed.
  let control: any FieldControl
  /// The control of its type, also where the field is computed or has another look.
  var kind: any FieldControl {
    var kind = control
    while let look = kind as? any LookControl { kind = look.base }
    return kind
  }

  /// - Parameters:
  ///   - look: words and control keyword from the blueprint.
  ///   - language: index into the blueprint's languages.
  ///   - target: name of the entity that a reference points to.
  ///   - stored: what cells and forms carry for an option of this name; the name itself by default.
  /// Nil when no control has the keyword.
  public init?(
    _ look: FieldLook, language: Int, storage: Storage, isRequired: Bool, isComputed: Bool = false,
    target: String? = nil, stored: (String) -> String = { $0 }
  ) {
    guard let control = FieldControls.control(look.control) else { return nil }
    self.control = isComputed ? ComputedControl(base: control) : control
    name = look.name
    label = look.label[language]
    help = look.help.map { $0[language] }
    options = look.options.enumerated().map { index, option in
      PageOption(
        value: stored(option.name), label: option.label[language], order: index,
        outcome: option.outcome)
    }
    limit = look.limit
    range = look.range
    self.storage = storage
    self.isRequired = isRequired
    self.target = target
    targetPath = target.map(PagePath.list)
  }

  private init(system name: String, label: String) {
    self.name = name
    self.label = label
    control = DateTimeControl()
    help = nil
    options = []
    limit = nil
    range = nil
    storage = .dateTime
    isRequired = false
    target = nil
    targetPath = nil
  }

  /// The column `created_at` that every record has.
  public static func createdAt(_ locale: Locale) -> PageField { created[Int(locale.rawValue)] }

  /// The column `updated_at` that every record has.
  public static func updatedAt(_ locale: Locale) -> PageField { updated[Int(locale.rawValue)] }

  private static let created = Locale.allCases.map {
    PageField(system: "created_at", label: $0[.createdAt])
  }
  private static let updated = Locale.allCases.map {
    PageField(system: "updated_at", label: $0[.updatedAt])
  }

  /// The option that cells and forms carry as this value.
  func option(_ value: String) -> PageOption? {
    for index in options.indices where options[index].value == value { return options[index] }
    return nil
  }

  /// Name of the form field that carries this field: `f.` and the field's name.
  public var inputName: String { "f." + name }
  /// Name of the form field that comes when what is stored is to be cleared.
  public var clearName: String { inputName + ".clear" }
  /// Name of the form field with the search text of a reference without script.
  public var searchName: String { "q." + name }
}

/// An option of a choice. Its place gives its colour, so keep the order of the definition.
public struct PageOption: Hashable, Sendable {
  public let value: String
  public let label: String
  public let order: Int
  /// How a stage ends.
  public let outcome: OptionLook.Outcome?

  public init(value: String, label: String, order: Int, outcome: OptionLook.Outcome? = nil) {
    self.value = value
    self.label = label
    self.order = order
    self.outcome = outcome
  }
}

/// One value on a page.
///
/// Date-times come already shifted to the reader's zone: milliseconds as if the zone were UTC. A
/// choice carries the option's ``PageOption/value``.
public struct Cell: Hashable, Sendable {
  public let value: Value
  /// Title of the record that a reference points to; nil when the reader may not see it.
  public let related: String?
  /// The files that the value names, on a record's page.
  public var files: [PageFile] = []

  public init(_ value: Value, related: String? = nil) {
    self.value = value
    self.related = related
  }
}

/// A record offered where a reference is chosen.
public struct RecordChoice: Hashable, Sendable {
  public let id: Int64
  public let title: String

  public init(id: Int64, title: String) {
    self.id = id
    self.title = title
  }
}

/// What is wrong with one field of a form; pages word it.
public enum FieldProblem: Hashable, Sendable {
  case required
  /// Blank, and the stage that the record is in needs it.
  case needed
  /// More items than so many.
  case tooMany(Int)
  /// The row was changed by someone else meanwhile.
  case outdated
  /// Not of the field's form: no number, no such day.
  case malformed
  /// A text that is not what its type says.
  case notOfForm(TextForm)
  /// More than one line in a field of one line.
  case severalLines
  /// Longer than this many code points.
  case tooLong(Int)
  /// Below or above the bound, a value in the field's storage.
  case tooSmall(Value)
  case tooLarge(Value)
  /// Another record has it already.
  case notUnique
  /// No such option, record or file.
  case unknown
  /// A file that is no picture.
  case noImage
  /// A file, by its name, over so many bytes.
  case fileTooLarge(String, limit: Int)
  /// A sentence of the application in the reader's language.
  case sentence(String)
  /// Changed while the definition lets nobody change it.
  case readOnly
  /// A record that would come to lie above itself.
  case aboveItself
  /// A record that is none of those that the field can be set to now.
  case notOffered
  /// A time that another record has: what that is called in each language, nothing where the reader
  /// may not see it.
  case overlapping([Locale: String])
  /// Changed while the field is hidden.
  case hidden
  /// What the definition says when one of its conditions does not hold.
  case said([Locale: String])
}
