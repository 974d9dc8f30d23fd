/// Shows one secret of a record.
public struct RevealPage: Sendable {
  /// What the field is called.
  public var label: String
  public var secret: String
  /// The record.
  public var back: PagePath

  public init(label: String, secret: String, back: PagePath) {
    self.label = label
    self.secret = secret
    self.back = back
  }
}

extension Pages {
  /// Writes the page that shows a secret.
  public static func render(_ page: RevealPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: page.label, frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(page.label)
    out.raw(#"</h1></div><div class="page stack narrow"><section class="card">"#)
    out.raw(#"<div class="body stack"><p class="mute">"#)
    out.text(locale[.revealed])
    out.raw(#"</p><div class="row copy"><input class="input" readonly autocomplete="off""#)
    out.attribute("aria-label", page.label)
    out.attribute("value", page.secret)
    out.raw(#"><button class="button script" type="button" data-copy"#)
    out.attribute("data-done", locale[.copied])
    out.raw(">")
    out.text(locale[.copy])
    out.raw(#"</button></div><div><a class="button""#)
    out.attribute("href", page.back)
    out.raw(">")
    out.text(locale[.goBack])
    out.raw("</a></div></div></section></div>")
    Frame.close(into: &out)
  }
}
