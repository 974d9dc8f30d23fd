import TenonDatabase
import TenonHTTP
import TenonPages

/// Uploads and downloads.
struct FilePart {
  let exchange: WebExchange
  let person: SignedIn

  private var tenant: Tenant { exchange.tenant }
  private var request: Request { exchange.request }

  static let routes: [Route] = [
    Route(
      .post, Routes.path("files"),
      .api(nil) { try FilePart(exchange: $0.exchange, person: $1).upload() }, takesFiles: true),
    Route(
      .get, Routes.path("files") + [.parameter],
      .page { .now(try FilePart(exchange: $0.exchange, person: $1).download()) }),
    Route(
      .get, Routes.path("files") + [.parameter, .literal("thumb")],
      .page { .now(try FilePart(exchange: $0.exchange, person: $1).thumbnail()) }),
  ]

  // MARK: Uploads

  /// Keeps what came and answers what it became.
  private func upload() throws -> Reply {
    guard request.form() != nil, !request.files.isEmpty else {
      throw Refusal.malformed(
        Words2(
          zh: "请以 multipart/form-data 发送至少一个文件。",
          en: "Send at least one file as multipart/form-data."))
    }
    let (exchange, tenant, files) = (exchange, tenant, request.files)
    let user = person.user.id
    let key = try IdempotencyKey(request, person)
    return .later { responder in
      if let key, !tenant.keysUnderWay.begin(key) {
        responder.respond(exchange.problem(.keyUnderWay))
        return
      }
      tenant.files.receive(files, by: user) { kept, session, insert in
        guard let key else {
          try insert()
          return FilePart.answer(kept)
        }
        return try Once(person: user, session: session, now: tenant.clock())
          .answer(key.over(zip(files, kept).map { ($0.field, $1) })) {
            try insert()
            return FilePart.answer(kept)
          }
      } completion: { result in
        if let key { tenant.keysUnderWay.end(key) }
        switch result {
        case .success(let answer): responder.respond(answer)
        case .failure(let error): responder.respond(exchange.problem(exchange.refusal(error)))
        }
      }
    }
  }

  private static func answer(_ files: [StoredFile]) -> Response {
    var out = ByteWriter(capacity: 512)
    out.append("{\"data\":[")
    for (index, file) in files.enumerated() {
      out.append(index == 0 ? "{\"id\":" : ",{\"id\":")
      out.append(json: String(file.id))
      out.append(",\"name\":")
      out.append(json: file.name)
      out.append(",\"size\":")
      Decimal.append(file.size, scale: 0, to: &out)
      out.append(",\"type\":")
      out.append(json: file.mediaType)
      if let pixels = file.pixels {
        out.append(",\"width\":")
        Decimal.append(pixels.width, scale: 0, to: &out)
        out.append(",\"height\":")
        Decimal.append(pixels.height, scale: 0, to: &out)
      }
      out.append("}")
    }
    out.append("]}")
    return Response(status: 201, headers: APIPart.headers, body: out.bytes)
  }

  // MARK: Downloads

  private func download() throws -> Response {
    let file = try visibleFile()
    let inline = request.parameter("inline")
    if let inline, inline != "1" { throw Refusal.parameter("inline") }
    let isInline = inline != nil && file.pixels != nil
    let answer = FileAnswer(
      request: request, tag: String(file.digest.prefix(32)), mediaType: file.mediaType,
      disposition: FileName.disposition(file.name, inline: isInline))
    return try found(answer, tenant.files.folder.place(file.id), file)
  }

  private func thumbnail() throws -> Response {
    let file = try visibleFile()
    let size = FileFolder.thumbnailSizes.first { request.parameter("size") == String($0) }
    guard let size, file.pixels != nil else { throw Refusal.notFound }
    let answer = FileAnswer(
      request: request, tag: "\(file.digest.prefix(32))-\(size)", mediaType: "image/webp",
      disposition: FileName.disposition("thumbnail.webp", inline: true))
    return try found(answer, tenant.files.folder.thumbnail(file.id, size), file)
  }

  private func found(_ answer: FileAnswer, _ place: String, _ file: StoredFile) throws -> Response {
    if let response = answer.response(place) { return response }
    Log.fault("file \(file.id) is gone from \(tenant.files.folder.path)")
    throw Refusal.notFound
  }

  /// The file of the path, if the person may see it at this moment.
  private func visibleFile() throws -> StoredFile {
    let id = try exchange.recordID()
    let reader = person.user.principal
    let language = exchange.language
    let file = try tenant.database.read { session in
      try FileRights(
        RecordReader(tenant: tenant, principal: reader, session: session, language: language)
      ).visible(id)
    }
    guard let file else { throw Refusal.notFound }
    return file
  }
}

/// Who may see a file: a fresh one its uploader, any other who may read its record and sees its
/// field there in full.
struct FileRights {
  private let reader: RecordReader

  init(_ reader: RecordReader) { self.reader = reader }

  /// The file with this id; nil when it is not there for the person.
  func visible(_ id: Int64) throws -> StoredFile? {
    guard let file = try FileRows.find(id, reader.session) else { return nil }
    guard let place = file.place else {
      return file.createdBy == reader.principal.user ? file : nil
    }
    guard let entity = reader.tenant.entities.first(where: { $0.table.name == place.entity }),
      let seen = try reader.seen(entity, place.record)
    else { return nil }
    if place.field.isEmpty { return file }
    guard let column = entity.table.columns.firstIndex(where: { $0.name == place.field }) else {
      return nil
    }
    return seen.sight[column] == .full ? file : nil
  }
}

extension RecordReader {
  /// The files of a field's value that the person may see, in the value's order.
  func files(_ value: Value) throws -> [PageFile] {
    let rights = FileRights(self)
    return try ItemList.items(value).compactMap { item in
      guard let id = Int64(item), let file = try rights.visible(id) else { return nil }
      return PageFile(id: id, name: file.name, size: file.size, isImage: file.pixels != nil)
    }
  }
}
