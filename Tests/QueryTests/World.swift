import Query
import TenonDatabase
import Values

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// A table with each storage, required and not, whose policy is what the test says just now.
enum Subject: Governed {
  static let target = SystemColumn.count + 11
  static let requiredTarget = SystemColumn.count + 12

  static let table = Table(
    name: "subject \"x\"",
    fields: [
      Column(name: "select", storage: .text, isRequired: true),
      Column(name: "客户", storage: .text, isRequired: false),
      Column(name: "number", storage: .integer, isRequired: true),
      Column(name: "number_", storage: .integer, isRequired: false),
      Column(name: "price", storage: .scaled(2), isRequired: true),
      Column(name: "price_", storage: .scaled(2), isRequired: false),
      Column(name: "flag", storage: .boolean, isRequired: true),
      Column(name: "flag_", storage: .boolean, isRequired: false),
      Column(name: "day", storage: .date, isRequired: true),
      Column(name: "day_", storage: .date, isRequired: false),
      Column(name: "at_", storage: .dateTime, isRequired: false),
      Column(name: "target_", storage: .reference, isRequired: false),
      Column(name: "target", storage: .reference, isRequired: true),
    ])

  @TaskLocal static var given = EntityRights([])

  static var rights: EntityRights { given }

  static func proof(_ rows: Predicate, _ action: Action = .read) -> Authorization {
    $given.withValue(EntityRights([.only(rows, action)])) {
      authorize(nobody, action, on: Subject.self)!
    }
  }
}

/// The table that ``Subject`` points to.
enum Target: Governed {
  static let name = SystemColumn.count
  static let size = SystemColumn.count + 1

  static let table = Table(
    name: "target",
    fields: [
      Column(name: "name", storage: .text, isRequired: true),
      Column(name: "size", storage: .integer, isRequired: false),
    ])

  @TaskLocal static var given = EntityRights([])

  static var rights: EntityRights { given }

  static func proof(_ rows: Predicate, _ action: Action = .read) -> Authorization {
    $given.withValue(EntityRights([.only(rows, action)])) {
      authorize(nobody, action, on: Target.self)!
    }
  }
}

/// Someone without a role, who knows nothing of earlier grants.
var nobody: Principal { Principal(user: 1, roles: []) }

extension Clause {
  /// Everyone may do an action on some rows, and read all others.
  static func only(
    _ rows: Predicate, _ action: Action, hide: [Int] = [], lock: [Int] = []
  ) -> Clause {
    let rule = RowRule.condition(rows)
    func always(_ columns: [Int]) -> [Int: RowRule] {
      Dictionary(uniqueKeysWithValues: columns.map { ($0, RowRule.all) })
    }
    return Clause(
      roles: Clause.everyone, read: action == .read ? rule : .all,
      create: action == .create ? rule : .none, update: action == .update ? rule : .none,
      delete: action == .delete ? rule : .none,
      assign: action == .create || action == .update ? .all : .none, hide: always(hide),
      lock: always(lock))
  }
}

/// Few values of each storage, so that ties are many; texts that would break a statement into
/// which they were pasted.
enum Pool {
  static let texts = [
    "a", "A", "ab", "b", "'", "\"x\" --", "'; DROP TABLE target; --", "é", "上海", "上", "𠮷",
    "\u{FF5E}", "👍🏽", "%_", "a\\", "$1", "?1", ":x", "NULL", "7",
  ]

  static func value(_ storage: Storage, _ random: inout SeededGenerator) -> Value {
    switch storage {
    case .text: return .text(texts.randomElement(using: &random)!)
    case .list:
      return [ItemList.value(["a"]), ItemList.value(["a", "b"]), ItemList.value(["上"])]
        .randomElement(using: &random)!!
    case .boolean: return .integer(Int64.random(in: 0...1, using: &random))
    case .reference: return .integer(Int64.random(in: 1...8, using: &random))
    case .integer, .scaled:
      return .integer(
        [-Storage.integerLimit, -101, -1, 0, 1, 2, 100, Storage.integerLimit]
          .randomElement(using: &random)!)
    case .date: return .integer([-1, 0, 20_513, 20_514].randomElement(using: &random)!)
    case .dateTime: return .integer([-1, 0, 1_772_413_200_000].randomElement(using: &random)!)
    }
  }

  static func value(_ column: Column, _ random: inout SeededGenerator) -> Value {
    if !column.isRequired && random.chance(35) { return .blank }
    return value(column.storage, &random)
  }
}

/// Rows of both tables, in memory and in a database; a row's values stand by column index.
struct World {
  var subjects: [[Value]] = []
  var targets: [[Value]] = []

  init(_ random: inout SeededGenerator, subjects count: Int) {
    func row(_ table: Table, _ id: Int) -> [Value] {
      table.columns.indices.map { index in
        switch index {
        case SystemColumn.id: return .integer(Int64(id))
        case SystemColumn.version: return .integer(1)
        case SystemColumn.createdAt, SystemColumn.updatedAt: return .integer(0)
        default: return Pool.value(table.columns[index], &random)
        }
      }
    }
    targets = (1...8).map { row(Target.table, $0) }
    for id in 1...count {
      // Some rows are another's twin in all but the id.
      if random.chance(20), let twin = subjects.randomElement(using: &random) {
        subjects.append([.integer(Int64(id))] + twin.dropFirst())
      } else {
        subjects.append(row(Subject.table, id))
      }
    }
  }

  /// The tables' definition, in either dialect.
  static func create(_ table: Table, integer: String, text: String) -> String {
    let columns = table.columns.enumerated().map { index, column in
      let name = quoted(column.name)
      if index == SystemColumn.id { return "\(name) \(integer) PRIMARY KEY" }
      let type = column.storage.isText ? text : integer
      return "\(name) \(type)\(column.isRequired ? " NOT NULL" : "")"
    }
    return "CREATE TABLE \(quoted(table.name)) (\(columns.joined(separator: ", ")))"
  }

  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  func open(_ path: String, indexes: [String] = []) throws -> Database {
    let database = try Database(path: path)
    let system = SystemAuthority("test")
    var items = [Target.table, Subject.table].map { table in
      SchemaItem(
        key: "table \(table.name)", definition: "1",
        sql: World.create(table, integer: "INTEGER", text: "TEXT") + " STRICT")
    }
    items += indexes.enumerated().map {
      SchemaItem(key: "index i\($0)", definition: $1, sql: $1)
    }
    try database.apply(items, system)
    let (subjects, targets) = (subjects, targets)
    try database.writeAndWait { session in
      for (rows, proof) in [
        (targets, Target.proof(.everything, .create)),
        (subjects, Subject.proof(.everything, .create)),
      ] {
        for row in rows {
          _ = try session.insert(row.enumerated().map { Assignment($0, $1) }, proof)
        }
      }
    }
    return database
  }
}
