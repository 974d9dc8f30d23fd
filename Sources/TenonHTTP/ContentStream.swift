import CMicrohttpd

/// An answer that is made while it is sent, piece by piece, so that however long it is it never
/// lies in memory as a whole. Asked by one thread at a time; given up when its object goes.
public protocol ContentStream: AnyObject, Sendable {
  /// The next bytes; none at the end. Throws when the rest cannot be made: then the connection
  /// breaks, so that nobody takes what came for the whole.
  func next() throws -> [UInt8]
}

extension ContentStream {
  /// All that is still to come; nothing of what follows a piece that cannot be made.
  var rest: [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try? next(), !piece.isEmpty { bytes += piece }
    return bytes
  }
}

/// Gives the pieces of a stream to the library in the sizes that it asks for.
final class StreamFeed: @unchecked Sendable {
  // Only the event thread of its connection calls it.
  private let stream: any ContentStream
  private let link: Link
  private let limit: Int
  private var piece: [UInt8] = []
  private var sent = 0

  init(_ stream: any ContentStream, _ link: Link, limit: Int) {
    self.stream = stream
    self.link = link
    self.limit = limit
  }

  /// The response of the library that this feed fills; nil when there is no memory for it.
  static func response(_ feed: StreamFeed) -> OpaquePointer? {
    let kept = Unmanaged.passRetained(feed)
    let made = MHD_create_response_from_callback(
      UInt64.max, 65_536, fillFromStream, kept.toOpaque(), releaseStream)
    if made == nil { kept.release() }
    return made
  }

  fileprivate func fill(_ buffer: UnsafeMutablePointer<CChar>, _ most: Int) -> Int {
    // Who takes what comes has time for what follows.
    link.expire(after: limit)
    do {
      if sent == piece.count {
        piece = try stream.next()
        sent = 0
      }
    } catch { return -2 }
    if piece.isEmpty { return -1 }
    let count = min(most, piece.count - sent)
    piece.withUnsafeBytes { bytes in
      UnsafeMutableRawPointer(buffer).copyMemory(
        from: bytes.baseAddress! + sent, byteCount: count)
    }
    sent += count
    return count
  }
}

/// `MHD_ContentReaderCallback`: bytes written, -1 at the end, -2 when the rest cannot be had.
private func fillFromStream(
  _ feed: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?,
  _ most: Int
) -> Int {
  guard let feed, let buffer else { return -2 }
  return Unmanaged<StreamFeed>.fromOpaque(feed).takeUnretainedValue().fill(buffer, most)
}

private func releaseStream(_ feed: UnsafeMutableRawPointer?) {
  guard let feed else { return }
  Unmanaged<StreamFeed>.fromOpaque(feed).release()
}
