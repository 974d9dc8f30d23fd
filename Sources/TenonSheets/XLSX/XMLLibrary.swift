import Glibc

/// The functions of expat (https://libexpat.github.io) that read the files of a workbook;
/// opened when one comes.
final class XMLLibrary: Sendable {
  typealias Parser = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Attributes = UnsafePointer<Text?>
  typealias Start = @convention(c) (UnsafeMutableRawPointer?, Text?, Attributes?) -> Void
  typealias End = @convention(c) (UnsafeMutableRawPointer?, Text?) -> Void
  typealias Characters = @convention(c) (UnsafeMutableRawPointer?, Text?, Int32) -> Void
  typealias DocumentType =
    @convention(c) (UnsafeMutableRawPointer?, Text?, Text?, Text?, Int32) -> Void

  typealias Create = @convention(c) (Text?) -> Parser?
  typealias Free = @convention(c) (Parser) -> Void
  typealias Parse = @convention(c) (Parser, UnsafeRawPointer?, Int32, Int32) -> Int32
  typealias Stop = @convention(c) (Parser, UInt8) -> Int32
  typealias Place = @convention(c) (Parser) -> Int
  typealias SetData = @convention(c) (Parser, UnsafeMutableRawPointer?) -> Void
  typealias SetElements = @convention(c) (Parser, Start?, End?) -> Void
  typealias SetCharacters = @convention(c) (Parser, Characters?) -> Void
  typealias SetDocumentType = @convention(c) (Parser, DocumentType?) -> Void

  let create: Create
  let free: Free
  let parse: Parse
  let stop: Stop
  let place: Place
  let setData: SetData
  let setElements: SetElements
  let setCharacters: SetCharacters
  let setDocumentType: SetDocumentType

  private static let opened: XMLLibrary? = {
    DynamicLibrary.open("libexpat.so.1").flatMap(XMLLibrary.init)
  }()

  /// The library; an error that names its package when the machine has none.
  static func shared() throws(SheetError) -> XMLLibrary {
    guard let opened else { throw .missingLibrary(package: "libexpat1") }
    return opened
  }

  private init?(_ library: DynamicLibrary) {
    guard let create = library.function("XML_ParserCreate", Create.self),
      let free = library.function("XML_ParserFree", Free.self),
      let parse = library.function("XML_Parse", Parse.self),
      let stop = library.function("XML_StopParser", Stop.self),
      let place = library.function("XML_GetCurrentByteIndex", Place.self),
      let setData = library.function("XML_SetUserData", SetData.self),
      let setElements = library.function("XML_SetElementHandler", SetElements.self),
      let setCharacters = library.function("XML_SetCharacterDataHandler", SetCharacters.self),
      let setDocumentType = library.function(
        "XML_SetStartDoctypeDeclHandler", SetDocumentType.self)
    else { return nil }
    self.create = create
    self.free = free
    self.parse = parse
    self.stop = stop
    self.place = place
    self.setData = setData
    self.setElements = setElements
    self.setCharacters = setCharacters
    self.setDocumentType = setDocumentType
  }
}
