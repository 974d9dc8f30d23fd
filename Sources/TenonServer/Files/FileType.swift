/// What a file is by its content. It labels a download and no more: nothing is ever opened in the
/// browser by it but images that the graphics library decoded.
///
/// A table of signatures of our own and not libmagic: that one interprets thousands of rules over
/// hostile bytes inside the server and brings an 8 MB database that has to fit the machine.
enum FileType {
  static let unknown = "application/octet-stream"

  /// How much of a file's beginning says what it is.
  static let head = 4_096

  private static let signatures: [(at: Int, mark: [UInt8], type: String)] = [
    (0, Array("%PDF-".utf8), "application/pdf"),
    (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    (0, [0x1F, 0x8B], "application/gzip"),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    (0, Array("Rar!\u{1A}\u{7}".utf8), "application/vnd.rar"),
    (4, Array("ftypheic".utf8), "image/heic"), (4, Array("ftypavif".utf8), "image/avif"),
    (4, Array("ftypqt".utf8), "video/quicktime"), (4, Array("ftyp".utf8), "video/mp4"),
    (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"), (0, Array("ID3".utf8), "audio/mpeg"),
    (0, [0xFF, 0xFB], "audio/mpeg"), (0, Array("OggS".utf8), "audio/ogg"),
    (8, Array("WAVE".utf8), "audio/wav"), (0, [0x49, 0x49, 0x2A, 0], "image/tiff"),
    (0, [0x4D, 0x4D, 0, 0x2A], "image/tiff"), (0, Array("{\\rtf".utf8), "application/rtf"),
  ]

  /// The media type of a file that begins with these bytes.
  static func mediaType(_ bytes: UnsafeRawBufferPointer) -> String {
    let reader = ByteReader(bytes)
    if reader.starts(with: [0x50, 0x4B, 3, 4]) { return archive(reader) }
    for (at, mark, type) in signatures where reader.starts(with: mark, at: at) { return type }
    return isText(bytes) ? "text/plain; charset=utf-8" : unknown
  }

  /// What a ZIP archive holds, by the names in its beginning (ECMA-376, ODF 1.3).
  private static func archive(_ reader: ByteReader) -> String {
    let office = "application/vnd.openxmlformats-officedocument."
    if reader.text(30, 8) == "mimetype" {
      for kind in ["text", "spreadsheet", "presentation"] {
        let type = "application/vnd.oasis.opendocument." + kind
        if reader.starts(with: Array(type.utf8), at: 38) { return type }
      }
    }
    let kinds = [
      ("word/", "wordprocessingml.document"), ("xl/", "spreadsheetml.sheet"),
      ("ppt/", "presentationml.presentation"),
    ]
    if reader.contains("[Content_Types].xml", within: head) {
      for (folder, type) in kinds where reader.contains(folder, within: head) {
        return office + type
      }
    }
    return "application/zip"
  }

  /// Whether the beginning is UTF-8 without control characters but those of lines and tabs.
  private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var beginning = Array(bytes.prefix(head))
    // A character that the cut goes through.
    if bytes.count > head {
      while let last = beginning.last, last & 0xC0 == 0x80 { beginning.removeLast() }
      if let last = beginning.last, last >= 0xC0 { beginning.removeLast() }
    }
    let controls: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D]
    return !beginning.isEmpty && String(validating: beginning, as: UTF8.self) != nil
      && beginning.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || controls.contains($0) }
  }
}
