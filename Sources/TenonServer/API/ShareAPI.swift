import TenonDatabase
import TenonHTTP

/// With whom a record is shared, for programs.
struct ShareAPI {
  let exchange: WebExchange
  let person: SignedIn
  let entity: EntityModel

  private var tenant: Tenant { exchange.tenant }

  static func routes(_ entity: EntityModel) -> [Route] {
    guard entity.type.rights.sharing else { return [] }
    let shares = Routes.path("api", entity.name) + [.parameter, .literal("shares")]
    func route(
      _ method: TenonHTTP.Method, _ path: [Segment],
      _ handler: @escaping @Sendable (ShareAPI) throws -> Reply
    ) -> Route {
      Route(
        method, path,
        .api(entity) {
          try handler(ShareAPI(exchange: $0.exchange, person: $1, entity: entity))
        })
    }
    return [
      route(.get, shares) { .now(try $0.list()) },
      route(.post, shares) { try $0.add() },
      route(.delete, shares + [.parameter]) { try $0.remove() },
    ]
  }

  private func list() throws -> Response {
    let id = try exchange.recordID()
    let shares = Shares(tenant: tenant)
    let found = try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: person.user.principal, session: session, language: 0)
      try shares.check(entity, id, reader)
      return try shares.list(entity, id, session)
    }
    var out = ByteWriter(capacity: 256)
    out.append("{\"data\":[")
    for (index, share) in found.enumerated() {
      if index > 0 { out.append(",") }
      ShareAPI.append(share, to: &out)
    }
    out.append("]}")
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }

  private static func append(_ share: Shares.Share, to out: inout ByteWriter) {
    out.append("{\"user\":")
    Decimal.append(share.user, scale: 0, to: &out)
    out.append(share.isForEditing ? ",\"edit\":true,\"until\":" : ",\"edit\":false,\"until\":")
    if let until = share.until {
      out.append(json: CivilDate(days: until).description)
    } else {
      out.append("null")
    }
    out.append(",\"by\":")
    if let by = share.by { Decimal.append(by, scale: 0, to: &out) } else { out.append("null") }
    out.append(",\"at\":")
    out.append(json: Instant.print(share.at))
    out.append("}")
  }

  private func add() throws -> Reply {
    let id = try exchange.recordID()
    let wish = try wish()
    let (tenant, entity, principal) = (tenant, entity, person.user.principal)
    return try exchange.change(entity, person) { session in
      let shares = Shares(tenant: tenant)
      let reader = RecordReader(
        tenant: tenant, principal: principal, session: session, language: 0)
      try shares.check(entity, id, reader)
      guard try Users(tenant: tenant).find(wish.user, session) != nil else {
        throw Refusal.invalid([("user", .unknown)])
      }
      try shares.set(wish, entity, id, by: principal, session)
      guard let made = try shares.list(entity, id, session).first(where: { $0.user == wish.user })
      else { throw Refusal.fault }
      var out = ByteWriter(capacity: 128)
      ShareAPI.append(made, to: &out)
      return Response(status: 201, headers: APIPart.headers, body: out.bytes)
    }
  }

  /// What the body asks for.
  private func wish() throws -> Shares.Wish {
    var user: Int64?
    var isForEditing = false
    var until: Int64?
    for member in try APIPart(exchange: exchange).document().members() {
      switch (member.name, member.value) {
      case ("user", .integer(let id)): user = id
      case ("edit", .bool(let flag)): isForEditing = flag
      case ("until", .null): until = nil
      case ("until", .string(let text)):
        guard let day = Storage.date.parse(text)?.integer,
          day >= tenant.zone.day(tenant.clock()).days
        else { throw Refusal.invalid([("until", .malformed)]) }
        until = day
      default: throw ShareAPI.malformed
      }
    }
    guard let user else { throw ShareAPI.malformed }
    return Shares.Wish(user: user, isForEditing: isForEditing, until: until)
  }

  private static let malformed = Refusal.malformed(
    Words2(
      zh: "请发送 {\"user\": …, \"edit\": …, \"until\": …}。",
      en: "Send {\"user\": …, \"edit\": …, \"until\": …}."))

  private func remove() throws -> Reply {
    let id = try exchange.recordID()
    guard exchange.parameters.count == 2, let user = Int64(exchange.parameters[1]), user > 0
    else { throw Refusal.notFound }
    let (tenant, entity, principal) = (tenant, entity, person.user.principal)
    return try exchange.change(entity, person) { session in
      let shares = Shares(tenant: tenant)
      let reader = RecordReader(
        tenant: tenant, principal: principal, session: session, language: 0)
      try shares.check(entity, id, reader)
      guard try shares.remove(user, entity, id, by: principal, session) else {
        throw Refusal.notFound
      }
      return Response(status: 204)
    }
  }
}
