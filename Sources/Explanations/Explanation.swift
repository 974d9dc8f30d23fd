import Diagnostics

/// What stands behind a code, for someone who has never programmed: `tenon explain CODE`, and the
/// pages in docs/codes. Every text is written by hand in both languages.
public struct Explanation: Sendable {
  /// What was seen, in a few words without a period.
  public let summary: Message
  /// The idea behind it, in other words than the finding's message.
  public let what: Message
  /// What would go wrong for the people who use the application.
  public let why: Message
  public let example: Example
  /// What is good to know besides.
  public let note: Message?

  init(
    summary: Message, what: Message, why: Message, example: Example, note: Message? = nil
  ) {
    self.summary = summary
    self.what = what
    self.why = why
    self.example = example
    self.note = note
  }

  /// A mistake, and the same text without it.
  public enum Example: Sendable {
    /// Fragments of a definition; both stand in the same place. A line `#=== PATH` in a whole
    /// application begins a further file.
    case yaml(Place, wrong: String, right: String)
    /// Texts of `tenon.lock` for an application with the entity `customer`.
    case lock(wrong: String, right: String)
    /// What a text cannot show: bytes, sizes, invisible characters.
    case described(wrong: Message, right: Message)
  }

  /// Where a fragment stands in a definition.
  public enum Place: String, Sendable, CaseIterable {
    /// It is a whole application.
    case app
    /// Top-level keys of a file.
    case sections
    /// Keys of one entity.
    case entity
    /// Fields of one entity.
    case fields
    /// Views of an entity `customer`.
    case views
    /// Keys of one view.
    case view

    /// The place in words, to follow "stands"; nil for a whole application.
    public var words: Message? {
      switch self {
      case .app: return nil
      case .sections: return Message(zh: "文件最外层", en: "at the top level of a file")
      case .entity: return Message(zh: "某个实体之下", en: "below an entity")
      case .fields: return Message(zh: "实体的 `fields:` 之下", en: "below `fields:` of an entity")
      case .views: return Message(zh: "`views:` 之下", en: "below `views:`")
      case .view: return Message(zh: "某个视图之下", en: "below a view")
      }
    }
  }
}
