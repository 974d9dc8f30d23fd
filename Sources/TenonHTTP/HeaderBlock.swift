/// Header fields in one buffer: collecting them costs one allocation, and only what is asked for
/// becomes a `String`. An entry is: length of the name (2 bytes), of the value (4), name, value.
struct HeaderBlock: Sendable {
  private var bytes: [UInt8] = []

  private static let prefix = 6

  init() {}

  init(_ fields: [(String, String)]) {
    for (name, value) in fields {
      var name = name
      var value = value
      name.withUTF8 { name in value.withUTF8 { append(name: name, value: $0) } }
    }
  }

  mutating func append(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    if bytes.isEmpty { bytes.reserveCapacity(1_000) }
    let n = min(name.count, Int(UInt16.max))
    let v = min(value.count, Int(UInt32.max))
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: HeaderBlock.prefix) { lengths in
      lengths[0] = UInt8(truncatingIfNeeded: n)
      lengths[1] = UInt8(truncatingIfNeeded: n >> 8)
      for i in 0..<4 { lengths[2 + i] = UInt8(truncatingIfNeeded: v >> (8 * i)) }
      bytes.append(contentsOf: UnsafeBufferPointer(lengths))
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: name[..<n]))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[..<v]))
  }

  /// Passes each field to `visit` until that returns false.
  private func walk(
    _ visit: (_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    bytes.withUnsafeBufferPointer { all in
      var at = 0
      while at < all.count {
        let name = Int(all[at]) | Int(all[at + 1]) << 8
        let value =
          Int(all[at + 2]) | Int(all[at + 3]) << 8 | Int(all[at + 4]) << 16 | Int(all[at + 5]) << 24
        let start = at + HeaderBlock.prefix
        at = start + name + value
        let more = visit(
          UnsafeBufferPointer(rebasing: all[start..<start + name]),
          UnsafeBufferPointer(rebasing: all[start + name..<at]))
        guard more else { return }
      }
    }
  }

  /// Passes the value of the first field of that name to `body`; nil when there is none.
  func withValue<T>(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
    var result: T?
    var wanted = name
    wanted.withUTF8 { wanted in
      walk { name, value in
        guard equalIgnoringCase(name, wanted) else { return true }
        result = body(value)
        return false
      }
    }
    return result
  }

  /// All fields in the order sent.
  var fields: [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    walk { name, value in
      result.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
      return true
    }
    return result
  }
}

/// The lower-case form of an ASCII letter, any other byte as it is.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// Whether two names are the same when ASCII case does not count.
func equalIgnoringCase(
  _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
) -> Bool {
  guard a.count == b.count else { return false }
  for i in 0..<a.count where lowercased(a[i]) != lowercased(b[i]) { return false }
  return true
}
