import CLinux
import Glibc

/// How the characters of a CSV file are written. UTF-8 is told from GB18030 by validity: text of
/// the one is next to never valid in the other.
enum CSVEncoding: String {
  case utf8 = "UTF-8"
  case utf16Little = "UTF-16LE"
  case utf16Big = "UTF-16BE"
  case gb18030 = "GB18030"

  /// Reads a file through and says how it is written, and how many bytes its mark takes.
  static func recognise(_ file: SheetFile) throws(SheetError) -> (CSVEncoding, mark: Int) {
    let head = try file.read(at: 0, most: 3)
    let marked: (CSVEncoding, mark: Int)? =
      switch head {
      case [0xEF, 0xBB, 0xBF]: (.utf8, 3)
      case _ where head.starts(with: [0xFF, 0xFE]): (.utf16Little, 2)
      case _ where head.starts(with: [0xFE, 0xFF]): (.utf16Big, 2)
      default: nil
      }
    if let marked {
      if let line = try wrongLine(file, marked.0, from: marked.mark) {
        throw .undecodable(line: line)
      }
      return marked
    }
    guard let inUTF8 = try wrongLine(file, .utf8, from: 0) else { return (.utf8, 0) }
    guard let inGB = try wrongLine(file, .gb18030, from: 0) else { return (.gb18030, 0) }
    // The file is of the encoding that holds for longer.
    throw .undecodable(line: max(inUTF8, inGB))
  }

  /// The first line that is not written so; nil when all are.
  private static func wrongLine(
    _ file: SheetFile, _ encoding: CSVEncoding, from start: Int
  ) throws(SheetError) -> Int? {
    let text = try CSVBytes(file, encoding, from: start, isChecked: false)
    var line = 1
    while true {
      let piece: [UInt8]
      do {
        piece = try text.next()
      } catch .undecodable(let further) {
        return line + further
      }
      if piece.isEmpty { return nil }
      line += piece.count { $0 == 0x0A }
    }
  }
}

/// The bytes of a CSV file in UTF-8, piece by piece.
final class CSVBytes {
  private let file: SheetFile
  private let start: Int
  private var place: Int
  /// Nil where the bytes can be taken as they are.
  private let converter: iconv_t?
  /// The beginning of a character whose rest stands in the next piece.
  private var held: [UInt8] = []

  private static let piece = 128 << 10

  /// - Parameter isChecked: the file is known to be written so.
  init(
    _ file: SheetFile, _ encoding: CSVEncoding, from start: Int, isChecked: Bool
  ) throws(SheetError) {
    self.file = file
    self.start = start
    place = start
    if isChecked && encoding == .utf8 {
      converter = nil
      return
    }
    let opened = iconv_open("UTF-8", encoding.rawValue)
    // The value of `(iconv_t) -1`.
    guard let opened, Int(bitPattern: opened) != -1 else {
      throw .missingLibrary(package: "libc6")
    }
    converter = opened
  }

  deinit { if let converter { iconv_close(converter) } }

  /// Begins anew.
  func rewind() {
    place = start
    held = []
    if let converter { iconv(converter, nil, nil, nil, nil) }
  }

  /// The next bytes; none at the end. When they are not of the encoding the error counts lines from
  /// the beginning of this piece on, from 0.
  func next() throws(SheetError) -> [UInt8] {
    var bytes = try file.read(at: place, most: CSVBytes.piece)
    place += bytes.count
    guard let converter else { return bytes }
    let isLast = bytes.isEmpty
    bytes.insert(contentsOf: held, at: 0)
    if bytes.isEmpty { return [] }
    // A byte of GB18030 or UTF-16 is at most one and a half of UTF-8.
    let room = bytes.count * 2 + 16
    var failure: Int32 = 0
    var left = 0
    let converted = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { out in
        bytes.withUnsafeMutableBufferPointer { source in
          source.withMemoryRebound(to: CChar.self) { chars in
            var from = chars.baseAddress
            var to = out.baseAddress
            var rest = chars.count
            var free = room
            if iconv(converter, &from, &rest, &to, &free) == -1 { failure = errno }
            left = rest
            count = room - free
          }
        }
      }
    }
    if failure == EILSEQ || (failure == EINVAL && isLast) {
      throw .undecodable(line: converted.count { $0 == 0x0A })
    }
    held = Array(bytes.suffix(left))
    return converted.isEmpty && !isLast ? try next() : converted
  }
}
