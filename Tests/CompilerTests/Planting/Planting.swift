import Diagnostics
import Driver

/// A change of one file's bytes.
struct Edit {
  let file: Int
  let range: Range<Int>
  let text: String
}

/// One mistake planted in a clean definition, with what must be said about it.
struct Planting {
  /// The operator's name, set by the one who planted.
  var name = ""
  let code: Code
  let edits: [Edit]
  let mark: Mark
  /// What it breaks: no other planting may touch or need it. Paths; a part that begins with `=`
  /// stands for a fact, as `=type` for the type of a field.
  var owns: [[String]] = []
  /// What must be whole for the mistake to be seen.
  var needs: [[String]] = []
  /// Bytes of the file of the first edit that have to be read to see it.
  var reach: Range<Int>
  /// Nothing is read after it: the byte at which the reading stops.
  var stop: Int?

  /// Where the finding stands.
  enum Mark {
    /// Bytes of the clean text, which other edits may move.
    case clean(file: Int, Range<Int>)
    /// Bytes of the text that an edit puts there.
    case inserted(edit: Int, Range<Int>)
  }

  var file: Int { edits[0].file }

  /// Whether two plantings could influence each other.
  func conflicts(with other: Planting) -> Bool {
    touches(other) || hides(other) || other.hides(self)
  }

  private func touches(_ other: Planting) -> Bool {
    edits.contains { mine in
      other.edits.contains { its in
        mine.file == its.file && mine.range.lowerBound <= its.range.upperBound
          && its.range.lowerBound <= mine.range.upperBound
      }
    }
  }

  /// Whether this one ends the reading of a file before another is seen.
  private func hides(_ other: Planting) -> Bool {
    guard let stop, other.edits.contains(where: { $0.file == file }) else { return false }
    return other.stop != nil || other.reach.upperBound >= stop
  }
}

/// What a planting breaks and needs, for quick comparing.
struct Claims {
  private let owned: Paths
  private let needed: Paths

  init(_ planting: Planting) {
    owned = Paths(planting.owns)
    needed = Paths(planting.needs)
  }

  /// Whether one breaks what the other breaks or needs.
  func meet(_ other: Claims) -> Bool {
    owned.meet(other.owned) || owned.meet(other.needed) || needed.meet(other.owned)
  }

  /// Paths of which one may lead to the other.
  private struct Paths {
    let ends: Set<[String]>
    let prefixes: Set<[String]>

    init(_ paths: [[String]]) {
      ends = Set(paths)
      prefixes = Set(paths.flatMap { path in (1...path.count).map { Array(path[..<$0]) } })
    }

    func meet(_ other: Paths) -> Bool {
      !ends.isDisjoint(with: other.prefixes) || !prefixes.isDisjoint(with: other.ends)
    }
  }
}

/// A finding as it is expected and as it is compared.
struct Expected: Hashable, Comparable {
  let file: Int
  let start: Int
  let end: Int
  let code: String

  static func < (a: Expected, b: Expected) -> Bool {
    (a.file, a.start, a.code, a.end) < (b.file, b.start, b.code, b.end)
  }
}

/// A definition with mistakes in it.
struct Planted {
  let files: [SourceInput]
  let expected: [Expected]

  init(_ definition: Definition, _ plantings: [Planting]) {
    let edits = plantings.flatMap(\.edits)
    files = definition.files.enumerated().map { index, file in
      let bytes = Planted.apply(edits.filter { $0.file == index }, to: file.bytes)
      return SourceInput(path: file.path, bytes: bytes)
    }
    expected = plantings.map { planting in
      let range: Range<Int>
      let file: Int
      switch planting.mark {
      case .clean(let place, let bytes):
        file = place
        let moves = edits.filter { $0.file == place }
        range =
          Planted.moved(
            bytes.lowerBound, moves, isEnd: false)..<Planted.moved(
            bytes.upperBound, moves, isEnd: !bytes.isEmpty)
      case .inserted(let index, let part):
        let edit = planting.edits[index]
        file = edit.file
        let moves = edits.filter { $0.file == edit.file && $0.range != edit.range }
        let start = Planted.moved(edit.range.lowerBound, moves, isEnd: true)
        range = start + part.lowerBound..<start + part.upperBound
      }
      return Expected(
        file: file, start: range.lowerBound, end: range.upperBound, code: planting.code.rawValue)
    }.sorted()
  }

  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return result
  }

  /// Where a byte of the clean text stands after the edits. What is inserted just there stands
  /// after an end and before a start.
  private static func moved(_ place: Int, _ edits: [Edit], isEnd: Bool) -> Int {
    var result = place
    for edit in edits {
      let isBefore =
        edit.range.upperBound < place || edit.range.upperBound == place && !isEnd
        || edit.range.upperBound == place && !edit.range.isEmpty
      if isBefore { result += edit.text.utf8.count - edit.range.count }
    }
    return result
  }

  /// What the checker says, in the form of what is expected.
  func findings() -> [Expected] {
    Driver.check(files: files, lock: nil).diagnostics.map { finding in
      let span = finding.primary.span
      return Expected(
        file: span.file, start: span.start, end: span.end, code: finding.code.rawValue)
    }.sorted()
  }

  func place(_ expected: Expected) -> String {
    let source = SourceFile(path: files[expected.file].path, bytes: files[expected.file].bytes)
    let position = source.position(of: expected.start)
    let text = source.text(expected.start..<expected.end)
    return "\(expected.code) \(source.path):\(position.line):\(position.column) `\(text)`"
  }
}
