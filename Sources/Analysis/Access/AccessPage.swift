import Diagnostics
import IR

extension AccessReport {
  /// The report as a page that stands by itself.
  public func html(_ sources: SourceMap) -> String {
    let title = AccessReport.escaped(heading)
    var body = "<h1>\(title)</h1>\n"
    for part in entities { body += html(part) }
    if !declassified.isEmpty {
      let items = declassified.map { item in
        "<li>\(escaped(item.label)) <code>\(escaped(item.name))</code>: \(escaped(item.reason)) "
          + "<small>\(escaped(sources.place(item.origin)))</small></li>\n"
      }
      body += "<h2>\(escaped(declassifiedHeading))</h2>\n<ul>\n\(items.joined())</ul>\n"
    }
    if !told.isEmpty {
      let items = told.map { item in
        let roles = item.unread.map { "<li>\(escaped(line($0.role, $0.fields)))</li>" }.joined()
        return "<li>\(escaped(kind(item.sink))) <code>\(escaped(item.sink.name))</code> "
          + "<small>\(escaped(sources.place(item.sink.origin)))</small><ul>\(roles)</ul></li>\n"
      }
      body += "<h2>\(escaped(toldHeading))</h2>\n<ul>\n\(items.joined())</ul>\n"
    }
    return """
      <!doctype html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>\(AccessReport.style)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static let style = """
    body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:90em;padding:0 1em}\
    table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}\
    thead th{background:#f3f4f6}small{color:#666}@media print{h2{break-after:avoid}}
    """

  private func html(_ part: EntityPart) -> String {
    var out = "<h2>\(escaped(label(part.entity))) <code>\(escaped(part.entity.name))</code></h2>\n"
    if let belonging = belonging(part.entity) { out += "<p>\(escaped(belonging))</p>\n" }
    let actions = AccessAction.allCases.map { "<th>\(escaped(words.words($0)))</th>" }.joined()
    out +=
      "<table>\n<thead><tr><th></th>\(actions)<th>\(escaped(fieldsHeading))</th></tr></thead>\n"
    for holder in part.holders {
      let cells = AccessAction.allCases.map { action in
        let rule = holder.actions[action] ?? .nothing
        return "<td>\(rule.isNothing ? "–" : escaped(words.words(rule, of: part.entity)))</td>"
      }
      let limits = lines(holder.limits, part.entity).map(escaped).joined(separator: "<br>")
      out += "<tr><th>\(escaped(words.words(holder.holder)))</th>\(cells.joined())"
      out += "<td>\(limits)</td></tr>\n"
    }
    let isOpen = part.holders.contains { $0.holder == .everyone }
    let span = AccessAction.allCases.count + 1
    let nothing = escaped(isOpen ? words.said("同所有人", "as everyone") : words.said("无", "nothing"))
    for role in part.others {
      out += "<tr><th>\(escaped(words.words(.role(role))))</th>"
      out += "<td colspan=\"\(span)\">\(nothing)</td></tr>\n"
    }
    return out + "</table>\n"
  }

  private var fieldsHeading: String { words.said("字段", "fields") }

  private func escaped(_ text: String) -> String { AccessReport.escaped(text) }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
