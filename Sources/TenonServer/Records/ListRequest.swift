import TenonPages

/// A request for a page of a list, read from the parameters of a URL.
struct ListRequest: Sendable {
  var filter: Predicate = .everything
  /// Words that the records must contain; the newest then come first, whatever `sort` says.
  var search: Search?
  var order: [SortKey]
  var position: Position = .first
  var limit = 50

  static let limitRange = 1...200

  /// Which side of a range a filter's value is.
  enum Bound { case none, from, to }

  /// Reads the value of a filter; nil when it is none of the field's.
  typealias FilterReader = (FieldShape, Int, String, Bound) -> Value?

  /// Reads `q`, `sort`, `limit`, `after`, `before`, `at`, `filter.*`; other parameters are the
  /// caller's and named in `known`. Throws `malformed` for what cannot be read or is not offered to
  /// whom the proof is about.
  init(
    _ parameters: [(name: String, value: String)], _ entity: EntityModel,
    _ proof: Authorization, opening: [SortKey], known: [String] = [],
    read: FilterReader = { shape, _, text, _ in shape.value(ofWire: text) }
  ) throws(Refusal) {
    order = opening
    var conditions: [Predicate] = []
    var filters: [(name: String, values: [String])] = []
    var cursor: (name: String, text: String)?
    for (name, value) in parameters {
      switch name {
      case "sort": order = [try ListRequest.sortKey(value, entity, proof)]
      case "q": readSearch(value, entity, &conditions)
      case "limit":
        guard let number = Int(value), ListRequest.limitRange.contains(number) else {
          throw .parameter(name)
        }
        limit = number
      case "after", "before": cursor = (name, value)
      case "at":
        guard value == "last" else { throw .parameter(name) }
        position = .last
      default:
        if name.hasPrefix("filter.") {
          if let index = filters.firstIndex(where: { $0.name == name }) {
            filters[index].values.append(value)
          } else {
            filters.append((name, [value]))
          }
        } else if !known.contains(name) {
          throw .parameter(name)
        }
      }
    }
    for (name, values) in filters {
      let filter = try FilterParameter(name, entity, proof)
      if let condition = try filter.predicate(values, proof.principal, read) {
        conditions.append(condition)
      }
    }
    if search != nil { order = [SortKey(SystemColumn.id, descending: true)] }
    if conditions.count == 1 { filter = conditions[0] }
    if conditions.count > 1 { filter = .and(conditions) }
    if let cursor {
      guard let key = Cursor.decode(cursor.text, order) else { throw .parameter(cursor.name) }
      position = cursor.name == "after" ? .after(key) : .before(key)
    }
  }

  /// Nothing typed is no search; something without letters and digits finds nothing.
  private mutating func readSearch(
    _ text: String, _ entity: EntityModel, _ conditions: inout [Predicate]
  ) {
    if Text.trimmed(text).isEmpty { return }
    if let words = SearchWords(text), let index = entity.search {
      search = Search(index, words)
    } else {
      conditions.append(.nothing)
    }
  }

  private static func sortKey(
    _ text: String, _ entity: EntityModel, _ proof: Authorization
  ) throws(Refusal) -> SortKey {
    let descending = text.hasPrefix("-")
    let name = descending ? String(text.dropFirst()) : text
    guard let column = entity.meta.column(named: name), entity.sortColumns.contains(column),
      proof.mayRead(column)
    else {
      throw .parameter("sort")
    }
    return SortKey(column, descending: descending)
  }
}

extension Refusal {
  /// A parameter of the URL that is not offered or cannot be read.
  static func parameter(_ name: String) -> Refusal {
    .malformed(
      Words2(zh: "网址参数“\(name)”无效。", en: "The parameter `\(name)` is not valid here."))
  }
}

extension FieldShape {
  /// The stored value of a wire text: options by name, everything else by storage. Nil when the
  /// text is not of this field's form.
  func value(ofWire text: String) -> Value? {
    if options.isEmpty { return storage.parse(text) }
    if storage == .list {
      return storage.parse(text).flatMap { list(ItemList.items($0), byName: true) }
    }
    let name = Text.trimmed(text)
    if name.isEmpty { return .blank }
    return options.first { $0.name == name }.map { .text($0.stored) }
  }

  /// The stored value of a list of options, in their order; nil when an item is none of them.
  func list(_ items: [String], byName: Bool) -> Value? {
    if options.isEmpty { return ItemList.value(items) }
    let known = options.filter { items.contains(byName ? $0.name : $0.stored) }
    guard known.count == Set(items).count else { return nil }
    return ItemList.value(known.map(\.stored))
  }
}
