import Testing

@testable import TenonPages

/// Would catch a tenant's colour on which text cannot be read, in light or dark.
@Test(arguments: [
  "#0F766E", "#2f5fd0", "#FACC15", "#000000", "#ffffff", "#FF0000", "#808080", "#00ff88",
])
func everyBrandColourCanBeRead(_ text: String) throws {
  let sheet = BrandStyle(try #require(RGB(text))).sheet
  for (ground, part) in [
    ("#ffffff", sheet.prefix { $0 != "\n" }),
    ("#17181c", sheet.drop { $0 != "\n" }.dropFirst().prefix { $0 != "\n" }),
  ] {
    func colour(_ name: String) throws -> RGB {
      let value = try #require(String(part).components(after: "--\(name):"))
      return try #require(RGB(value))
    }
    #expect(try colour("on-brand").contrast(colour("brand")) >= 4.5, "\(text) \(ground)")
    #expect(try colour("brand-text").contrast(colour("brand-soft")) >= 4.5, "\(text) \(ground)")
    #expect(try colour("brand-text").contrast(RGB(ground)!) >= 4.5, "\(text) \(ground)")
    #expect(try colour("brand").contrast(RGB(ground)!) >= 2.9, "\(text) \(ground)")
  }
}

extension String {
  fileprivate func components(after text: String) -> String? {
    guard let range = firstRange(of: text) else { return nil }
    return String(self[range.upperBound...].prefix(7))
  }
}

/// Values of WCAG's own examples, to two digits.
@Test func contrastIsThatOfTheGuidelines() throws {
  let white = RGB(255, 255, 255)
  #expect(abs(white.contrast(RGB(0, 0, 0)) - 21) < 0.01)
  #expect(abs(white.contrast(RGB(119, 119, 119)) - 4.48) < 0.01)
  #expect(abs(RGB(188, 188, 188).luminance - 0.5029) < 0.001)
  #expect(RGB("0F766E") == nil && RGB("#0F766") == nil && RGB("#0F766G") == nil)
}

/// A picture of known size whose checksums hold: what an installer would refuse otherwise.
@Test func thePictureIsAPNG() throws {
  let bytes = PixelIcon(size: 192, ground: RGB(15, 118, 110)).bytes
  #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  #expect(Array(bytes[12..<24]) == Array("IHDR".utf8) + [0, 0, 0, 192, 0, 0, 0, 192])
  // The empty last chunk has a checksum that is the same in every PNG.
  #expect(bytes.suffix(8) == Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82])
}
