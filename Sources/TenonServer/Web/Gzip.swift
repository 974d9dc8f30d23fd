import CZlib
import Synchronization
import TenonHTTP

/// Packs answers (RFC 1952).
enum Gzip {
  /// What is shorter gains nothing.
  static let least = 1_024

  /// Whether the answer to a request may be packed.
  ///
  /// The length of a packed answer tells whether what an attacker put into a request stands in the
  /// answer too (BREACH). So what another site made a browser ask for goes out as it is; a browser
  /// that does not say who made it ask is not trusted either. Programs send no cookie by
  /// themselves.
  static func isWelcome(_ request: Request) -> Bool {
    guard let accepted = request.header("accept-encoding"), isAmong(accepted) else { return false }
    if request.header("cookie") == nil { return true }
    let site = request.header("sec-fetch-site")
    return site == "same-origin" || site == "none"
  }

  /// Whether gzip is in a list of codings with a weight other than zero (RFC 9110 §12.5.3).
  static func isAmong(_ codings: String) -> Bool {
    for part in codings.split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = words.first, name == "gzip" || name == "x-gzip" else { continue }
      return !words.dropFirst().contains {
        $0.hasPrefix("q=") && Double($0.dropFirst(2)) ?? 0 == 0
      }
    }
    return false
  }

  private static let types = [
    "text/", "application/json", "application/problem+json", "image/svg+xml",
  ]

  /// The answer, packed when that is welcome and worth it. One with a strong tag stays as it is:
  /// the tag names these very bytes.
  static func packed(_ response: Response, _ isWelcome: Bool) -> Response {
    guard response.length > least,
      response.header("content-encoding") == nil, let type = response.header("content-type"),
      types.contains(where: type.hasPrefix), response.header("etag")?.hasPrefix("W/") ?? true
    else { return response }
    var response = response
    response.headers.append(("Vary", "Accept-Encoding"))
    guard isWelcome else { return response }
    let packed: [UInt8]?
    switch response.content {
    case .bytes(let bytes): packed = bytes.withUnsafeBufferPointer { pack($0, .quick) }
    case .block(let block): packed = pack(block.bytes, .quick)
    case .asset, .file, .stream: return response
    }
    guard let packed else { return response }
    response.headers.append(("Content-Encoding", "gzip"))
    response.content = .bytes(packed)
    return response
  }

  /// How much work is worth it.
  enum Effort: Hashable {
    /// For answers made anew each time: fixed codes take half the time of the best ones and leave
    /// a tenth more.
    case quick
    /// For what is packed once.
    case thorough

    fileprivate var level: Int32 { self == .quick ? 1 : 9 }
    fileprivate var strategy: Int32 { self == .quick ? Z_FIXED : Z_DEFAULT_STRATEGY }
  }

  /// The bytes in gzip; nil when the library has no memory.
  static func pack(_ bytes: UnsafeBufferPointer<UInt8>, _ effort: Effort) -> [UInt8]? {
    guard let deflater = deflaters.withLock({ $0[effort]?.popLast() }) ?? Deflater(effort) else {
      return nil
    }
    let packed = deflater.pack(bytes)
    deflaters.withLock { $0[effort, default: []].append(deflater) }
    return packed
  }

  /// Those at rest: making one costs as much as packing a short answer.
  private static let deflaters = Mutex<[Effort: [Deflater]]>([:])
}

/// A stream of zlib, used again and again by one thread at a time.
private final class Deflater: @unchecked Sendable {
  private let stream: UnsafeMutablePointer<z_stream>

  init?(_ effort: Gzip.Effort) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if tenon_gzip_init(stream, effort.level, effort.strategy) != Z_OK {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func pack(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard deflateReset(stream) == Z_OK else { return nil }
    let limit = Int(deflateBound(stream, UInt(input.count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: limit) { out, count in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      stream.pointee.next_out = out.baseAddress
      stream.pointee.avail_out = UInt32(limit)
      isWhole = deflate(stream, Z_FINISH) == Z_STREAM_END
      count = limit - Int(stream.pointee.avail_out)
    }
    return isWhole ? packed : nil
  }
}
