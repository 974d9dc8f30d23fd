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
  func members() throws(Refusal) -> [(name: String, value: JSONInput)] {
    guard root.pointee.type == JSON_OBJECT else {
      throw .malformed(
        Words2(zh: "请求正文应是一个 JSON 对象。", en: "The body must be one JSON object."))
    }
    var members: [(name: String, value: JSONInput)] = []
    var iterator = json_object_iter(root)
    while let current = iterator {
      if let key = json_object_iter_key(current), let value = json_object_iter_value(current) {
        members.append((String(cString: key), JSONInput(value)))
      }
      iterator = json_object_iter_next(root, current)
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
  /// An array of texts.
  case texts([String])
  /// An object or another array: no field of today takes one.
  case nested

  fileprivate init(_ value: UnsafeMutablePointer<json_t>) {
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
    case JSON_ARRAY: self = JSONInput.texts(value).map(JSONInput.texts) ?? .nested
    default: self = .nested
    }
  }

  /// The items of an array of texts; nil for any other array.
  private static func texts(_ array: UnsafeMutablePointer<json_t>) -> [String]? {
    var items: [String] = []
    for index in 0..<json_array_size(array) {
      guard let item = json_array_get(array, index),
        case .string(let text) = JSONInput(item)
      else { return nil }
      items.append(text)
    }
    return items
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
    case (.texts(let items), .list): return list(items, byName: true)
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

extension RecordInput {
  /// The fields of a JSON object. Throws `malformed` for names that no field has or that nobody
  /// may write: a request that means something else is not half understood.
  init(_ document: JSONDocument, _ entity: EntityModel) throws(Refusal) {
    self.init(entity)
    for (name, value) in try document.members() {
      guard let index = entity.meta.shape.fields.firstIndex(where: { $0.name == name }),
        entity.meta.shape.fields[index].presence != .automatic
      else {
        throw .malformed(
          Words2(zh: "没有可写的字段“\(name)”。", en: "There is no field `\(name)` to write."))
      }
      let column = SystemColumn.count + index
      let shape = entity.meta.shape.fields[index]
      if let parsed = shape.value(ofJSON: value) {
        values[column] = parsed
      } else {
        refuse(column, shape.options.isEmpty ? .malformed : .unknown)
      }
    }
  }
}
