import CCmark
import Glibc

/// CommonMark as HTML, by the reference implementation.
enum Markdown {
  /// Nil when there is no memory for it. Markup in the text is left out, and so are links whose
  /// scheme could run something: the library does so unless it is told otherwise.
  static func html(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      guard
        let html = bytes.withMemoryRebound(
          to: CChar.self, { cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) })
      else { return nil }
      defer { free(html) }
      return lowered(UnsafeRawBufferPointer(start: html, count: strlen(html)))
    }
  }

  /// Headings two levels deeper, below those of the page; text has no `<` of its own.
  private static func lowered(_ html: UnsafeRawBufferPointer) -> [UInt8] {
    var result = Array(html)
    for place in html.indices.dropFirst(2) where (0x31...0x36).contains(html[place]) {
      let isTag = html[place - 1] == 0x68 && (html[place - 2] == 0x3C || html[place - 2] == 0x2F)
      if isTag, place + 1 < html.count, html[place + 1] == 0x3E {
        result[place] = min(html[place] + 2, 0x36)
      }
    }
    return result
  }
}
