import Glibc
import TenonHTTP

/// Where a request comes from.
enum ClientAddress {
  /// The other end; behind a proxy on this machine, which `--public-url` tells of, what the proxy
  /// says. It adds the address that it saw behind whatever the client claims.
  static func of(_ request: Request, _ site: Site) -> String {
    guard site.origin != nil, request.peer == "127.0.0.1" || request.peer == "::1",
      let last = request.header("x-forwarded-for")?.split(separator: ",").last
    else { return request.peer }
    let claimed = Text.trimmed(String(last))
    return network(claimed) == nil ? request.peer : claimed
  }

  /// What counts as one place: an address of IPv4, the first 64 bits of one of IPv6, which one
  /// household has. Nil when it is neither.
  static func network(_ address: String) -> String? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 { return address }
    var six = in6_addr()
    guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: six) { Array($0.prefix(8)) }
    return bytes.map { String($0, radix: 16) }.joined(separator: ".") + "::"
  }
}
