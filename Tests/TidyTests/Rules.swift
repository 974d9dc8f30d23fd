import Foundation

/// The rules: each takes a file and says what is wrong in it, a line each.
enum Rules {
  static let fileLimit = 300
  static let lineLimit = 100
  static let functionLimit = 70

  static func imports(_ file: SourceText) -> [String] {
    guard let target = file.target else { return [] }
    guard let allowed = Walls.allowed[target] else {
      return ["\(file.path): the target \(target) stands in no wall of Walls.swift"]
    }
    return codeLines(file).compactMap { number, line in
      guard let module = importedModule(line), module != "Swift", !allowed.contains(module)
      else { return nil }
      return "\(file.path):\(number): \(target) may not import \(module)"
    }
  }

  static func fileLength(_ file: SourceText) -> [String] {
    let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
    return count <= fileLimit ? [] : ["\(file.path): \(count) lines, at most \(fileLimit)"]
  }

  static func lineLength(_ file: SourceText) -> [String] {
    file.lines.enumerated().filter { $0.element.count > lineLimit }.map {
      "\(file.path):\($0.offset + 1): \($0.element.count) columns, at most \(lineLimit)"
    }
  }

  static func functionLength(_ file: SourceText) -> [String] {
    FunctionLength.all(in: file.text).filter { $0.count > functionLimit }.map {
      "\(file.path):\($0.line): \($0.name) has \($0.count) lines, at most \(functionLimit)"
    }
  }

  /// Each phrase has both wordings, and a hole in one language stands in the other too.
  static func phrases(_ file: SourceText) -> [String] {
    let form = #/static let (\w+) = Phrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/#
    let found = file.text.matches(of: form)
    var wrong = found.filter { phrase in
      phrase.2.isEmpty || phrase.3.isEmpty
        || ["{1}", "{2}", "{3}"].contains { phrase.2.contains($0) != phrase.3.contains($0) }
    }.map { "\(file.path): the phrase \($0.1) does not say the same twice" }
    if found.count != file.text.components(separatedBy: " = Phrase(").count - 1 {
      wrong.append("\(file.path): a phrase is not written as two texts")
    }
    return wrong
  }

  /// Notes to oneself, in code and comments alike.
  static func leftovers(_ file: SourceText) -> [String] {
    matches(of: #/\b(TODO|FIXME|XXX|HACK|WIP)\b/#, in: file).map { "\($0): left over" }
  }

  /// Calls that have no place in a server: it must not die of input nor write to standard output.
  static func runtimeCalls(_ file: SourceText) -> [String] {
    guard let target = file.target, Walls.runtime.contains(target) else { return [] }
    return codeLines(file).compactMap { number, line in
      let dies = line.contains(#/(^|[^.\w])fatalError\(/#)
      // Values has functions of that name; it can do no I/O in any case.
      let prints =
        target.hasPrefix("Tenon")
        && line.contains(#/(^|[^.\w`])(print|debugPrint|dump)\(/#)
        && !line.contains(#/func (print|debugPrint|dump)\(/#)
      return dies || prints ? "\(file.path):\(number): \(line)" : nil
    }
  }

  /// Packages by URL: there are none. Inside the repository a path may lead to the root package.
  static func packages(_ file: SourceText) -> [String] {
    guard file.path.hasSuffix("Package.swift") else { return [] }
    let code = file.text.replacing(#/\s+/#, with: " ")
    return code.matches(of: #/\.package\([^)]*\)/#)
      .filter { $0.output.contains(#/\b(url|id) ?:/#) || !$0.output.contains("path:") }
      .map { "\(file.path): \($0.output)" }
  }

  /// Paths that exist on one machine only.
  static func machinePaths(_ file: SourceText) -> [String] {
    matches(of: #/(^|[^\w.\/~-])\/(home|root|Users|work)\/[\w.]/#, in: file)
      .map { "\($0): a path of one machine" }
  }

  /// Files that git must not hold.
  static func trackedFile(_ path: String) -> [String] {
    let isBad =
      path.hasSuffix("Package.resolved") || path.hasPrefix("dist/") || path.hasPrefix(".build")
      || path.contains(#/\.(sqlite3?|db)(-wal|-shm)?$/#) || path.contains("__pycache__")
    return isBad ? ["\(path): made by a build, not to be committed"] : []
  }

  // MARK: helpers

  private static func matches<T>(of pattern: Regex<T>, in file: SourceText) -> [String] {
    file.lines.enumerated().filter { $0.element.contains(pattern) }.map {
      "\(file.path):\($0.offset + 1)"
    }
  }

  /// The lines of a Swift file without comments and strings, numbered from 1.
  private static func codeLines(_ file: SourceText) -> [(Int, String)] {
    String(SwiftText.code(of: file.text))
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, String($0.element)) }
  }

  private static func importedModule(_ line: String) -> String? {
    let pattern =
      #/
      ^\s* (@\w+ (\(.*?\))? \s+)* (\w+\s+)? import \s+
      ((struct|class|enum|protocol|typealias|func|let|var) \s+)? (?<module>\w+)
      /#
    guard let match = line.firstMatch(of: pattern) else { return nil }
    return String(match.output.module)
  }
}
