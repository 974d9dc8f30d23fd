import Diagnostics
import Values

/// What follows, must hold or is shown for a field, said by expressions.
public struct FieldRules: Sendable {
  /// Its value when it follows from others; people do not fill it in then.
  public var value: Expression?
  /// Whether the value is worked out when it is read and not kept.
  public var isLive = false
  /// What a new record starts with, when that is more than a value.
  public var initial: Expression?
  /// The same for a text with `{…}`.
  public var initialText: Template?
  /// When it must be filled in.
  public var required: Expression?
  /// When it is not shown.
  public var hidden: Expression?
  /// When it cannot be changed.
  public var readOnly: Expression?
  /// Which records a reference can be set to: over the target's fields, with the edited record as
  /// `this`.
  public var choices: Expression?

  public init() {}

  /// All expressions with the key under which they stand.
  public var all: [(key: String, expression: Expression)] {
    let keyed = [
      ("value", value), ("default", initial), ("required", required), ("hidden", hidden),
      ("read_only", readOnly), ("where", choices),
    ]
    return keyed.compactMap { key, expression in expression.map { (key, $0) } }
      + (initialText?.expressions ?? []).map { ("default", $0) }
  }
}

/// What must hold for a record to be saved. It is examined when all fields that it names outside
/// `is_blank` and `??` are filled.
public struct Check: Sendable {
  public let name: String
  public let must: Expression
  /// Beside what the message stands; nil when it concerns the whole record.
  public let at: Place?
  /// What people read when it does not hold, one for each language.
  public let say: [TemplateWording]
  public let origin: Span

  public enum Place: Hashable, Sendable {
    /// A field, by its index.
    case field(Int)
    /// A subform, by its name.
    case subform(String)
  }

  public init(
    name: String, must: Expression, at: Place?, say: [TemplateWording], origin: Span
  ) {
    self.name = name
    self.must = must
    self.at = at
    self.say = say
    self.origin = origin
  }

  /// What must be filled for it to be examined.
  public var subjects: [Expression.Path] { must.subjects }
}

/// Records that agree in some fields may not overlap in time: from `from` up to but not including
/// `to`. A blank in any of the fields frees the record.
public struct NotOverlapping: Sendable {
  /// Indices into the entity's fields.
  public let of: [Int]
  public let from: Int
  public let to: Int
  public let origin: Span

  public init(of: [Int], from: Int, to: Int, origin: Span) {
    self.of = of
    self.from = from
    self.to = to
    self.origin = origin
  }
}

/// A text with values in it.
public struct Template: Sendable {
  public let parts: [Part]
  public init(_ parts: [Part]) { self.parts = parts }

  public enum Part: Sendable {
    case literal(String)
    /// Shown as the pages show a value of its type.
    case value(Expression)
  }

  public var expressions: [Expression] {
    parts.compactMap { part in
      if case .value(let expression) = part { return expression }
      return nil
    }
  }
}

/// One language's wording of a text with values in it.
public struct TemplateWording: Sendable {
  public let language: String
  public let text: Template

  public init(language: String, text: Template) {
    self.language = language
    self.text = text
  }
}

/// A value that expressions know by a name and that stands once for the application.
public struct Parameter: Sendable {
  public let name: String
  public let label: Words
  public let type: FieldType
  /// In stored form.
  public let value: Value
  public let origin: Span

  public init(name: String, label: Words, type: FieldType, value: Value, origin: Span) {
    self.name = name
    self.label = label
    self.type = type
    self.value = value
    self.origin = origin
  }

  /// The identity that an option of it belongs to.
  public static func identity(_ name: String) -> StableID { StableID("param " + name) }
}

/// When the company works.
public struct WorkSchedule: Sendable, Equatable {
  /// The hours of each weekday, Monday first, ascending and apart.
  public let hours: [[Span]]
  /// Holidays and make-up days, ascending.
  public let special: [SpecialDay]

  /// Minutes since midnight, half open.
  public struct Span: Hashable, Sendable {
    public let from: Int
    public let to: Int

    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// A day that is other than its weekday says.
  public struct SpecialDay: Hashable, Sendable {
    public let date: CivilDate
    /// Nothing on a holiday; nil when the hours are those of the week's first working day.
    public let hours: [Span]?

    public init(_ date: CivilDate, hours: [Span]?) {
      self.date = date
      self.hours = hours
    }
  }

  public init(hours: [[Span]], special: [SpecialDay]) {
    self.hours = hours
    self.special = special
  }
}

extension Expression {
  /// Paths that stand outside `is_blank` and the left of `??`.
  fileprivate var subjects: [Path] {
    var result: [Path] = []
    collect(&result)
    return result
  }

  /// Whether this is `changed(f)`, to which what becomes blank has changed too. In `f != old.f` the
  /// second operand stands in a place of its own.
  private var isChanged: Bool {
    guard case .compare(.notEqual, _, let before) = kind, case .field(let path) = before.kind else {
      return false
    }
    return path.root == .old && before.origin == origin
  }

  private func collect(_ result: inout [Path]) {
    switch kind {
    case .isBlank, .coalesce, .aggregate: return
    case .compare where isChanged: return
    case .field(let path): if !result.contains(path) { result.append(path) }
    default: for child in children { child.collect(&result) }
    }
  }
}

extension Parameter {
  /// Its value as an expression writes it; nil for a moment, whose text depends on the zone.
  public var literal: Expression.Literal? {
    switch value {
    case .blank: return .blank
    case .text(let text):
      return type.options == nil
        ? .text(text) : .option(Parameter.identity(name), physicalName: text)
    case .integer(let number):
      switch type.storage {
      case .boolean: return .boolean(number != 0)
      case .date: return .date(Int(number))
      case .integer, .scaled: return .number(mantissa: Int128(number))
      case .text, .list, .dateTime, .reference: return nil
      }
    }
  }
}

extension Entity {
  /// How the place of a check's message is called.
  public func name(of place: Check.Place) -> String {
    switch place {
    case .field(let index): return fields[index].name
    case .subform(let name): return name
    }
  }
}
