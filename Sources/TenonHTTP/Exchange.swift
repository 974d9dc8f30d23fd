import CMicrohttpd
import Glibc
import Synchronization

/// One request on its connection, from its first line to the end of its answer. The library holds
/// it and calls it on the connection's one thread; only `settle` may come from another.
final class Exchange: ResponseSink, @unchecked Sendable {
  private enum Stage {
    case head, body
    /// Refused while the client still sends: read on for a moment and throw away, because
    /// closing at once would take the answer from the client's hands.
    case lingering
    /// With the application.
    case resting
    case answered
  }

  private enum Answer {
    case none, awaited
    case given(Response)
    case over
  }

  private let transport: Transport
  private let link: Link
  private let connection: OpaquePointer
  private let target: [UInt8]
  private var method = Method.get
  private var headers = HeaderBlock()
  private var body: [UInt8] = []
  /// Takes the body instead when it is an upload.
  private var upload: IncomingUpload?
  private var stage = Stage.head
  private let answer = Mutex(Answer.none)

  private static let lingerLimit = 1_000

  init(_ transport: Transport, _ link: Link, _ connection: OpaquePointer, _ target: [UInt8]) {
    self.transport = transport
    self.link = link
    self.connection = connection
    self.target = target
    transport.live.add(1, ordering: .relaxed)
    link.expire(after: transport.configuration.requestLimit)
  }

  /// The library's call: after the head, for each piece of the body, and at the end of the request;
  /// there again when the connection wakes. `NO` closes the connection.
  func advance(_ line: RequestLine, _ piece: UnsafeBufferPointer<UInt8>) -> MHD_Result {
    switch stage {
    case .head: return receiveHead(line)
    case .body: return piece.isEmpty ? dispatch() : receive(piece)
    case .lingering: return piece.isEmpty ? .NO : .YES
    case .resting: return wake()
    case .answered: return .YES
    }
  }

  private func receiveHead(_ line: RequestLine) -> MHD_Result {
    guard let method = Method(parsing: String(cString: line.method)) else {
      let allow = Method.allCases.map(\.text).joined(separator: ", ")
      return queue(.problem(405, headers: [("Allow", allow)]))
    }
    var check = HeadCheck(line, target: target)
    _ = withUnsafeMutablePointer(to: &check) {
      MHD_get_connection_values_n(connection, .HEADER_KIND, collectHeader, $0)
    }
    check.finish(end: UInt(bitPattern: line.method) + UInt(tenon_mhd_head_size(connection)))
    self.method = method
    headers = check.headers
    stage = .body
    if method == .post, check.refusal(method, bodyLimit: .max) == nil,
      let request = Request(
        method: method, target: target, headers: headers, body: [], peer: link.peer)
    {
      upload = IncomingUpload(request, transport)
    }
    let limit = upload?.limits.requestSize ?? transport.configuration.bodyLimit
    switch check.refusal(method, bodyLimit: limit) {
    case nil: break
    case 413 where !check.expectsContinue: return refuseWhileReceiving(413)
    case let status?: return queue(.problem(status))
    }
    if upload == nil, let length = check.bodyLength { body.reserveCapacity(Int(length)) }
    return .YES
  }

  private func receive(_ piece: UnsafeBufferPointer<UInt8>) -> MHD_Result {
    if upload != nil {
      do {
        if let wait = try upload?.receive(piece) { link.expire(after: wait) }
        return .YES
      } catch { return refuseWhileReceiving(error.status) }
    }
    if body.count + piece.count > transport.configuration.bodyLimit {
      return refuseWhileReceiving(413)
    }
    body.append(contentsOf: piece)
    return .YES
  }

  /// Refuses in the middle of a body, where the library has no place for an answer: nothing else
  /// has been or will be written for this request.
  private func refuseWhileReceiving(_ status: Int) -> MHD_Result {
    let request = Request(
      method: method, target: target, headers: headers, body: [], peer: link.peer)
    let response =
      status == 413
      ? request.map(transport.handler.tooLarge) ?? .problem(413) : .problem(status)
    var bytes = Array("HTTP/1.1 \(status) \(Response.reason(status))\r\nConnection: close\r\n".utf8)
    for (name, value) in response.headers { bytes += Array("\(name): \(value)\r\n".utf8) }
    bytes += Array("Content-Length: \(response.body.count)\r\n\r\n".utf8) + response.body
    guard send(link.socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    else { return .NO }
    shutdown(link.socket, Int32(SHUT_WR))
    body = []
    upload = nil
    stage = .lingering
    link.expire(after: min(Exchange.lingerLimit, transport.configuration.requestLimit))
    return .YES
  }

  private func dispatch() -> MHD_Result {
    guard
      var request = Request(
        method: method, target: target, headers: headers, body: body, peer: link.peer)
    else { return queue(.problem(400)) }
    if let upload {
      do { request.upload = try upload.receiver.finish() } catch {
        return queue(.problem(error.status))
      }
      self.upload = nil
    }
    // Counted before the flag is read: a stop that sees no work after it set the flag knows that
    // none will come.
    transport.working.add(1, ordering: .sequentiallyConsistent)
    guard !transport.draining.load(ordering: .sequentiallyConsistent) else {
      defer { transport.working.subtract(1, ordering: .sequentiallyConsistent) }
      return queue(.problem(503, headers: [("Retry-After", "5")]))
    }
    switch transport.handler.handle(request) {
    case .now(let response):
      defer { transport.working.subtract(1, ordering: .sequentiallyConsistent) }
      return queue(response)
    case .later(let start):
      body = []
      stage = .resting
      // An answer counts from here on: the library forgets a resume that comes before its suspend.
      MHD_suspend_connection(connection)
      answer.withLock { $0 = .awaited }
      link.rest(self)
      start(Responder(self))
      return .YES
    }
  }

  /// Called in any thread. After the library is told to resume, the connection may be gone.
  func settle(_ response: @autoclosure () -> Response) -> Bool {
    let first = answer.withLock { answer in
      guard case .awaited = answer else { return false }
      answer = .given(response())
      return true
    }
    if first { MHD_resume_connection(connection) }
    return first
  }

  private func wake() -> MHD_Result {
    let response = answer.withLock { answer -> Response? in
      guard case .given(let response) = answer else { return nil }
      answer = .over
      return response
    }
    guard let response else { return .YES }
    leaveRest()
    link.expire(after: transport.configuration.requestLimit)
    return queue(response)
  }

  private func leaveRest() {
    stage = .answered
    link.rest(nil)
    transport.working.subtract(1, ordering: .sequentiallyConsistent)
  }

  /// The library is done with the request, answered or not.
  func complete() {
    if stage == .resting {
      answer.withLock { $0 = .over }
      leaveRest()
    }
    transport.live.subtract(1, ordering: .sequentiallyConsistent)
    link.expire(after: transport.configuration.idleLimit)
  }

  /// Hands the answer to the library. An answer that can not be sent (a line break in a header, a
  /// status that is none) is a fault of the application and becomes 500.
  private func queue(_ response: Response) -> MHD_Result {
    stage = .answered
    var status = response.status
    var made = (200...599).contains(status) ? make(response) : nil
    if made == nil {
      status = 500
      made = make(.problem(500))
    }
    guard let made else { return .NO }
    defer { MHD_destroy_response(made) }
    return MHD_queue_response(connection, UInt32(status), made)
  }

  private func make(_ response: Response) -> OpaquePointer? {
    let made: OpaquePointer?
    switch response.content {
    case .bytes(let bytes):
      made = bytes.withUnsafeBytes {
        MHD_create_response_from_buffer(
          $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .block(let block):
      let bytes = block.bytes
      let kept = Unmanaged.passRetained(block as AnyObject)
      made = MHD_create_response_from_buffer_with_free_callback_cls(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), releaseBlock,
        kept.toOpaque())
      if made == nil { kept.release() }
    case .asset(let text):
      made = MHD_create_response_from_buffer(
        text.utf8CodeUnitCount, UnsafeMutableRawPointer(mutating: text.utf8Start),
        .RESPMEM_PERSISTENT)
    case .file(let file):
      // A slow reader of a large file gets the time that 16 kB a second take.
      link.expire(after: transport.configuration.requestLimit + file.size / 16)
      // The library closes what it is given.
      made = MHD_create_response_from_fd_at_offset64(
        UInt64(file.size), fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0), UInt64(file.offset))
    case .stream(let stream):
      made = StreamFeed.response(
        StreamFeed(stream, link, limit: transport.configuration.requestLimit))
    }
    guard let made else { return nil }
    for (name, value) in response.headers {
      let added = name.withCString { name in
        value.withCString { MHD_add_response_header(made, name, $0) }
      }
      if added == .NO {
        MHD_destroy_response(made)
        return nil
      }
    }
    if transport.draining.load(ordering: .relaxed) {
      MHD_add_response_header(made, "Connection", "close")
    }
    return made
  }
}

/// The library is done with the bytes of a block.
private func releaseBlock(_ block: UnsafeMutableRawPointer?) {
  guard let block else { return }
  Unmanaged<AnyObject>.fromOpaque(block).release()
}
