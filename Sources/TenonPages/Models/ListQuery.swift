/// The state of a list as it stands in its URL, without the place of the page: `view`, `saved`,
/// `q`, `sort`, `group`, `columns`, `density`, `filter.…` and what a layout adds (`month`, `from`,
/// `scale`, `more`).
public struct ListQuery: Sendable {
  public private(set) var pairs: [(name: String, value: String)]

  private static let place: Set<String> = ["after", "before", "at"]

  /// The state in the parameters of a request; empty values say nothing.
  public init(_ parameters: [(name: String, value: String)] = []) {
    pairs = parameters.filter { name, value in
      !value.isEmpty && !ListQuery.place.contains(name) && !name.hasPrefix("find.")
    }
  }

  /// The first value of this name; empty when there is none.
  public func first(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  /// All values of this name.
  public func all(_ name: String) -> [String] {
    pairs.filter { $0.name == name }.map(\.value)
  }

  /// The state with these values under the name, and no others; an empty value removes.
  public func setting(_ name: String, _ values: String...) -> ListQuery {
    var query = self
    query.pairs.removeAll { $0.name == name }
    query.pairs += values.filter { !$0.isEmpty }.map { (name, $0) }
    return query
  }

  /// The state without what has these names.
  public func without(_ isDropped: (String) -> Bool) -> ListQuery {
    var query = self
    query.pairs.removeAll { isDropped($0.name) }
    return query
  }

  /// The state without the filters of one field, or of all.
  func withoutFilters(_ field: String? = nil) -> ListQuery {
    without { name in
      guard let field else { return name.hasPrefix("filter.") || name == "q" }
      return name == "filter." + field || name.hasPrefix("filter." + field + ".")
    }
  }

  /// The URL of an entity's list in this state.
  public func path(_ entity: String) -> PagePath { PagePath.list(entity).with(pairs) }

  /// The URL of a page of it.
  func path(_ entity: String, after key: String) -> PagePath {
    PagePath.list(entity).with(pairs + [("after", key)])
  }
  func path(_ entity: String, before key: String) -> PagePath {
    PagePath.list(entity).with(pairs + [("before", key)])
  }
  func pathOfLast(_ entity: String) -> PagePath {
    PagePath.list(entity).with(pairs + [("at", "last")])
  }

  /// Writes the state as fields of a GET form, but for names that the form sets itself.
  func writeHidden(except isOwn: (String) -> Bool, into out: inout HTMLWriter) {
    for (name, value) in pairs where !isOwn(name) {
      out.raw(#"<input type="hidden""#)
      out.attribute("name", name)
      out.attribute("value", value)
      out.raw(">")
    }
  }

  /// The text to save: what comes back through ``init(parsing:)``.
  public var text: String {
    String(PagePath.home.with(pairs.filter { $0.name != "saved" }).text.dropFirst(2))
  }
}
