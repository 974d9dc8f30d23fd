import TenonDatabase

/// People named in a text by `@` and their name.
enum Mentions {
  struct Person: Equatable {
    let id: Int64
    let name: String
  }

  /// How many signs of a name are looked for behind an `@`, and how many `@` count in one text.
  private static let nameLength = 24
  private static let limit = 20

  /// The people named: behind each `@` the longest name that someone in use has. Names are read
  /// with one query.
  static func find(_ text: String, _ reader: RecordReader) throws -> [Person] {
    let places = candidates(text)
    let all = Set(places.joined())
    guard !all.isEmpty, let people = reader.tenant.entity(named: "user"),
      let proof = reader.proof(people),
      let name = people.meta.column(named: "name"),
      let active = people.meta.column(named: "active"), proof.mayRead(name), proof.mayRead(active)
    else { return [] }
    var known: [String: [Int64]] = [:]
    let query = Query(
      people.table, outputs: [.column(SystemColumn.id), .column(name)],
      filter: .and([
        .among(name, padded(all.sorted())), .compare(active, .equal, .integer(1)),
      ]), limit: 200)
    try reader.session.rows(query, proof) { row in
      known[row.string(1), default: []].append(row.integer(0))
    }
    var found: [Person] = []
    for place in places {
      guard let name = place.last(where: { known[$0] != nil }) else { continue }
      for id in known[name] ?? [] where !found.contains(where: { $0.id == id }) {
        found.append(Person(id: id, name: name))
      }
    }
    return found
  }

  /// For each `@`: what may be a name behind it, the shortest first.
  private static func candidates(_ text: String) -> [[String]] {
    text.split(separator: "@", maxSplits: limit, omittingEmptySubsequences: false).dropFirst()
      .map { part in
        let line = part.prefix { $0 != "\n" }.prefix(nameLength)
        return (1...nameLength).prefix(line.count).map { String(line.prefix($0)) }
      }
  }

  /// As many values as the next power of two, so that few shapes of statements come about.
  private static func padded(_ names: [String]) -> [Value] {
    var size = 16
    while size < names.count { size *= 2 }
    return (0..<size).map { .text(names[min($0, names.count - 1)]) }
  }

  /// The names as a comment keeps them.
  static func spell(_ people: [Person]) -> String {
    var text = ""
    for name in Set(people.map(\.name)).sorted() { TabbedText.append([name], to: &text) }
    return text
  }

  static func names(_ text: String) -> [String] {
    (TabbedText.records(text) ?? []).compactMap(\.first)
  }
}
