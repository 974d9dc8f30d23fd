import Values

/// The shapes that files share: rows with name and size, and the input of a form.
enum FileLists {
  /// Writes a file's picture, or the sign of a file, with its name and size.
  static func writeFace(_ file: PageFile, into out: inout HTMLWriter) {
    if file.isImage {
      out.raw(#"<img alt="" loading="lazy" width="32" height="32""#)
      out.attribute("src", PagePath.thumbnail(file.id, 96))
      out.raw(">")
    } else {
      Icon.clip.write(into: &out)
    }
    out.raw("<span>")
    out.text(file.name)
    out.raw("</span><small>")
    out.formatted { Formats.fileSize(file.size, to: &$0) }
    out.raw("</small>")
  }

  /// Writes files in rows, each a download.
  static func write(_ files: [PageFile], into out: inout HTMLWriter) {
    out.raw(#"<ul class="files">"#)
    for file in files {
      out.raw("<li><a download")
      out.attribute("href", PagePath.file(file.id))
      out.raw(">")
      writeFace(file, into: &out)
      out.raw("</a></li>")
    }
    out.raw("</ul>")
  }

  /// Writes the input: the files that are there, each with a box to keep it, and a place for more.
  /// The script sends files as they are chosen and puts buttons in place of the boxes.
  static func writeInput(
    _ input: InputPlace, _ attributes: StaticString, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    let locale = context.locale
    out.raw(#"<div class="drop" data-files"#)
    out.attribute("data-to", PagePath.files)
    out.attribute("data-choose", locale[.chooseFiles])
    out.attribute("data-remove", locale[.removeFile])
    out.attribute("data-move", locale[.moveFile])
    out.attribute("data-failed", locale[.uploadFailed])
    if let limit = input.field.limit {
      out.attribute("data-limit", Int64(limit))
      out.attribute("data-many", locale.text(.problemTooMany, input.field.label, String(limit)))
    }
    out.raw(#"><ul class="files">"#)
    for file in input.form.files { writeKept(file, input, context, into: &out) }
    out.raw("</ul>")
    if !input.form.files.isEmpty {
      out.raw(#"<p class="help">"#)
      out.text(locale[.keepFiles])
      out.raw("</p>")
    }
    out.raw(#"<input type="file""#)
    out.raw(attributes)
    if input.field.limit != 1 { out.raw(" multiple") }
    input.writeAttributes(isChosen: true, into: &out)
    out.raw("></div>")
  }

  private static func writeKept(
    _ file: PageFile, _ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(#"<li><label><input type="checkbox" checked"#)
    out.attribute("name", input.name)
    out.attribute("value", file.id)
    out.raw(">")
    writeFace(file, into: &out)
    out.raw("</label></li>")
  }
}
