import Query
import Schema
import TenonDatabase
import Values

/// Random rights over ``Subject`` and ``Target``, in a database beside people and shares.
struct RightsWorld {
  static let owner = Subject.target
  static let me: Int64 = 3

  let world: World
  /// The department of each person by id; nil for one without.
  var people: [Int64: Int64?] = [:]
  /// Shares with me: of which record, whether for editing, whether they have ended.
  var shares: [Int64: (isForEditing: Bool, hasEnded: Bool)] = [:]
  var departments: [Int64] = []
  var below: [Int64] = []
  var headed: [Int64] = []

  static let today: Int64 = 20_500

  init(_ random: inout SeededGenerator) {
    world = World(&random, subjects: 40)
    for id in Int64(1)...8 {
      people[id] = .some(random.chance(25) ? nil : Int64.random(in: 1...8, using: &random))
    }
    for row in world.subjects where random.chance(25) {
      shares[row[0].integer!] = (random.chance(50), random.chance(30))
    }
    func some() -> [Int64] { (Int64(1)...8).filter { _ in random.chance(25) } }
    departments = some()
    below = Array(Set(departments + some())).sorted()
    headed = some()
  }

  var principal: Principal {
    Principal(
      user: RightsWorld.me, roles: RoleSet(rawValue: 0b101), departments: departments,
      below: below, headed: headed)
  }

  func open(_ path: String) throws -> Database {
    let database = try Database(path: path)
    let system = SystemAuthority("test")
    let dialect = database.dialect
    func item(_ key: String, _ sql: String) -> SchemaItem {
      SchemaItem(key: key, definition: "1", sql: dialect.schema(sql))
    }
    var items = [Target.table, Subject.table].map { table in
      item(
        "table \(table.name)",
        World.create(table, integer: "INTEGER", text: "TEXT") + " STRICT")
    }
    items.append(
      item(
        "table tenon_user",
        "CREATE TABLE tenon_user (\"id\" INTEGER PRIMARY KEY, \"department\" INTEGER) STRICT"))
    items.append(
      item(
        "table tenon_share",
        """
        CREATE TABLE tenon_share ("entity" TEXT NOT NULL, "record" INTEGER NOT NULL,
          "user" INTEGER NOT NULL, "edit" INTEGER NOT NULL, "until" INTEGER) STRICT
        """))
    if dialect == .postgres { items.append(PostgresFunctions.item) }
    try database.apply(items, system)
    database.surroundings.use { $0 == .today ? .integer(RightsWorld.today) : nil }
    let (world, people, shares) = (world, people, shares)
    try database.writeAndWait { session in
      for (rows, proof) in [
        (world.targets, Target.proof(.everything, .create)),
        (world.subjects, Subject.proof(.everything, .create)),
      ] {
        for row in rows {
          _ = try session.insert(row.enumerated().map { Assignment($0, $1) }, proof)
        }
      }
      for (id, department) in people {
        try session.run(
          SystemStatement("INSERT INTO tenon_user (id, department) VALUES (?, ?)"),
          [.integer(id), Value(department)], system)
      }
      for (record, share) in shares {
        let until: Value =
          share.hasEnded ? .integer(RightsWorld.today - 1) : .integer(RightsWorld.today)
        try session.run(
          SystemStatement(
            """
            INSERT INTO tenon_share ("entity", "record", "user", "edit", "until")
            VALUES (?, ?, ?, ?, ?)
            """),
          [
            .text(Subject.table.name), .integer(record), .integer(RightsWorld.me),
            Value(share.isForEditing), until,
          ], system)
      }
    }
    return database
  }
}

/// Makes random clauses.
struct ClauseGenerator {
  var random: SeededGenerator
  var predicates: CaseGenerator

  mutating func rights(_ department: Int?) -> EntityRights {
    EntityRights(
      owner: RightsWorld.owner, department: department, sharing: random.chance(80),
      (0..<Int.random(in: 1...3, using: &random)).map { _ in clause() })
  }

  /// For the target: rules that need nothing but its own columns.
  mutating func targetRights() -> EntityRights {
    EntityRights([
      Clause(
        roles: Clause.everyone,
        read: [.all, .none, .own, .condition(.compare(Target.size, .greater, .integer(0)))]
          .randomElement(using: &random)!)
    ])
  }

  private mutating func clause() -> Clause {
    Clause(
      roles: [Clause.everyone, 1, 2, 4, 6].randomElement(using: &random)!, read: rule(2),
      create: rule(1), update: rule(1), delete: rule(1), export: rule(1), print: rule(1),
      assign: rule(1), hide: fields(), mask: fields(), lock: fields())
  }

  private mutating func fields() -> [Int: RowRule] {
    var rules: [Int: RowRule] = [:]
    for column in SystemColumn.count..<Subject.table.columns.count where random.chance(12) {
      rules[column] = random.chance(40) ? .all : rule(1)
    }
    return rules
  }

  private mutating func rule(_ depth: Int) -> RowRule {
    if depth > 0 && random.chance(40) {
      let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in rule(depth - 1) }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return .and(parts)
      case 1: return .or(parts)
      default: return .not(parts[0])
      }
    }
    let words: [RowRule] = [
      .all, .all, .none, .own, .department, .below, .headed, .shared, .pool,
      .reach(Subject.requiredTarget, Target.self), .reach(Subject.target, Target.self),
    ]
    if random.chance(30) { return .condition(predicates.make().scope) }
    return words.randomElement(using: &random)!
  }
}
