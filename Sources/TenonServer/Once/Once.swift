import TenonDatabase
import TenonHTTP

/// Makes happen once what may be sent twice: a request whose answer got lost, a button that was
/// pressed two times. What came of it is kept for a day, in the transaction of the write itself.
struct Once {
  let person: Int64
  let session: WriteSession
  /// Milliseconds since 1970.
  let now: Int64

  /// How long what came of a key is known.
  static let lifetime: Int64 = 24 * 3_600_000

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_once", definition: "1",
      sql: """
        CREATE TABLE "tenon_once" (
          "person" INTEGER NOT NULL,
          "key" TEXT NOT NULL,
          "request" TEXT NOT NULL,
          "status" INTEGER NOT NULL,
          "headers" TEXT NOT NULL,
          "answer" TEXT NOT NULL,
          "at" INTEGER NOT NULL,
          PRIMARY KEY ("person", "key")
        ) STRICT
        """),
    SchemaItem(
      key: "index tenon_once_at", definition: "1",
      sql: """
        CREATE INDEX "tenon_once_at" ON "tenon_once" ("at")
        """),
  ]

  private static let find = SystemStatement(
    """
    SELECT request, status, headers, answer FROM tenon_once
    WHERE person = ? AND key = ? AND at > ?
    """)
  private static let prune = SystemStatement("DELETE FROM tenon_once WHERE at <= ?")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_once (person, key, request, status, headers, answer, at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """)
  private static let authority = SystemAuthority("once")

  // MARK: Forms

  /// Runs `make` for the first post of a form; a later one with the same token gets the id that it
  /// gave, and makes nothing. `form` names what is made. A form without a token has no such care.
  func record(
    _ token: String?, of form: String, _ make: () throws -> Int64
  ) throws -> (id: Int64, isRepeated: Bool) {
    guard let token, !token.isEmpty else { return (try make(), false) }
    guard token.utf8.count <= 64 else { throw Refusal.malformed(Once.badToken) }
    let key = "form \(form) \(token)"
    if let known = try kept(key)?.answer, let id = Int64(known) { return (id, true) }
    let id = try make()
    try keep(key, Kept(request: "", status: 303, headers: [], answer: String(id)))
    return (id, false)
  }

  private static let badToken = Words2(
    zh: "表单的一次性标记无效。", en: "The form's one-time token is not valid.")

  // MARK: Requests

  /// Runs `make` for the first request with a key; the same request gets the same answer again.
  /// Throws `keyReused` for another request.
  func answer(_ key: IdempotencyKey, _ make: () throws -> Response) throws -> Response {
    if let known = try kept(key.name) {
      guard known.request == key.request else { throw Refusal.keyReused }
      return Response(
        status: known.status, headers: known.headers, body: Array(known.answer.utf8))
    }
    let response = try make()
    try keep(
      key.name,
      Kept(
        request: key.request, status: response.status, headers: response.headers,
        answer: String(decoding: response.body, as: UTF8.self)))
    return response
  }

  // MARK: The table

  private struct Kept {
    /// The digest of the request; empty for a form.
    let request: String
    let status: Int
    let headers: [(String, String)]
    let answer: String
  }

  private func kept(_ key: String) throws -> Kept? {
    var found: Kept?
    try session.rows(
      Once.find, [.integer(person), .text(key), .integer(now - Once.lifetime)], Once.authority
    ) { row in
      let headers = TabbedText.records(row.string(2)) ?? []
      found = Kept(
        request: row.string(0), status: Int(row.integer(1)),
        headers: headers.map { ($0[0], $0[1]) }, answer: row.string(3))
    }
    return found
  }

  private func keep(_ key: String, _ kept: Kept) throws {
    var headers = ""
    for (name, value) in kept.headers { TabbedText.append([name, value], to: &headers) }
    try session.run(Once.prune, [.integer(now - Once.lifetime)], Once.authority)
    try session.run(
      Once.insert,
      [
        .integer(person), .text(key), .text(kept.request), .integer(Int64(kept.status)),
        .text(headers), .text(kept.answer), .integer(now),
      ], Once.authority)
  }
}
