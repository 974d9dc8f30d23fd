import Glibc

/// HMAC-SHA-1 (RFC 2104), which authenticator apps know and libsodium has not: GnuTLS computes it,
/// which libmicrohttpd brings along, so that it is in the process already.
struct MessageDigests: Sendable {
  private typealias Compute =
    @convention(c) (
      Int32, UnsafeRawPointer?, Int, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?
    ) -> Int32

  private let compute: Compute
  /// `GNUTLS_MAC_SHA1`.
  private static let sha1: Int32 = 3

  /// Throws when the machine has no GnuTLS.
  init() throws(StartError) {
    guard let library = dlopen("libgnutls.so.30", RTLD_NOW | RTLD_LOCAL),
      let function = dlsym(library, "gnutls_hmac_fast")
    else { throw .library("libgnutls30") }
    compute = unsafeBitCast(function, to: Compute.self)
  }

  /// 20 bytes; nil when the library refuses, as a machine does that forbids SHA-1.
  func hmacSHA1(key: [UInt8], _ message: [UInt8]) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: 20)
    let result = compute(
      MessageDigests.sha1, key, key.count, message, message.count, &out)
    return result == 0 ? out : nil
  }
}
