import TenonDatabase
import TenonHTTP
import TenonPages

/// Several changes of one entity's records in one request and one transaction: all or none.
struct BatchPart {
  let part: APIPart
  let person: SignedIn
  let entity: EntityModel

  /// How many changes one request may carry.
  static let limit = 100

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .post, Routes.path("api", entity.name, "-", "batch"),
        .api(entity) { try BatchPart(part: $0, person: $1, entity: entity).run() })
    ]
  }

  /// One change as it came.
  private enum Operation {
    case create(RecordInput)
    case update(id: Int64, version: Int64?, RecordInput)
    case delete(id: Int64, version: Int64?)
  }

  private func run() throws -> Reply {
    let operations = try self.operations()
    let (tenant, principal, entity) = (part.exchange.tenant, person.user.principal, entity)
    return try part.exchange.change(entity, person) { session in
      let store = RecordStore(
        tenant: tenant, principal: principal, session: session, now: tenant.clock())
      var ids: [Int64] = []
      var problems: [(field: String, problem: FieldProblem)] = []
      for (place, operation) in operations.enumerated() {
        do { ids.append(try BatchPart.apply(operation, entity, store)) } catch {
          problems += try BatchPart.problems(error, "operations/\(place)", entity)
        }
      }
      if !problems.isEmpty { throw Refusal.invalid(problems) }
      return try BatchPart.answer(ids, entity, store)
    }
  }

  private static func apply(
    _ operation: Operation, _ entity: EntityModel, _ store: RecordStore
  ) throws -> Int64 {
    switch operation {
    case .create(let input): return try store.create(entity, input)
    case .update(let id, let version, let input):
      try store.update(entity, id: id, version: version, input)
      return id
    case .delete(let id, let version):
      try store.delete(entity, id: id, version: version)
      return id
    }
  }

  /// What a refusal of one operation says of the batch. Throws on what is not of one operation.
  private static func problems(
    _ error: any Error, _ path: String, _ entity: EntityModel
  ) throws -> [(field: String, problem: FieldProblem)] {
    switch error {
    case Refusal.invalid(let problems):
      return problems.map { found in
        (path + "/record" + (found.field.isEmpty ? "" : "/" + found.field), found.problem)
      }
    case Refusal.taken(let fields):
      return fields.isEmpty
        ? [(path, .notUnique)] : fields.map { (path + "/record/" + $0, .notUnique) }
    case Refusal.notFound: return [(path + "/id", .unknown)]
    case Refusal.versionConflict: return [(path + "/version", .outdated)]
    case DatabaseError.unique: return try problems(Refusal(error, entity), path, entity)
    default: throw error
    }
  }

  /// The ids in the order of the operations, with the versions of those records that are there for
  /// the person.
  private static func answer(
    _ ids: [Int64], _ entity: EntityModel, _ store: RecordStore
  ) throws -> Response {
    let reader = RecordReader(
      tenant: store.tenant, principal: store.principal, session: store.session, language: 0)
    let proof = reader.proof(entity)
    var out = ByteWriter(capacity: 64 * ids.count + 64)
    out.append("{\"results\":[")
    for (place, id) in ids.enumerated() {
      if place > 0 { out.append(",") }
      out.append("{\"id\":")
      Decimal.append(id, scale: 0, to: &out)
      out.append(",\"version\":")
      var version: Int64?
      if let proof {
        _ = try reader.row(entity, id, [.column(SystemColumn.version)], proof) {
          version = $0.integer(0)
        }
      }
      if let version { Decimal.append(version, scale: 0, to: &out) } else { out.append("null") }
      out.append("}")
    }
    out.append("]}")
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }

  // MARK: Reading

  private func operations() throws(Refusal) -> [Operation] {
    let members = try part.document().members()
    guard members.count == 1, members[0].name == "operations",
      let items = members[0].value.items, (1...BatchPart.limit).contains(items.count)
    else {
      throw .malformed(
        Words2(
          zh: "请发送 {\"operations\": […]}，其中有 1 到 \(BatchPart.limit) 个操作。",
          en: "Send {\"operations\": […]} with 1 to \(BatchPart.limit) operations."))
    }
    var operations: [Operation] = []
    for (place, item) in items.enumerated() {
      operations.append(try operation(item, "operations/\(place)"))
    }
    return operations
  }

  private func operation(_ item: JSONInput, _ path: String) throws(Refusal) -> Operation {
    guard case .object(let members) = item else { throw BatchPart.wrong(path) }
    var kind: String?
    var id: Int64?
    var version: Int64?
    var hasVersion = false
    var input: RecordInput?
    for member in members {
      switch (member.name, member.value) {
      case ("op", .string(let text)): kind = text
      case ("id", .integer(let number)): id = number
      case ("version", .integer(let number)): (version, hasVersion) = (number, true)
      case ("version", .null): hasVersion = true
      case ("record", .object(let members)):
        input = try RecordInput(members, entity, part.exchange.tenant)
      default: throw BatchPart.wrong(path + "/" + member.name)
      }
    }
    switch (kind, id, hasVersion, input) {
    case ("create", nil, false, let input?): return .create(input)
    case ("update", let id?, true, let input?): return .update(id: id, version: version, input)
    case ("delete", let id?, true, nil): return .delete(id: id, version: version)
    default: throw BatchPart.wrong(path)
    }
  }

  private static func wrong(_ path: String) -> Refusal {
    .malformed(
      Words2(
        zh: "“\(path)”不是 create（record）、update（id、version、record）或 delete（id、version）。",
        en: "`\(path)` is no create (record), update (id, version, record) or delete (id, version)."
      ))
  }
}
