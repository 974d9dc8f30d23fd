import CMicrohttpd
import Glibc
import TenonThreads

// The library's callbacks: plain functions, because a closure would carry an actor check that fails
// on a thread that C made.

/// A socket was accepted, or is about to be closed.
func connectionChanged(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_ConnectionNotificationCode
) {
  guard let context, let slot else { return }
  let transport = Unmanaged<Transport>.fromOpaque(context).takeUnretainedValue()
  if code.rawValue == MHD_ConnectionNotificationCode.CONNECTION_NOTIFY_STARTED.rawValue {
    let link = Link(
      socket: tenon_mhd_socket(connection), peer: SocketAddress.text(tenon_mhd_peer(connection)),
      deadline: Condition.coarseMilliseconds() + transport.configuration.requestLimit)
    transport.links.insert(link)
    slot.pointee = Unmanaged.passRetained(link).toOpaque()
  } else if let opaque = slot.pointee {
    slot.pointee = nil
    transport.links.remove(Unmanaged<Link>.fromOpaque(opaque).takeRetainedValue())
  }
}

/// A request line arrived; what is returned comes back as the request's context.
func beginRequest(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?,
  _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard
    let context, let target, let connection, let opaque = tenon_mhd_socket_context(connection)
  else { return nil }
  let transport = Unmanaged<Transport>.fromOpaque(context).takeUnretainedValue()
  let link = Unmanaged<Link>.fromOpaque(opaque).takeUnretainedValue()
  let bytes = UnsafeBufferPointer(start: target, count: strlen(target))
  let exchange = Exchange(
    transport, link, connection, bytes.withMemoryRebound(to: UInt8.self) { Array($0) })
  // The query is read by us alone. The library would keep each of its parameters in the memory of
  // the connection, and when that is full give no answer at all; it reads them after this.
  if let mark = strchr(target, 0x3F) { mark[1] = 0 }
  return Unmanaged.passRetained(exchange).toOpaque()
}

/// A step of a request: its head, a piece of its body, or its end.
func advanceRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ target: UnsafePointer<CChar>?, _ method: UnsafePointer<CChar>?,
  _ version: UnsafePointer<CChar>?, _ piece: UnsafePointer<CChar>?,
  _ pieceLength: UnsafeMutablePointer<Int>?,
  _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let opaque = slot?.pointee, let method, let target, let version, let pieceLength
  else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(opaque).takeUnretainedValue()
  let bytes = UnsafeBufferPointer(start: piece, count: piece == nil ? 0 : pieceLength.pointee)
  pieceLength.pointee = 0
  let line = RequestLine(method: method, target: target, version: version)
  return bytes.withMemoryRebound(to: UInt8.self) { exchange.advance(line, $0) }
}

/// The library is done with a request.
func completeRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_RequestTerminationCode
) {
  guard let slot, let opaque = slot.pointee else { return }
  slot.pointee = nil
  Unmanaged<Exchange>.fromOpaque(opaque).takeRetainedValue().complete()
}
