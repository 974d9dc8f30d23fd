/// A row of a result of libpq, whose values are in the binary format.
struct PostgresRow {
  private let library: Unmanaged<PostgresLibrary>
  private let result: OpaquePointer
  private let row: Int32

  init(_ library: PostgresLibrary, _ result: OpaquePointer, _ row: Int32) {
    self.library = .passUnretained(library)
    self.result = result
    self.row = row
  }

  var count: Int { library._withUnsafeGuaranteedRef { Int($0.columnCount(result)) } }

  func isBlank(_ column: Int32) -> Bool {
    library._withUnsafeGuaranteedRef { $0.cellIsNull(result, row, column) != 0 }
  }

  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    library._withUnsafeGuaranteedRef { library in
      let length = Int(library.cellLength(result, row, column))
      guard length > 0, let start = library.cell(result, row, column) else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeRawBufferPointer(start: start, count: length).assumingMemoryBound(to: UInt8.self)
    }
  }

  /// An integer of any width, or a truth value as 0 and 1: its highest byte comes first.
  func integer(_ column: Int32) -> Int64 {
    let bytes = bytes(column)
    guard let first = bytes.first else { return 0 }
    var number: Int64 = first >= 0x80 ? -1 : 0
    for byte in bytes { number = number << 8 | Int64(byte) }
    return number
  }
}
