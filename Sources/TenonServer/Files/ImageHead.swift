/// The head of a raster image, read by its own bytes: the form, the size that it claims, and how it
/// is to be turned. Claims only: an image is what the graphics library then decodes.
struct ImageHead: Equatable {
  enum Form: String {
    case png, jpeg, gif, webp

    var mediaType: String { "image/" + rawValue }
  }

  let form: Form
  /// As stored, before it is turned.
  let width: Int
  let height: Int
  /// Exif's orientation, 1 to 8.
  var orientation = 1

  /// Reads the head; nil when the bytes are no image of these forms.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let reader = ByteReader(bytes)
    guard
      let found = ImageHead.png(reader) ?? ImageHead.gif(reader) ?? ImageHead.webp(reader)
        ?? ImageHead.jpeg(reader)
    else { return nil }
    self = found
  }

  private init?(_ form: Form, _ width: Int, _ height: Int) {
    guard width > 0, height > 0 else { return nil }
    self.form = form
    self.width = width
    self.height = height
  }

  /// Width and height as the image is looked at.
  var turnedSize: (width: Int, height: Int) {
    orientation >= 5 ? (height, width) : (width, height)
  }

  private static func png(_ reader: ByteReader) -> ImageHead? {
    guard reader.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      reader.text(12, 4) == "IHDR", let width = reader.big32(16), let height = reader.big32(20)
    else { return nil }
    return ImageHead(.png, width, height)
  }

  private static func gif(_ reader: ByteReader) -> ImageHead? {
    guard let mark = reader.text(0, 6), mark == "GIF87a" || mark == "GIF89a",
      let width = reader.little16(6), let height = reader.little16(8)
    else { return nil }
    return ImageHead(.gif, width, height)
  }

  private static func webp(_ reader: ByteReader) -> ImageHead? {
    guard reader.text(0, 4) == "RIFF", reader.text(8, 4) == "WEBP" else { return nil }
    switch reader.text(12, 4) {
    case "VP8X":
      guard let width = reader.little24(24), let height = reader.little24(27) else { return nil }
      return ImageHead(.webp, width + 1, height + 1)
    case "VP8L":
      guard reader.byte(20) == 0x2F, let low = reader.little16(21), let high = reader.little16(23)
      else { return nil }
      let bits = high << 16 | low
      return ImageHead(.webp, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8 ":
      guard reader.starts(with: [0x9D, 0x01, 0x2A], at: 23), let width = reader.little16(26),
        let height = reader.little16(28)
      else { return nil }
      return ImageHead(.webp, width & 0x3FFF, height & 0x3FFF)
    default: return nil
    }
  }

  /// Walks the segments up to the one with the size (ITU T.81, B.1).
  private static func jpeg(_ reader: ByteReader) -> ImageHead? {
    guard reader.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var at = 2
    var orientation = 1
    while reader.byte(at) == 0xFF, let marker = reader.byte(at + 1) {
      if marker == 0xFF {
        at += 1
        continue
      }
      guard let length = reader.big16(at + 2), length >= 2 else { return nil }
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = reader.big16(at + 5), let width = reader.big16(at + 7),
          var head = ImageHead(.jpeg, width, height)
        else { return nil }
        head.orientation = orientation
        return head
      case 0xE1:
        if let found = exif(reader, at + 4, at + 2 + length) { orientation = found }
      case 0xD8, 0xD9, 0xDA: return nil
      default: break
      }
      at += 2 + length
    }
    return nil
  }

  /// The orientation in a segment with Exif: a TIFF directory whose entries have 12 bytes.
  private static func exif(_ reader: ByteReader, _ start: Int, _ end: Int) -> Int? {
    guard reader.text(start, 4) == "Exif" else { return nil }
    let tiff = start + 6
    let isLittle = reader.text(tiff, 2) == "II"
    func number16(_ at: Int) -> Int? { isLittle ? reader.little16(at) : reader.big16(at) }
    func number32(_ at: Int) -> Int? { isLittle ? reader.little32(at) : reader.big32(at) }
    guard number16(tiff + 2) == 42, let directory = number32(tiff + 4),
      directory < end - tiff, let count = number16(tiff + directory)
    else { return nil }
    for entry in 0..<count {
      let at = tiff + directory + 2 + 12 * entry
      guard at + 12 <= end else { return nil }
      if number16(at) == 0x0112, let value = number16(at + 8), (1...8).contains(value) {
        return value
      }
    }
    return nil
  }
}

/// Reads numbers and marks at places of a file; nil beyond its end.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  func byte(_ at: Int) -> Int? { bytes.indices.contains(at) ? Int(bytes[at]) : nil }

  func big16(_ at: Int) -> Int? { number(at, [1, 0]) }
  func big32(_ at: Int) -> Int? { number(at, [3, 2, 1, 0]) }
  func little16(_ at: Int) -> Int? { number(at, [0, 1]) }
  func little24(_ at: Int) -> Int? { number(at, [0, 1, 2]) }
  func little32(_ at: Int) -> Int? { number(at, [0, 1, 2, 3]) }

  private func number(_ at: Int, _ shifts: [Int]) -> Int? {
    guard at >= 0, at <= bytes.count - shifts.count else { return nil }
    var result = 0
    for (offset, shift) in shifts.enumerated() { result |= Int(bytes[at + offset]) << (8 * shift) }
    return result
  }

  func starts(with mark: [UInt8], at start: Int = 0) -> Bool {
    start + mark.count <= bytes.count && bytes[start...].starts(with: mark)
  }

  /// Whether a text stands in the first `count` bytes.
  func contains(_ text: String, within count: Int) -> Bool {
    let mark = Array(text.utf8)
    let last = min(count, bytes.count) - mark.count
    return last >= 0 && (0...last).contains { starts(with: mark, at: $0) }
  }

  /// `count` bytes as Latin text.
  func text(_ at: Int, _ count: Int) -> String? {
    guard at >= 0, at <= bytes.count - count else { return nil }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }
}
