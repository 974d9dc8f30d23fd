import Values

/// A file that the pages refer to. Its name holds a fingerprint of its bytes, so it may be cached
/// for ever.
public struct PageAsset: Sendable {
  /// `/assets/app.0123456789abcdef.css`.
  public let path: PagePath
  /// For the header `Content-Type`.
  public let contentType: StaticString
  public let bytes: [UInt8]

  init(stem: String, ending: String, contentType: StaticString, bytes: [UInt8]) {
    var print = Fingerprint()
    print.add(bytes)
    self.bytes = bytes
    self.contentType = contentType
    path = .asset("\(stem).\(print).\(ending)")
  }

  init(stem: String, ending: String, contentType: StaticString, parts: [StaticString]) {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
    }
    self.init(stem: stem, ending: ending, contentType: contentType, bytes: bytes)
  }
}

/// The assets of all pages.
public enum PageAssets {
  /// The style sheet.
  public static let style = PageAsset(
    stem: "app", ending: "css", contentType: "text/css; charset=utf-8",
    bytes: SheetText.squeezed(Style.parts))
  /// The script, an ES module.
  public static let script = PageAsset(
    stem: "app", ending: "js", contentType: "text/javascript; charset=utf-8",
    bytes: ScriptText.squeezed(Script.parts))
  /// The script of forms that follow rules, an ES module that ``script`` loads where it is needed.
  public static let rules = PageAsset(
    stem: "rules", ending: "js", contentType: "text/javascript; charset=utf-8",
    bytes: ScriptText.squeezed(RuleScript.parts))
  /// The script of pages that someone develops.
  public static let development = PageAsset(
    stem: "dev", ending: "js", contentType: "text/javascript; charset=utf-8",
    parts: [DevelopmentScript.text])
  /// The rules of an application's forms, a module that the compiler wrote.
  public static func tables(_ text: StaticString) -> PageAsset {
    PageAsset(
      stem: "forms", ending: "js", contentType: "text/javascript; charset=utf-8", parts: [text])
  }

  /// What every tenant's server answers under `/assets/`.
  public static let all = [style, script, rules]
}
