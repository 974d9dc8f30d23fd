/// A path on this server with an optional query, percent-encoded (RFC 3986): the only form in
/// which a URL gets into a page.
public struct PagePath: Hashable, Sendable {
  /// ASCII, beginning with one `/`.
  public let text: String

  private init(encoded: String) { text = encoded }

  /// Takes a path that came with a request, such as the page to go back to. Nil for everything
  /// that could lead to another server (`//host`, `/\host`, a scheme) and for control characters;
  /// bytes beyond ASCII are percent-encoded.
  public init?(checking input: String) {
    var bytes = Array(input.utf8)
    guard bytes.first == 0x2F, bytes.count <= 2048 else { return nil }
    if bytes.count > 1, bytes[1] == 0x2F || bytes[1] == 0x5C { return nil }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else { return nil }
    if let hash = bytes.firstIndex(of: 0x23) { bytes.removeSubrange(hash...) }
    var out: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 && !Self.unsafe.contains(byte) {
        out.append(byte)
      } else {
        Self.append(byte, to: &out)
      }
    }
    text = String(decoding: out, as: UTF8.self)
  }

  private static let unsafe: Set<UInt8> = Set("\"<>`{}|^'".utf8)

  /// `/`.
  public static let home = PagePath(encoded: "/")
  /// `/sign-in`.
  public static let signIn = PagePath(encoded: "/sign-in")
  /// `/sign-in?back=…`: comes back to a page after signing in.
  public static func signIn(back: PagePath) -> PagePath { signIn.with([("back", back.text)]) }
  /// `/sign-out`.
  public static let signOut = PagePath(encoded: "/sign-out")
  /// `/language`.
  public static let language = PagePath(encoded: "/language")

  /// `/theme`.
  public static let theme = PagePath(encoded: "/theme")
  /// `/search`.
  public static let search = PagePath(encoded: "/search")
  /// `/offline`: what a device shows without the network.
  public static let offline = PagePath(encoded: "/offline")
  /// `/notifications`.
  public static let notifications = PagePath(encoded: "/notifications")
  /// `/notifications/read`.
  static let readNotifications = PagePath(encoded: "/notifications/read")
  /// `/audit`.
  public static let audit = PagePath(encoded: "/audit")
  /// `/me`.
  public static let profile = PagePath(encoded: "/me")
  /// `/me/password`.
  static let profilePassword = PagePath(encoded: "/me/password")
  /// `/me/sessions`.
  static let profileSessions = PagePath(encoded: "/me/sessions")
  /// The second factor of the person who is signed in, and what is posted about it.
  public static let secondFactor = PagePath(encoded: "/me/second-factor")
  static func secondFactor(_ form: String) -> PagePath {
    PagePath(encoded: "/me/second-factor/" + form)
  }
  /// Asks for the password again and goes on to another page.
  public static func confirm(back: PagePath) -> PagePath {
    confirm.with([("back", back.text)])
  }
  static let confirm = PagePath(encoded: "/me/confirm")
  static let signInCode = PagePath(encoded: "/sign-in/code")
  /// `/me/tokens`.
  public static let tokens = PagePath(encoded: "/me/tokens")
  /// `/me/tokens/{id}/revoke`.
  public static func revoke(_ token: Int64) -> PagePath {
    PagePath(encoded: tokens.text + "/" + String(token) + "/revoke")
  }

  /// `/me/deputies`.
  public static let deputies = PagePath(encoded: "/me/deputies")
  /// `/me/rights`.
  public static let rights = PagePath(encoded: "/me/rights")
  /// `/acting`: begins to act for someone.
  public static let acting = PagePath(encoded: "/acting")
  /// `/acting/end`.
  static let actingEnd = PagePath(encoded: "/acting/end")

  /// `/app/user/{id}/{part}`: a further page about a person, for administrators.
  public static func person(_ user: Int64, _ part: PersonPart) -> PagePath {
    PagePath(encoded: record("user", user).text + "/" + part.rawValue)
  }

  public enum PersonPart: String, Sendable {
    case deputies, rights, handover
    case look = "rights/look"
  }

  /// `/app/user/{id}/access`: how someone comes in, or one of its forms.
  public static func access(_ user: Int64, _ form: String = "") -> PagePath {
    PagePath(encoded: record("user", user).text + "/access" + (form.isEmpty ? "" : "/" + form))
  }

  /// `/welcome/{token}`.
  public static func welcome(_ token: String) -> PagePath {
    PagePath(encoded: "/welcome/" + encode(token))
  }

  /// `/app/{entity}`: the list in its opening state, and what a new record is posted to.
  public static func list(_ entity: String) -> PagePath {
    PagePath(encoded: "/app/" + encode(entity))
  }

  /// `/app/{entity}/new`.
  public static func new(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/new")
  }

  /// `/app/{entity}/{id}`.
  public static func record(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: list(entity).text + "/" + String(id))
  }

  /// `/app/{entity}/{id}/reveal?field=…`.
  static func reveal(_ entity: String, _ id: Int64, _ field: String) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/reveal").with([("field", field)])
  }

  /// `/app/{entity}/{id}/edit`.
  public static func edit(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/edit")
  }

  /// `/app/{entity}/{id}/shares`: with whom a record is shared.
  public static func shares(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/shares")
  }

  /// `/app/{entity}/{id}/print`: a record for paper.
  public static func paper(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/print")
  }

  /// `/app/{entity}/{id}/delete`.
  public static func delete(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/delete")
  }

  /// `/app/{entity}/-/taken`: whether a value that must occur once is there already, as JSON.
  public static func taken(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/taken")
  }

  /// `/app/{entity}/{id}/files`: what files beside the fields are posted to.
  public static func recordFiles(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/files")
  }

  /// `/app/{entity}/{id}/files/{file}/delete`.
  public static func deleteRecordFile(_ entity: String, _ id: Int64, _ file: Int64) -> PagePath {
    PagePath(encoded: recordFiles(entity, id).text + "/" + String(file) + "/delete")
  }

  /// `/app/{entity}/{id}/comments`.
  public static func comments(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/comments")
  }

  /// `/app/{entity}/{id}/comments/{comment}`: what a changed comment is posted to.
  public static func comment(_ entity: String, _ id: Int64, _ comment: Int64) -> PagePath {
    PagePath(encoded: comments(entity, id).text + "/" + String(comment))
  }

  /// `/app/{entity}/{id}/comments/{comment}/delete`.
  public static func deleteComment(_ entity: String, _ id: Int64, _ comment: Int64) -> PagePath {
    PagePath(encoded: self.comment(entity, id, comment).text + "/delete")
  }

  /// `/app/{entity}.xlsx` or `.csv`: the rows of a list as a file.
  static func file(_ entity: String, ending: String) -> PagePath {
    PagePath(encoded: "\(list(entity).text).\(ending)")
  }

  /// `/app/{entity}/-/import`: where a spreadsheet is imported.
  public static func importing(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/import")
  }

  /// `/app/{entity}/-/import/{id}`: one import.
  public static func importing(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: importing(entity).text + "/" + String(id))
  }

  /// `/app/{entity}/-/import/{id}/wrong.csv`: the rows that it left out.
  static func importedWrong(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: importing(entity, id).text + "/wrong.csv")
  }

  /// `/app/{entity}/-/pick`: suggestions for references to this entity, as JSON.
  public static func pick(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/pick")
  }

  /// `/app/{entity}/-/choose`: suggestions for a reference of this entity whose choice is
  /// limited, as JSON.
  public static func choose(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/choose")
  }

  /// `/files`: takes uploads.
  static let files = PagePath(encoded: "/files")

  /// `/files/{id}`: a download.
  public static func file(_ id: Int64) -> PagePath { PagePath(encoded: "/files/" + String(id)) }

  /// `/files/{id}?inline=1`: a picture to look at.
  static func picture(_ id: Int64) -> PagePath { file(id).with([("inline", "1")]) }

  /// `/files/{id}/thumb?size={pixels}`.
  static func thumbnail(_ id: Int64, _ size: Int) -> PagePath {
    PagePath(encoded: file(id).text + "/thumb").with([("size", String(size))])
  }

  /// `/app/{entity}/-/views`: saved views.
  static func savedViews(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/views")
  }

  /// `/app/{entity}/-/bulk`: changes of many records.
  static func bulk(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/bulk")
  }

  /// `/app/{entity}/-/undo`.
  static func undo(_ entity: String) -> PagePath {
    PagePath(encoded: list(entity).text + "/-/undo")
  }

  /// `/app/{entity}/{id}/cell`: the editor of one field.
  static func cell(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/cell")
  }

  /// `/app/{entity}/{id}/move`: to another column of a board.
  static func move(_ entity: String, _ id: Int64) -> PagePath {
    PagePath(encoded: record(entity, id).text + "/move")
  }

  /// `/assets/{name}`.
  static func asset(_ name: String) -> PagePath {
    PagePath(encoded: "/assets/" + encode(name))
  }

  /// This path with `name=value` pairs as its query; pairs with an empty value are left out.
  public func with(_ query: [(name: String, value: String)]) -> PagePath {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 64)
    out.append(contentsOf: text.utf8)
    var mark: UInt8 = 0x3F
    for (name, value) in query where !value.isEmpty {
      out.append(mark)
      Self.encode(name, to: &out)
      out.append(0x3D)
      Self.encode(value, to: &out)
      mark = 0x26
    }
    return PagePath(encoded: String(decoding: out, as: UTF8.self))
  }

  private static func encode(_ text: String) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return text }
    var out: [UInt8] = []
    encode(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Percent-encodes all but the unreserved characters of RFC 3986.
  private static func encode(_ text: String, to out: inout [UInt8]) {
    if text.utf8.allSatisfy(isUnreserved) { return out.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      if isUnreserved(byte) { out.append(byte) } else { append(byte, to: &out) }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: return true
    default: return false
    }
  }

  private static func append(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(0x25)
    out.append(hexadecimal(byte >> 4))
    out.append(hexadecimal(byte & 15))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x37 + digit
  }
}
