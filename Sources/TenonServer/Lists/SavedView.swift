import TenonDatabase
import TenonHTTP
import TenonPages

/// A list's state that someone saved under a name.
struct SavedView: Sendable {
  let id: Int64
  let owner: Int64
  let name: String
  /// The state as ``ListQuery/text`` writes it.
  let query: String
  let isShared: Bool

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_view", definition: "1",
      sql: """
        CREATE TABLE "tenon_view" (
          "id" INTEGER PRIMARY KEY AUTOINCREMENT,
          "entity" TEXT NOT NULL,
          "owner" INTEGER NOT NULL REFERENCES "tenon_user" ("id") ON DELETE CASCADE,
          "name" TEXT NOT NULL,
          "query" TEXT NOT NULL,
          "shared" INTEGER NOT NULL
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_view_entity", definition: "1",
      sql: """
        CREATE INDEX "tenon_view_entity" ON "tenon_view" ("entity", "shared", "owner")
        """),
    SchemaItem(
      key: "index tenon_view_owner", definition: "1",
      sql: """
        CREATE INDEX "tenon_view_owner" ON "tenon_view" ("owner")
        """),
  ]

  /// How many views one person may have of an entity, and how long names and states may be.
  static let limit = 50
  static let nameLimit = 60
  static let queryLimit = 2000

  private static let authority = SystemAuthority("saved views")
  private static let find = SystemStatement(
    """
    SELECT id, owner, name, query, shared FROM tenon_view WHERE entity = ? AND shared = 1
    UNION ALL
    SELECT id, owner, name, query, shared FROM tenon_view
    WHERE entity = ? AND shared = 0 AND owner = ? ORDER BY 3, 1 LIMIT 100
    """)
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_view (entity, owner, name, query, shared) VALUES (?, ?, ?, ?, ?)
    RETURNING id
    """)
  private static let change = SystemStatement(
    "UPDATE tenon_view SET name = ?, query = ?, shared = ? WHERE id = ?")
  private static let remove = SystemStatement("DELETE FROM tenon_view WHERE id = ?")

  /// The views of an entity that a person sees: shared ones and their own.
  static func all(
    _ entity: EntityModel, _ user: Int64, _ session: Session
  ) throws -> [SavedView] {
    var views: [SavedView] = []
    try session.rows(
      find, [.text(entity.name), .text(entity.name), .integer(user)], authority
    ) { row in
      views.append(
        SavedView(
          id: row.integer(0), owner: row.integer(1), name: row.string(2), query: row.string(3),
          isShared: row.integer(4) == 1))
    }
    return views
  }

  /// Saves a new view; answers its id.
  static func create(
    _ entity: EntityModel, owner: Int64, _ content: Content, _ session: WriteSession
  ) throws -> Int64 {
    var id: Int64 = 0
    try session.rows(
      insert,
      [
        .text(entity.name), .integer(owner), .text(content.name), .text(content.query),
        .integer(content.isShared ? 1 : 0),
      ], authority
    ) { id = $0.integer(0) }
    return id
  }

  /// What a person says of a view.
  struct Content: Sendable {
    let name: String
    let query: String
    let isShared: Bool
  }

  func save(_ content: Content, _ session: WriteSession) throws {
    try session.run(
      SavedView.change,
      [
        .text(content.name), .text(content.query), .integer(content.isShared ? 1 : 0),
        .integer(id),
      ], SavedView.authority)
  }

  func delete(_ session: WriteSession) throws {
    try session.run(SavedView.remove, [.integer(id)], SavedView.authority)
  }

  /// Its owner may, and of a shared one administrators.
  func mayChange(_ person: SignedIn, _ tenant: Tenant) -> Bool {
    owner == person.user.id || isShared && tenant.isAdministrator(person.user.principal)
  }

  /// Where the list opens as it was saved.
  func path(_ entity: String) -> PagePath {
    SavedView.path(entity, query, id)
  }

  /// The state as parameters of a URL.
  var parameters: FormBody { SavedView.parameters(query) }

  private static func parameters(_ query: String) -> FormBody {
    Request(.get, "/?" + query)?.query ?? []
  }

  static func path(_ entity: String, _ query: String, _ id: Int64) -> PagePath {
    ListQuery(parameters(query) + [("saved", String(id))]).path(entity)
  }
}

/// What the forms of saved views post.
struct SavedViewPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .post, Routes.app(entity, "-", "views"),
        .form { try SavedViewPart(part: $0, person: $1, entity: entity).take($2) })
    ]
  }

  private func take(_ form: FormBody) throws -> Reply {
    guard authorize(person.user.principal, .read, on: entity.type) != nil else {
      throw Refusal.forbidden
    }
    func text(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let deed = text("do")
    let (person, entity, tenant) = (person, entity, part.tenant)
    if deed == "delete" {
      guard let id = Int64(text("id")) else { throw Refusal.parameter("id") }
      return answer("deleted") { session in
        try SavedViewPart.own(id, person, entity, tenant, session).delete(session)
        return PagePath.list(entity.name)
      }
    }
    let content = try content(text("name"), text("query"), isShared: text("shared") == "true")
    if deed == "save" {
      guard let id = Int64(text("id")) else { throw Refusal.parameter("id") }
      return answer("saved") { session in
        try SavedViewPart.own(id, person, entity, tenant, session).save(content, session)
        return SavedView.path(entity.name, content.query, id)
      }
    }
    guard deed == "create" else { throw Refusal.parameter("do") }
    return answer("saved") { session in
      let own = try SavedView.all(entity, person.user.id, session)
        .filter { $0.owner == person.user.id }
      guard own.count < SavedView.limit else { throw Refusal.malformed(SavedViewPart.tooMany) }
      let id = try SavedView.create(entity, owner: person.user.id, content, session)
      return SavedView.path(entity.name, content.query, id)
    }
  }

  private func content(
    _ name: String, _ query: String, isShared: Bool
  ) throws -> SavedView.Content {
    guard let name = Text.normalized(name), name.unicodeScalars.count <= SavedView.nameLimit,
      !name.contains("\n")
    else { throw Refusal.malformed(SavedViewPart.badName) }
    guard query.utf8.count <= SavedView.queryLimit, let request = Request(.get, "/?" + query)
    else { throw Refusal.parameter("query") }
    // As it will be compared, whatever wrote it.
    return SavedView.Content(name: name, query: ListQuery(request.query).text, isShared: isShared)
  }

  private static let badName = Words2(
    zh: "视图名称要有 1 至 60 个字，写在一行里。", en: "A view's name has 1 to 60 characters in one line.")
  private static let tooMany = Words2(
    zh: "您已保存 50 个视图，请先删除不用的。", en: "You have saved 50 views. Delete some of them first.")

  /// The view with this id, when the person may change it.
  private static func own(
    _ id: Int64, _ person: SignedIn, _ entity: EntityModel, _ tenant: Tenant,
    _ session: Session
  ) throws -> SavedView {
    guard
      let view = try SavedView.all(entity, person.user.id, session).first(where: { $0.id == id })
    else { throw Refusal.notFound }
    guard view.mayChange(person, tenant) else { throw Refusal.forbidden }
    return view
  }

  private func answer(
    _ flash: String, _ job: @escaping @Sendable (WriteSession) throws -> PagePath
  ) -> Reply {
    let (exchange, entity) = (part.exchange, entity)
    return exchange.write(entity, job) { path in
      PagePart.redirect(path, saying: flash, exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }
}
