import Glibc

/// Takes what a file of a workbook consists of.
protocol XMLListener: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError)
  func end(_ name: XMLName) throws(SheetError)
  func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError)
}

/// The name of an element or attribute without its prefix: workbooks of all makers use the same
/// names, strict ones under another namespace.
struct XMLName {
  private let start: UnsafePointer<CChar>
  private let length: Int
  let hasPrefix: Bool

  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var end = name
    while end.pointee != 0 {
      if end.pointee == 0x3A { start = end + 1 }
      end += 1
    }
    self.start = start
    length = end - start
    hasPrefix = start != name
  }

  static func ~= (name: StaticString, value: XMLName) -> Bool { value == name }

  static func == (name: XMLName, other: StaticString) -> Bool {
    name.length == other.utf8CodeUnitCount && memcmp(name.start, other.utf8Start, name.length) == 0
  }
}

/// The attributes of an element, there as long as it is being told of.
struct XMLAttributes {
  fileprivate let list: XMLLibrary.Attributes?

  /// The bytes of an attribute's value, ended by 0.
  func bytes(_ name: StaticString, prefixed: Bool = false) -> UnsafePointer<CChar>? {
    guard var at = list else { return nil }
    while let key = at.pointee {
      let found = XMLName(key)
      if found == name && found.hasPrefix == prefixed { return at[1] }
      at += 2
    }
    return nil
  }

  func text(_ name: StaticString, prefixed: Bool = false) -> String? {
    bytes(name, prefixed: prefixed).map { String(cString: $0) }
  }

  /// A number without a sign; nil when there is none, or a larger one than a spreadsheet knows.
  func number(_ name: StaticString) -> Int? {
    guard var at = bytes(name), at.pointee != 0 else { return nil }
    var number = 0
    while at.pointee != 0 {
      guard at.pointee >= 0x30, at.pointee <= 0x39, number < 1 << 31 else { return nil }
      number = number * 10 + Int(at.pointee - 0x30)
      at += 1
    }
    return number
  }

  /// Whether an attribute says yes.
  func flag(_ name: StaticString) -> Bool {
    let value = text(name)
    return value == "1" || value == "true"
  }
}

/// Parses a file of a workbook as it comes. A document type is refused, and with it every entity.
final class XMLParser {
  private let library: XMLLibrary
  private let parser: XMLLibrary.Parser
  private let part: String
  private unowned let listener: any XMLListener
  private var failure: SheetError?
  private var depth = 0
  private var given = 0

  /// Elements within elements; workbooks have a dozen.
  private static let deepest = 100
  /// Bytes of what the parser must hold together: a tag with its attributes, a comment.
  private static let longest = 1 << 20

  init(_ part: String, _ listener: any XMLListener) throws(SheetError) {
    library = try XMLLibrary.shared()
    guard let parser = library.create(nil) else { throw .damaged(part: part) }
    self.parser = parser
    self.part = part
    self.listener = listener
    library.setData(parser, Unmanaged.passUnretained(self).toOpaque())
    library.setElements(parser, startElement, endElement)
    library.setCharacters(parser, characters)
    library.setDocumentType(parser, documentType)
  }

  deinit { library.free(parser) }

  /// Parses a whole file.
  static func parse(_ part: Archive.Part, _ listener: any XMLListener) throws(SheetError) {
    let parser = try XMLParser(part.name, listener)
    while try parser.parse(part.next()) {}
  }

  /// Parses the next piece. An empty one ends the file: then false is answered.
  func parse(_ piece: UnsafeRawBufferPointer) throws(SheetError) -> Bool {
    let isLast: Int32 = piece.isEmpty ? 1 : 0
    let isRight = library.parse(parser, piece.baseAddress, Int32(piece.count), isLast) != 0
    if let failure { throw failure }
    given += piece.count
    // What the parser holds back is copied with every piece.
    guard isRight, given - library.place(parser) <= XMLParser.longest + piece.count else {
      throw .damaged(part: part)
    }
    return !piece.isEmpty
  }

  private func note(_ body: () throws(SheetError) -> Void) {
    // The parser may have more to say after it was stopped.
    if failure != nil { return }
    do { try body() } catch { fail(error) }
  }

  private func fail(_ error: SheetError) {
    failure = error
    _ = library.stop(parser, 0)
  }

  fileprivate func start(_ name: UnsafePointer<CChar>, _ attributes: XMLLibrary.Attributes?) {
    depth += 1
    if depth > XMLParser.deepest { return fail(.damaged(part: part)) }
    note { () throws(SheetError) in
      try listener.start(XMLName(name), XMLAttributes(list: attributes))
    }
  }

  fileprivate func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    note { () throws(SheetError) in try listener.end(XMLName(name)) }
  }

  fileprivate func text(_ bytes: UnsafeRawBufferPointer) {
    note { () throws(SheetError) in try listener.text(bytes) }
  }

  fileprivate func refuseDocumentType() { fail(.documentType(part: part)) }
}

private func parser(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
  data.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: XMLLibrary.Text?, _ attributes: XMLLibrary.Attributes?
) {
  if let name { parser(data)?.start(name, attributes) }
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: XMLLibrary.Text?) {
  if let name { parser(data)?.end(name) }
}

private func characters(
  _ data: UnsafeMutableRawPointer?, _ text: XMLLibrary.Text?, _ count: Int32
) {
  parser(data)?.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
}

private func documentType(
  _ data: UnsafeMutableRawPointer?, _ name: XMLLibrary.Text?, _ system: XMLLibrary.Text?,
  _ publicName: XMLLibrary.Text?, _ hasSubset: Int32
) {
  parser(data)?.refuseDocumentType()
}
