import Driver
import Foundation
import Testing

/// One page of the documentation.
struct Page: Sendable, CustomTestStringConvertible {
  /// Relative to the repository's root.
  let path: String
  let text: String

  var testDescription: String { path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Lines outside fences, with their numbers from 1.
  var prose: [(number: Int, text: Substring)] {
    var isInside = false
    var result: [(number: Int, text: Substring)] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside.toggle()
      } else if !isInside {
        result.append((index + 1, line))
      }
    }
    return result
  }

  /// The fenced blocks in order.
  var blocks: [Block] {
    var result: [Block] = []
    var open: (line: Int, info: String, text: String)?
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let (number, info, text) = open {
          result.append(Block(path: path, line: number, info: info, text: text))
          open = nil
        } else {
          open = (index + 1, String(line.dropFirst(3)), "")
        }
      } else {
        open?.text += line + "\n"
      }
    }
    return result
  }
}

/// A fenced block: ` ```yaml fields error=TN3001 `.
struct Block: Sendable, CustomTestStringConvertible {
  let path: String
  let line: Int
  let text: String
  let words: [String]

  var testDescription: String { "\(path):\(line)" }

  init(path: String, line: Int, info: String, text: String) {
    self.path = path
    self.line = line
    self.text = text
    words = info.split(separator: " ").map(String.init)
  }

  var language: String { words.first ?? "" }

  /// What stands behind `name=`; nil without it.
  func value(_ name: String) -> String? {
    words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }
}

/// README, CHANGELOG and everything below docs.
enum Manual {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  static let pages: [Page] = {
    let docs =
      FileManager.default.enumerator(atPath: root.appending(path: "docs").path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted() ?? []
    return (["README.md", "CHANGELOG.md"] + docs.map { "docs/" + $0 })
      .map { Page(path: $0, text: text($0)) }
  }()

  static func page(_ path: String) -> Page { Page(path: path, text: text(path)) }

  /// What checking `apps/marketing` gives, its files under the paths that `tenon` gives them.
  static let marketing: CheckResult = {
    let folder = "apps/marketing/"
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: folder).path)) ?? []
    return Driver.check(
      files: names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.map {
        SourceInput(path: folder + $0, bytes: Array(text(folder + $0).utf8))
      },
      lock: Array(text(folder + "tenon.lock").utf8), lockPath: folder + "tenon.lock")
  }()
}
