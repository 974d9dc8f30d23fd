import TenonHTTP
import TenonPages

extension Response {
  /// Goes on to another page with GET (303, RFC 9110 §15.4.4): `fragment` is a place of it,
  /// `cookie` the value of a Set-Cookie.
  static func seeOther(
    _ path: PagePath, fragment: String? = nil, cookie: String? = nil
  ) -> Response {
    let place = fragment.map { "#" + $0 } ?? ""
    var headers = [("Location", path.text + place), ("Cache-Control", "no-store")]
    if let cookie { headers.append(("Set-Cookie", cookie)) }
    return Response(status: 303, headers: headers)
  }
}
