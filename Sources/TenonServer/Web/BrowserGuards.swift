/// What every answer tells browsers, whatever made it: to guess no type, to show it in no frame, and
/// to come back by nothing but https where the operator said so.
struct BrowserGuards: Sendable {
  let isSecure: Bool

  func add(to headers: inout [(String, String)]) {
    var (hasType, hasPolicy) = (false, false)
    for (name, _) in headers {
      hasType = hasType || name == "X-Content-Type-Options"
      hasPolicy = hasPolicy || name == "Content-Security-Policy"
    }
    if !hasType { headers.append(("X-Content-Type-Options", "nosniff")) }
    if !hasPolicy {
      headers.append(("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"))
    }
    if isSecure {
      headers.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains"))
    }
  }
}
