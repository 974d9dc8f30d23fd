import Synchronization
import TenonHTTP
import TenonPages

/// Files that never change while the server runs, packed once.
struct PackedFiles: Sendable {
  /// By path.
  let assets: [String: (contentType: StaticString, file: PackedFile)]
  /// The API document.
  let document: PackedFile

  init(_ application: any TenantApplication.Type, _ assets: [PageAsset]) {
    self.assets = Dictionary(
      uniqueKeysWithValues: assets.map {
        ($0.path.text, ($0.contentType, PackedFile($0.bytes)))
      })
    document = PackedFile(Array(application.openAPI.description.utf8))
  }
}

/// A file as it is and in gzip.
final class PackedFile: Sendable {
  private let plain: [UInt8]
  /// Packed when somebody first wants it: all of them together took 40 ms of the start.
  private let packing = Mutex<[UInt8]?>(nil)
  private let tag: String

  init(_ bytes: [UInt8]) {
    plain = bytes
    var print = Fingerprint()
    print.add(bytes)
    tag = "W/\"\(print)\""
  }

  private var packed: [UInt8]? {
    guard plain.count > Gzip.least else { return nil }
    return packing.withLock { packed in
      if packed == nil {
        packed = plain.withUnsafeBufferPointer { Gzip.pack($0, .thorough) }
      }
      return packed
    }
  }

  /// The answer to a request. Everyone may read these files, so that their length tells nothing
  /// and who made a browser ask does not count.
  func response(_ headers: [(String, String)], _ request: Request) -> Response {
    var headers = headers
    headers += [("Vary", "Accept-Encoding"), ("ETag", tag)]
    if EntityTag.isKnown(tag, request) { return Response(status: 304, headers: headers) }
    guard Gzip.isAmong(request.header("accept-encoding") ?? ""), let packed else {
      return Response(status: 200, headers: headers, body: plain)
    }
    headers.append(("Content-Encoding", "gzip"))
    return Response(status: 200, headers: headers, body: packed)
  }
}
