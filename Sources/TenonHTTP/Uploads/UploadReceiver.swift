/// Receives one upload: files go to the spool as they come, fields stay in memory.
final class UploadReceiver {
  let limits: UploadLimits
  private var reader: MultipartReader
  private var parts: UploadParts
  private var received = 0

  /// Nil when the request, whose body is still to come, is no upload that the handler takes.
  init?(_ request: Request, _ handler: any Handler) {
    guard request.method == .post, let type = request.header("content-type"),
      let reader = MultipartReader(contentType: type), let limits = handler.uploadLimits(request)
    else { return nil }
    self.reader = reader
    self.limits = limits
    parts = UploadParts(limits: limits)
  }

  /// Takes the next bytes of the body.
  func receive(_ piece: UnsafeBufferPointer<UInt8>) throws(UploadError) {
    received += piece.count
    if received > limits.requestSize { throw .tooLarge }
    try reader.feed(piece, to: &parts)
  }

  /// What came, at the end of the body.
  func finish() throws(UploadError) -> Upload {
    guard reader.isComplete else { throw .malformed }
    return parts.upload
  }
}

/// The parts of one upload, held to their limits.
private struct UploadParts: MultipartSink {
  private enum Current {
    case none
    case field(String, [UInt8])
    case file(UploadedFile)
  }

  let limits: UploadLimits
  private(set) var upload = Upload()
  private var current = Current.none
  private var fieldBytes = 0

  private static let nameLimit = 1_024

  init(limits: UploadLimits) { self.limits = limits }

  mutating func begin(_ part: PartHead) throws(UploadError) {
    guard part.name.utf8.count <= UploadParts.nameLimit else { throw .malformed }
    guard let fileName = part.fileName else {
      if upload.fields.count >= Request.formLimit { throw .tooLarge }
      current = .field(part.name, [])
      return
    }
    if upload.files.count >= limits.files { throw .tooLarge }
    current = .file(UploadedFile(field: part.name, name: fileName))
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(UploadError) {
    switch current {
    case .none: throw .malformed
    case .field(let name, var value):
      fieldBytes += bytes.count
      if fieldBytes > limits.fieldSize { throw .tooLarge }
      current = .none  // lets go of the array, so that it grows in place
      value.append(contentsOf: bytes)
      current = .field(name, value)
    case .file(var file):
      let isFirst = file.size == 0
      file.size += bytes.count
      if file.size > limits.fileSize {
        file.content = nil
      } else {
        if isFirst { file.content = try SpooledFile(folder: limits.folder) }
        try file.content?.append(bytes)
      }
      current = .file(file)
    }
  }

  mutating func end() throws(UploadError) {
    switch current {
    case .none: throw .malformed
    case .field(let name, let bytes):
      guard let value = String(validating: bytes, as: UTF8.self) else { throw .malformed }
      upload.fields.append((name, value))
    case .file(var file):
      // An input of a form without a file chosen comes as a file without name and content.
      if file.size == 0 && file.name.isEmpty { break }
      if file.size == 0 { file.content = try SpooledFile(folder: limits.folder) }
      upload.files.append(file)
    }
    current = .none
  }
}
