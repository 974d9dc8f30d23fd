import Values

extension Pages {
  /// Writes records as cards, each with its first picture or a tile with its first character.
  static func writeGallery(
    _ page: ListPage, _ rows: [ListRow], _ images: [Int64?], _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    let body = CardBody(page, context)
    out.raw(#"<ul class="gallery">"#)
    for (row, image) in zip(rows, images) {
      out.raw("<li>")
      if let image {
        out.raw(#"<img alt="" loading="lazy" decoding="async" width="480" height="360""#)
        out.attribute("src", PagePath.thumbnail(image, 480))
        out.raw(">")
      } else {
        out.raw(#"<span class="blankshot p"#)
        out.number(row.id % 8)
        out.raw(#"" aria-hidden="true">"#)
        out.text(Frame.initial(row.title))
        out.raw("</span>")
      }
      body.write(row, into: &out)
      out.raw("</li>")
    }
    out.raw("</ul>")
  }
}
