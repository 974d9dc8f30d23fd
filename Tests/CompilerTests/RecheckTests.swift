import Driver
import IR
import Testing
import TestSupport

/// Checking again gives what checking for the first time gives, whatever was edited in between.
@Suite struct RecheckTests {
  /// An application as files that are edited at random, often in ways that break it.
  private struct Edits {
    var random: SeededRandom
    var files: [SourceInput]
    private let sound: [SourceInput]

    init(seed: UInt64, _ files: [SourceInput]) {
      random = SeededRandom(seed: seed)
      self.files = files
      sound = files
    }

    private static let added = """
      entities:
        added:
          label: 新
          access: { read: everyone, update: sales }
          fields:
            name: text
            customer: { type: reference, to: customer }
            other: { type: reference, to: contact }
      views:
        added.all: { label: 全部, columns: [name, customer] }

      """

    /// Edits one file, adds one, removes one, or brings a sound one back.
    mutating func step() {
      let index = Int.random(in: 0..<files.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        let path = "added_\(Int.random(in: 0..<3, using: &random)).yaml"
        files.removeAll { $0.path == path }
        files.append(SourceInput(path: path, bytes: Array(Edits.added.utf8)))
      case 1 where files.count > 1: files.remove(at: index)
      case 2, 3, 4, 5: files = sound
      default:
        let file = files[index]
        files[index] = SourceInput(path: file.path, bytes: edited(file.bytes))
      }
    }

    private mutating func edited(_ bytes: [UInt8]) -> [UInt8] {
      var lines = CaseFile.lines(bytes)
      guard let place = lines.indices.randomElement(using: &random) else { return bytes }
      let other = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[other], at: place)
      case 2: lines.swapAt(place, other)
      case 3: lines[place] = [0x20, 0x20] + lines[place]
      case 4: lines.insert(ArraySlice("# 说明\n".utf8), at: place)
      default: lines[place] = exchanged(lines[place], lines[other])
      }
      return Array(lines.joined())
    }

    /// A line with one of its words replaced by one of another's.
    private mutating func exchanged(
      _ line: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8> {
      func words(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
        line.indices.split { !(line[$0] >= 0x80 || (line[$0] | 0x20) &- 0x61 < 26) }
          .map { $0.first!..<$0.last! + 1 }
      }
      guard let old = words(line).randomElement(using: &random),
        let new = words(other).randomElement(using: &random)
      else { return line }
      return line[..<old.lowerBound] + other[new] + line[old.upperBound...]
    }
  }

  @Test(arguments: ["apps/marketing", "Tests/Apps/hostile"])
  func isWhatAFirstCheckGives(_ folder: String) throws {
    let files = try Repository.application(folder).map {
      SourceInput(path: $0.path, bytes: $0.bytes)
    }
    var edits = Edits(seed: 7, files)
    let session = CheckSession()
    var lock: [UInt8]?
    var sound = 0
    for step in 0..<200 {
      let again = session.check(files: edits.files, lock: lock)
      let first = Driver.check(files: edits.files, lock: lock)
      try #require(again.diagnostics == first.diagnostics, "step \(step)")
      try #require(again.lockText == first.lockText, "step \(step)")
      try #require(
        again.application?.dump(again.sources) == first.application?.dump(first.sources),
        "step \(step)")
      // As a build does.
      if first.application != nil {
        sound += 1
        if step % 3 == 0 { lock = Array(first.lockText.utf8) }
      }
      edits.step()
    }
    #expect(sound > 30, "most applications were broken: little was compared")
  }

  /// What an edit cannot have touched is not looked at: the objects are the same.
  @Test func keepsWhatStands() throws {
    let files = try Repository.application("apps/marketing").map {
      SourceInput(path: $0.path, bytes: $0.bytes)
    }
    let session = CheckSession()
    _ = session.check(files: files, lock: nil)
    let cold = session.checkedUnits
    var edited = files
    let text = String(decoding: files[1].bytes, as: UTF8.self) + "# 说明\n"
    edited[1] = SourceInput(path: files[1].path, bytes: Array(text.utf8))
    _ = session.check(files: edited, lock: nil)
    let again = session.checkedUnits - cold
    #expect(again > 0 && again < cold, "\(again) of \(cold) units were checked again")
    _ = session.check(files: edited, lock: nil)
    #expect(session.checkedUnits - cold == again, "nothing was edited")
  }
}
