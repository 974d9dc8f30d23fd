import CJansson
import TenonPages

/// A JSON document from a request, read by jansson; freed with the value.
final class JSONDocument {
  fileprivate let root: UnsafeMutablePointer<json_t>

  /// Parses bytes. Throws `malformed` with the place for what is no JSON, names a key twice, or
  /// nests too deep.
  init(_ bytes: [UInt8]) throws(Refusal) {
    // The library reads nothing from a null pointer.
    let bytes = bytes.isEmpty ? [0x20] : bytes
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES)
    let parsed = bytes.withUnsafeBytes { buffer in
      json_loadb(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, flags, &error)
    }
    guard let parsed else {
      throw .malformed(
        Words2(
          zh: "请求正文不是有效的 JSON（第 \(error.line) 行，第 \(error.column) 列）。",
          en: "The body is not valid JSON (line \(error.line), column \(error.column))."))
    }
    root = parsed
  }

  deinit { json_decref(root) }

  /// The members of the object that the document is. Throws `malformed` for anything else.
  func members() throws(Refusal) -> [JSONInput.Member] {
    guard case .object(let members) = JSONInput(root, depth: 0) else {
      throw .malformed(
        Words2(zh: "请求正文应是一个 JSON 对象。", en: "The body must be one JSON object."))
    }
    return members
  }
}

/// One value of a request's JSON.
enum JSONInput {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number with a point or exponent, as the shortest text that reads back the same.
  case number(String)
  case string(String)
  case array([JSONInput])
  /// In the order sent.
  case object([Member])
  /// What lies deeper than anything that is asked for.
  case tooDeep

  struct Member {
    let name: String
    let value: JSONInput
  }

  private static let depthLimit = 6

  fileprivate init(_ value: UnsafeMutablePointer<json_t>, depth: Int) {
    switch value.pointee.type {
    case JSON_NULL: self = .null
    case JSON_TRUE: self = .bool(true)
    case JSON_FALSE: self = .bool(false)
    case JSON_INTEGER: self = .integer(json_integer_value(value))
    case JSON_REAL: self = .number(json_real_value(value).description)
    case JSON_STRING:
      let bytes = UnsafeBufferPointer(
        start: json_string_value(value), count: json_string_length(value))
      self = .string(
        bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) })
    case JSON_ARRAY where depth < JSONInput.depthLimit:
      self = .array(
        (0..<json_array_size(value)).compactMap { index in
          json_array_get(value, index).map { JSONInput($0, depth: depth + 1) }
        })
    case JSON_OBJECT where depth < JSONInput.depthLimit:
      self = .object(JSONInput.members(value, depth: depth + 1))
    default: self = .tooDeep
    }
  }

  private static func members(
    _ object: UnsafeMutablePointer<json_t>, depth: Int
  ) -> [Member] {
    var members: [Member] = []
    var iterator = json_object_iter(object)
    while let current = iterator {
      if let key = json_object_iter_key(current), let value = json_object_iter_value(current) {
        members.append(Member(name: String(cString: key), value: JSONInput(value, depth: depth)))
      }
      iterator = json_object_iter_next(object, current)
    }
    return members
  }

  /// The items, if it is an array.
  var items: [JSONInput]? {
    if case .array(let items) = self { return items }
    return nil
  }

  /// The text, if it is one.
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }
}

extension FieldShape {
  /// The stored value of a JSON value, nil when it is not of this field's form. Decimals come as
  /// strings, so that no digit is lost on the way; a JSON number is taken while its 15 digits are
  /// certain.
  func value(ofJSON input: JSONInput) -> Value? {
    switch (input, storage) {
    case (.null, _): return .blank
    case (.array(let items), .list):
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? list(texts, byName: true) : nil
    case (.bool(let flag), .boolean): return Value(flag)
    case (.integer(let number), .integer), (.integer(let number), .scaled),
      (.integer(let number), .reference):
      return storage.parse(String(number))
    case (.number(let text), .scaled):
      guard text.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) <= 15 else { return nil }
      return storage.parse(text)
    case (.string, .boolean), (.string, .integer), (.string, .reference), (.string, .list):
      return nil
    case (.string(let text), _): return value(ofWire: text)
    default: return nil
    }
  }
}
