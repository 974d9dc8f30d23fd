import Foundation

/// One text file of the repository.
struct SourceText {
  /// Relative to the repository's root, with `/`.
  let path: String
  let text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The target of a file under `Sources`; nil for other files.
  var target: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  var isSwift: Bool { path.hasSuffix(".swift") }
}

/// The repository that this test stands in.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths that git tracks or would take, sorted; what is deleted and not yet committed is left
  /// out.
  static let paths: [String] = {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git.currentDirectoryURL = root
    let pipe = Pipe()
    git.standardOutput = pipe
    do { try git.run() } catch { return [] }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    return Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
      .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }.sorted()
  }()

  /// All files that are text.
  static let files: [SourceText] = paths.compactMap { path in
    guard let data = try? Data(contentsOf: root.appending(path: path)),
      let text = String(data: data, encoding: .utf8), !text.contains("\0")
    else { return nil }
    return SourceText(path, text)
  }

  /// Swift written by hand.
  static let swift = files.filter { file in
    file.isSwift && !["generated/", "Tests/Generated/"].contains { file.path.hasPrefix($0) }
  }
  /// Swift under `Sources`.
  static let sources = swift.filter { $0.target != nil }
}
