/// A file as pages show it.
public struct PageFile: Hashable, Sendable {
  public let id: Int64
  public let name: String
  /// In bytes.
  public let size: Int64
  /// Whether it is a picture with thumbnails.
  public let isImage: Bool

  public init(id: Int64, name: String, size: Int64, isImage: Bool) {
    self.id = id
    self.name = name
    self.size = size
    self.isImage = isImage
  }
}
