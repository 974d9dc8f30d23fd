import CSQLite
import Values

/// The functions of expressions that SQLite lacks, by the code with which the server itself works
/// them out. They belong to a connection and never to the schema, so that any other sqlite3 can
/// read the file.
///
/// A number is a mantissa with its scale behind it: an INTEGER, or a BLOB of 16 bytes when 64 bits
/// do not hold it (see ``FunctionCall``).
public enum ExpressionFunctions {
  /// One of them: its name behind `tn_`, how many arguments it takes (−1 for any number), and what
  /// it does.
  final class Entry: Sendable {
    let name: String
    let count: Int32
    let body: @Sendable (FunctionCall) -> Void

    init(_ name: String, _ count: Int32, _ body: @escaping @Sendable (FunctionCall) -> Void) {
      self.name = name
      self.count = count
      self.body = body
    }
  }

  /// They stay as long as the program, so that connections need not own them.
  static let all: [Entry] = numbers + dates + texts

  /// Adds them to a connection; the code of the first that was refused, or `SQLITE_OK`.
  public static func register(in database: OpaquePointer) -> Int32 {
    for entry in all {
      let code = sqlite3_create_function_v2(
        database, "tn_" + entry.name, entry.count, flags,
        Unmanaged.passUnretained(entry).toOpaque(), callFunction, nil, nil, nil)
      if code != SQLITE_OK { return code }
    }
    return sqlite3_create_function_v2(
      database, "tn_sum", 1, flags, nil, nil, addToSum, finishSum, nil)
  }

  /// The same arguments give the same result, and no view, trigger or index may call them.
  private static let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
}

private func callFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let entry = sqlite3_user_data(context) else { return }
  let call = FunctionCall(context, count, values)
  Unmanaged<ExpressionFunctions.Entry>.fromOpaque(entry).takeUnretainedValue().body(call)
}

/// One call: its arguments, and where its result goes.
struct FunctionCall {
  private let context: OpaquePointer?
  private let arguments: UnsafeMutableBufferPointer<OpaquePointer?>

  init(
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    self.context = context
    arguments = UnsafeMutableBufferPointer(start: values, count: Int(count))
  }

  var count: Int { arguments.count }

  // MARK: Arguments

  func isBlank(_ index: Int) -> Bool { sqlite3_value_type(arguments[index]) == SQLITE_NULL }

  func integer(_ index: Int) -> Int64? {
    isBlank(index) ? nil : sqlite3_value_int64(arguments[index])
  }

  /// A mantissa at a scale.
  func number(_ index: Int, _ scale: UInt8) -> Fixed? {
    switch sqlite3_value_type(arguments[index]) {
    case SQLITE_INTEGER: return Fixed(Int128(sqlite3_value_int64(arguments[index])), scale)
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_value_blob(arguments[index]),
        count: Int(sqlite3_value_bytes(arguments[index])))
      return FunctionCall.unpacked(bytes).map { Fixed($0, scale) }
    default: return nil
    }
  }

  /// A mantissa with its scale behind it.
  func number(_ index: Int) -> Fixed? { number(index, scale(index + 1)) }

  func scale(_ index: Int) -> UInt8 { UInt8(clamping: sqlite3_value_int64(arguments[index])) }

  func text(_ index: Int) -> String? {
    if isBlank(index) { return nil }
    let start = sqlite3_value_text(arguments[index])
    return String(
      decoding: UnsafeBufferPointer(
        start: start, count: Int(sqlite3_value_bytes(arguments[index]))), as: UTF8.self)
  }

  /// The bytes of a text while `body` runs.
  func withUTF8(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let start = sqlite3_value_text(arguments[index])
    body(UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(arguments[index]))))
  }

  func date(_ index: Int) -> CivilDate? { CivilDate.stored(integer(index)) }

  // MARK: Results

  func giveBlank() { sqlite3_result_null(context) }

  func give(_ value: Int64?) {
    if let value { sqlite3_result_int64(context, value) } else { giveBlank() }
  }

  func give(_ value: Bool) { sqlite3_result_int(context, value ? 1 : 0) }

  func give(_ number: Fixed?) {
    guard let mantissa = number?.mantissa else { return giveBlank() }
    if let short = Int64(exactly: mantissa) { return sqlite3_result_int64(context, short) }
    give(packed: mantissa)
  }

  func give(packed mantissa: Int128) {
    FunctionCall.packed(mantissa) { bytes in
      sqlite3_result_blob(context, bytes.baseAddress, Int32(bytes.count), copied)
    }
  }

  func give(_ text: String?) {
    guard var text else { return giveBlank() }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_result_text(context, characters.baseAddress, Int32(characters.count), copied)
      }
    }
  }

  /// A text as UTF-8.
  func give(_ bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) { characters in
      sqlite3_result_text(context, characters.baseAddress, Int32(characters.count), copied)
    }
  }

  func give(_ date: CivilDate?) { give(date?.days) }

  /// Gives one of the arguments as it is; blank for none.
  func give(argument index: Int?) {
    guard let index else { return giveBlank() }
    sqlite3_result_value(context, arguments[index])
  }

  // MARK: Beyond 64 bits

  /// Sixteen bytes, the highest first and its sign turned round, so that they sort as the numbers.
  private static func packed(_ mantissa: Int128, _ body: (UnsafeRawBufferPointer) -> Void) {
    let bits = UInt128(truncatingIfNeeded: mantissa) ^ (1 << 127)
    let words = (
      UInt64(truncatingIfNeeded: bits >> 64).bigEndian, UInt64(truncatingIfNeeded: bits).bigEndian
    )
    withUnsafeBytes(of: words, body)
  }

  private static func unpacked(_ bytes: UnsafeRawBufferPointer) -> Int128? {
    guard bytes.count == 16 else { return nil }
    let high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    let low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return Int128(truncatingIfNeeded: (UInt128(high) << 64 | UInt128(low)) ^ (1 << 127))
  }
}

/// SQLite copies what it is given.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

// MARK: Sums

/// What a sum has come to, in two words: memory of SQLite's is aligned to eight bytes.
private struct RunningSum {
  var high: Int64
  var low: UInt64
}

private func addToSum(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let number = FunctionCall(context, count, values).integer(0),
    let place = sqlite3_aggregate_context(context, Int32(MemoryLayout<RunningSum>.size))
  else { return }
  let sum = place.assumingMemoryBound(to: RunningSum.self)
  let (low, carry) = sum.pointee.low.addingReportingOverflow(UInt64(bitPattern: number))
  sum.pointee.low = low
  sum.pointee.high &+= (number < 0 ? -1 : 0) &+ (carry ? 1 : 0)
}

private func finishSum(_ context: OpaquePointer?) {
  let call = FunctionCall(context, 0, nil)
  guard let place = sqlite3_aggregate_context(context, 0) else { return call.give(Fixed.zero) }
  let sum = place.assumingMemoryBound(to: RunningSum.self).pointee
  call.give(Fixed(Int128(sum.high) << 64 | Int128(sum.low), 0))
}
