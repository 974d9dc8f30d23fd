import Diagnostics
import Driver
import Foundation
import TestSupport
import Testing

/// Damages sound definitions at random, the same way in every run: nothing may crash or hang, and
/// every span must lie in its file at boundaries of characters.
@Suite struct DamageTests {
  private static let nasty: [String] = [
    "\t", "：", "，", "“", "”", "　", "－", "｛", "］", "[", "]", "{", "}", "{{", "\"", "'", "|", ">",
    "&a ", "*a",
    "!t ", "%YAML", "---\n", "...\n", "? ", "- ", ": ", ":", "#", ",", "\\", "\u{0}", "\u{FEFF}",
    "\u{2028}",
    "\r", "\r\n", "\n", "\n\n  ", "<<: ", "~", "null", "yes", "1e9", "99999999999999999999",
    "👨‍👩‍👧",
    "e\u{301}", "\u{202E}", "{yyyy}", "{0}", "@", "`", "𠮷", ".", "..", "a: b: c", "entities:",
    "type: ",
  ]

  private func mutate(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...result.count, using: &random)
      let length = min(Int.random(in: 1...12, using: &random), result.count - place)
      switch Int.random(in: 0..<8, using: &random) {
      case 0 where place < result.count:
        result[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
      case 1: result.removeSubrange(place..<place + length)
      case 2: result.removeSubrange(place...)
      case 3: result.insert(contentsOf: result[place..<place + length], at: 0)
      case 4:
        let line = CaseFile.lines(result).randomElement(using: &random) ?? []
        result.insert(contentsOf: line, at: place)
      default:
        result.insert(contentsOf: Array(Self.nasty.randomElement(using: &random)!.utf8), at: place)
      }
    }
    return result
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    let file = CaseFile(name: "mutant", bytes: bytes)
    let result = Driver.check(files: file.inputs, lock: file.lock)
    for diagnostic in result.diagnostics {
      let spans =
        [diagnostic.primary.span] + diagnostic.related.map(\.span)
        + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
      for span in spans {
        guard result.sources.files.indices.contains(span.file) else { return "no such file" }
        let source = result.sources[span]
        guard 0 <= span.start, span.start <= span.end, span.end <= source.bytes.count else {
          return "\(diagnostic.code) outside: \(span) of \(source.bytes.count)"
        }
        let isUTF8 = String(validating: source.bytes, as: UTF8.self) != nil
        for edge in [span.start, span.end] where isUTF8 && edge < source.bytes.count {
          if source.bytes[edge] & 0xC0 == 0x80 { return "\(diagnostic.code) inside a character" }
        }
      }
    }
    // The renderers must take whatever was found, wherever it is.
    for diagnostic in result.diagnostics.prefix(3) {
      _ = HumanRenderer(result.sources, .zh).render(diagnostic)
      _ = JSONRenderer(result.sources).render([diagnostic])
    }
    if result.application == nil && !result.hasErrors { return "no application and no error" }
    return nil
  }

  @Test func nothingCrashes() throws {
    let sound = try Cases.names.map { try Cases.load($0) }.filter { $0.expectations.isEmpty }
    let texts = try sound.map { Array(try Data(contentsOf: Cases.url($0.name))) }
    #expect(texts.count >= 8)
    var random = SeededRandom(seed: 20_260_302)
    for round in 0..<3000 {
      let mutant = mutate(texts[round % texts.count], &random)
      if let problem = problem(mutant) {
        Issue.record("round \(round): \(problem)\n\(String(decoding: mutant, as: UTF8.self))")
        return
      }
    }
  }

  /// Cutting a sound definition at every byte is what an editor shows while someone types.
  @Test func everyPrefixIsHandled() throws {
    let bytes = Array(try Data(contentsOf: Cases.url("fields/all")))
    for end in 0..<bytes.count {
      if let problem = problem(Array(bytes[..<end])) {
        Issue.record("first \(end) bytes: \(problem)")
        return
      }
    }
  }
}
