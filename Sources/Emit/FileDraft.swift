/// A file that the compiler wants to stand below the application's output folder.
public struct FileDraft: Hashable, Sendable {
  /// Relative path with `/`.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
