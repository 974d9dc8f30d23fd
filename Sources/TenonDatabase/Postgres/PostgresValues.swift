import Query
import Values

/// The values of one statement as libpq takes them: the room is kept from statement to statement.
struct PostgresValues {
  private var bytes: [UInt8] = []
  private var places: [Int] = []
  private var pointers: [UnsafePointer<CChar>?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var types: [UInt32] = []

  /// How many values one statement may have: its count is two bytes of the protocol.
  static let limit = 65_535

  mutating func set(_ values: [Value]) throws(DatabaseError) {
    if values.count > PostgresValues.limit {
      throw .statement("\(values.count) values, \(PostgresValues.limit) at most")
    }
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    types.removeAll(keepingCapacity: true)
    for value in values { add(value) }
    while formats.count < values.count { formats.append(PostgresLibrary.Code.binary) }
    // So that even an empty text has an address.
    bytes.append(0)
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .blank:
      places.append(-1)
      lengths.append(0)
      // The server finds the type where the value stands.
      types.append(0)
    case .integer(let number):
      places.append(bytes.count)
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
      lengths.append(8)
      types.append(PostgresLibrary.Code.bigint)
    case .text(let text):
      places.append(bytes.count)
      // PostgreSQL keeps no U+0000, and no stored text holds it or the next one: to compare with
      // one is to compare with the other.
      bytes.append(contentsOf: text.utf8.lazy.map { $0 == 0 ? 1 : $0 })
      lengths.append(Int32(bytes.count - places[places.count - 1]))
      types.append(PostgresLibrary.Code.text)
    }
  }

  /// What libpq wants of the values.
  struct View {
    let count: Int32
    let types: UnsafePointer<UInt32>?
    let pointers: PostgresLibrary.Texts?
    let lengths: PostgresLibrary.Numbers?
    let formats: PostgresLibrary.Numbers?
  }

  mutating func withView<R>(_ body: (View) -> R) -> R {
    var pointers: [UnsafePointer<CChar>?] = []
    swap(&pointers, &self.pointers)
    defer { swap(&pointers, &self.pointers) }
    pointers.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBytes { bytes in
      for place in places {
        let start = place < 0 ? nil : bytes.baseAddress?.advanced(by: place)
        pointers.append(start?.assumingMemoryBound(to: CChar.self))
      }
      return pointers.withUnsafeBufferPointer { pointers in
        types.withUnsafeBufferPointer { types in
          lengths.withUnsafeBufferPointer { lengths in
            formats.withUnsafeBufferPointer { formats in
              body(
                View(
                  count: Int32(pointers.count), types: types.baseAddress,
                  pointers: pointers.baseAddress, lengths: lengths.baseAddress,
                  formats: formats.baseAddress))
            }
          }
        }
      }
    }
  }
}
