import Glibc

/// A text as a picture that a phone's camera reads. The library is opened when someone sets up a
/// second factor; without it the secret is typed.
enum QRCode {
  /// What the library answers: its `QRcode`.
  private struct Symbol {
    let version: Int32
    let width: Int32
    let data: UnsafeMutablePointer<UInt8>?
  }
  private typealias Encode =
    @convention(c) (UnsafePointer<CChar>, Int32, Int32) -> UnsafeMutableRawPointer?
  private typealias Free = @convention(c) (UnsafeMutableRawPointer?) -> Void

  /// Rows of dark and light modules; nil without libqrencode.
  static func modules(_ text: String) -> [[Bool]]? {
    guard let library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL) else { return nil }
    defer { dlclose(library) }
    guard let encode = dlsym(library, "QRcode_encodeString8bit"),
      let free = dlsym(library, "QRcode_free")
    else { return nil }
    // The smallest version that holds the text; the second level of correction.
    guard let code = unsafeBitCast(encode, to: Encode.self)(text, 0, 1) else { return nil }
    defer { unsafeBitCast(free, to: Free.self)(code) }
    let symbol = code.assumingMemoryBound(to: Symbol.self).pointee
    guard let data = symbol.data else { return nil }
    let width = Int(symbol.width)
    return (0..<width).map { y in (0..<width).map { x in data[y * width + x] & 1 == 1 } }
  }
}
