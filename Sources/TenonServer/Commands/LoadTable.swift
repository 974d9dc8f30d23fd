import Glibc

/// A CSV file with a header that names what its cells are for.
struct LoadTable: Sendable {
  let file: String
  let header: [String]
  let places: [LoadPlace]
  let rows: [CSVReader.Row]

  /// Reads the file of an entity; nil when there is none. Throws ``LoadReport``.
  init?(_ folder: String, _ entity: EntityModel, _ tenant: Tenant) throws {
    file = (entity.name == "user" ? "users" : entity.name) + ".csv"
    let path = folder + "/" + file
    guard access(path, F_OK) == 0 else { return nil }
    guard let bytes = FileReader.bytes(path) else {
      throw LoadReport(lines: ["\(file): cannot be read"])
    }
    do {
      var rows = try CSVReader.rows(bytes)
      guard !rows.isEmpty else { throw LoadReport(lines: ["\(file): no header"]) }
      header = rows.removeFirst().cells
      self.rows = rows
    } catch let error as CSVReader.Malformed {
      throw LoadReport(lines: ["\(file):\(error.line): \(error.reason)"])
    }
    var report = LoadReport()
    var places: [LoadPlace] = []
    for (index, name) in header.enumerated() {
      if let place = LoadPlace(name, entity, tenant), !places.contains(place) {
        places.append(place)
      } else {
        let reason =
          header[..<index].contains(name) ? "stands there twice" : "names no field to load"
        report.add(file, 1, "`\(name)` \(reason)")
      }
    }
    if !report.lines.isEmpty { throw report }
    self.places = places
  }
}

/// What the cells of one column are for.
enum LoadPlace: Hashable {
  /// A field, in wire form.
  case field(Int)
  /// A reference, by a field of its target.
  case reference(Int, LoadKey)
  /// When the record was made, and by whom: history can be loaded.
  case createdAt
  case createdBy(LoadKey)
  /// The password of a user.
  case password

  /// Reads a name of a header; nil when it names nothing that may be loaded.
  init?(_ name: String, _ entity: EntityModel, _ tenant: Tenant) {
    if entity.name == "user" && name == "password" {
      self = .password
      return
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    if parts == [SystemColumn.columns[SystemColumn.createdAt].name] {
      self = .createdAt
      return
    }
    let isCreator = parts[0] == SystemColumn.columns[SystemColumn.createdBy].name
    guard parts.count == 2 else {
      guard let column = LoadPlace.column(name, entity) else { return nil }
      self = .field(column)
      return
    }
    if isCreator {
      guard let key = LoadKey(parts[1], tenant.entity(named: "user")) else { return nil }
      self = .createdBy(key)
    } else {
      guard let column = LoadPlace.column(parts[0], entity),
        let key = LoadKey(parts[1], tenant.target(of: column, in: entity))
      else { return nil }
      self = .reference(column, key)
    }
  }

  private static func column(_ name: String, _ entity: EntityModel) -> Int? {
    guard let column = entity.meta.column(named: name),
      let shape = entity.meta.field(column), shape.isWritten
    else { return nil }
    return column
  }
}

/// A field by which records of an entity are found.
struct LoadKey: Hashable {
  /// The entity's index.
  let entity: Int
  let column: Int

  init?(_ name: String, _ entity: EntityModel?) {
    guard let entity, let column = entity.meta.column(named: name),
      entity.meta.field(column) != nil
    else { return nil }
    self.entity = entity.index
    self.column = column
  }

  init(entity: Int, column: Int) {
    self.entity = entity
    self.column = column
  }
}
