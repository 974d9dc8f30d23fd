/// How much a route takes that accepts files (`multipart/form-data`), and where they wait.
public struct UploadLimits: Sendable {
  /// The folder where files lie until the request is answered.
  public var folder: String
  /// The largest file, in bytes; a larger one arrives without its content.
  public var fileSize: Int
  /// How many files may come at once.
  public var files = 20
  /// All fields that are no files, in bytes.
  public var fieldSize = 1 << 20
  /// The whole body, in bytes.
  public var requestSize: Int
  /// How long all of it may take, in milliseconds.
  public var time = 15 * 60_000

  /// The standard limits around this size of a file.
  public init(folder: String, fileSize: Int) {
    self.folder = folder
    self.fileSize = fileSize
    requestSize = 4 * fileSize + (2 << 20)
  }
}

/// What came as `multipart/form-data`: fields and files, each in the order sent.
struct Upload: Sendable {
  var fields: [(name: String, value: String)] = []
  var files: [UploadedFile] = []
}

/// A file that came with a form.
public struct UploadedFile: Sendable {
  /// The form's field.
  public let field: String
  /// What the client calls the file: any text at all, good for no path.
  public let name: String
  /// The number of bytes that arrived.
  public internal(set) var size = 0
  /// The content; nil for a file over the limit.
  public internal(set) var content: SpooledFile?

  init(field: String, name: String) {
    self.field = field
    self.name = name
  }

  /// A file that came as the body of a request, to wait in a folder.
  public init(
    field: String, name: String, content: [UInt8], folder: String
  ) throws(UploadError) {
    self.init(field: field, name: name)
    let file = try SpooledFile(folder: folder)
    try content.withUnsafeBufferPointer { bytes throws(UploadError) in try file.append(bytes) }
    size = content.count
    self.content = file
  }
}

/// Why an upload is refused while it arrives.
public enum UploadError: Error, Equatable {
  /// The body is no `multipart/form-data` in the form of RFC 7578.
  case malformed
  /// More than the limits allow.
  case tooLarge
  /// The file cannot be written; the C library's `errno`.
  case disk(Int32)

  /// The status of the answer (RFC 9110, RFC 4918).
  var status: Int {
    switch self {
    case .malformed: 400
    case .tooLarge: 413
    case .disk: 507
    }
  }
}
