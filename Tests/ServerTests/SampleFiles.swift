import Foundation

@testable import TenonServer

/// Small files of each kind, made here or written down.
enum SampleFiles {
  /// 16 by 8 pixels, red on the left and blue on the right.
  static let jpeg = Array(
    Data(
      base64Encoded: """
        /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHB\
        YWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo\
        KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAw\
        QFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkK\
        FhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmq\
        KjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB\
        AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRob\
        HBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE\
        hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+P\
        n6/9oADAMBAAIRAxEAPwDzquAoor7Dwn/5i/8AuH/7efe+Jv8AzC/9v/8Ath//2Q==
        """)!)

  /// 16 by 8 pixels.
  static let webp = Array(
    Data(
      base64Encoded: "UklGRkAAAABXRUJQVlA4IDQAAACQAQCdASoQAAgAAUAmJaACdLoAA5gA/vij//8QI//mwP/0uD8E"
        + "f+lwf/pcDh//S4GaAAAA")!)

  /// 16 by 8 pixels.
  static let gif = Array(
    Data(
      base64Encoded: "R0lGODdhEAAIAIAAAAQCBAQC/CwAAAAAEAAIAAACE4RvoauIzNyBSyYaLMDZcv15WAEAOw==")!)

  /// The picture, to be turned like this.
  static func jpeg(orientation: UInt8) -> [UInt8] {
    let tiff: [UInt8] = [
      0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0,
      0,
    ]
    let exif = Array("Exif\0\0".utf8) + tiff
    return jpeg[..<2] + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + jpeg[2...]
  }

  /// A grey PNG whose head claims this size; the content is there only for small ones.
  static func png(_ width: Int, _ height: Int, isWhole: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += chunk("IHDR", big(width) + big(height) + [8, 0, 0, 0, 0])
    let rows = isWhole ? [UInt8](repeating: 0, count: (width + 1) * height) : []
    // Stored blocks of zlib (RFC 1950, RFC 1951).
    var packed: [UInt8] = [0x78, 0x01]
    var rest = rows[...]
    repeat {
      let part = rest.prefix(65_535)
      rest = rest.dropFirst(part.count)
      let count = UInt16(part.count)
      packed += [rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
      packed += [UInt8(~count & 255), UInt8(~count >> 8)] + part
    } while !rest.isEmpty
    var (a, b) = (1, 0)
    for byte in rows {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return bytes + chunk("IDAT", packed + big(b << 16 | a)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    var crc: UInt32 = .max
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return big(content.count) + body + big(Int(~crc))
  }

  private static func big(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) }
  }

  /// A form with files: name, file name, content.
  static func form(
    _ fields: [(String, String)], _ files: [(String, String, [UInt8])]
  ) -> (type: String, body: [UInt8]) {
    var body: [UInt8] = []
    for (name, value) in fields {
      let head = "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n"
      body += Array((head + value + "\r\n").utf8)
    }
    for (name, file, content) in files {
      let head =
        "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n"
      body += Array((head + "Content-Type: text/html\r\n\r\n").utf8) + content + [0x0D, 0x0A]
    }
    return ("multipart/form-data; boundary=XyZ", body + Array("--XyZ--\r\n".utf8))
  }
}
