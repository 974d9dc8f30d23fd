import Diagnostics

/// The text of a file as libyaml gets it: what could be mended is mended and reported.
struct RepairedText {
  let characters: Rewriting
  let lines: Rewriting
  let mistakes: [any Mistake]
  /// Where keys end, in the file, whose values are guessed and not to be believed.
  let guessed: Set<Int>
  /// Where the reading of the file ends: at too many mistakes, at a tab that can mean anything.
  let cut: Int?

  /// `bytes` are valid UTF-8.
  init(_ bytes: [UInt8], file: Int) {
    let first = bytes.withUnsafeBufferPointer { text in
      var repair = CharacterRepair(text, file: file)
      repair.run()
      return repair
    }
    let characters = Rewriting(bytes, first.edits)
    let second = characters.bytes.withUnsafeBufferPointer { text in
      var repair = LineRepair(text, origin: characters, file: file)
      repair.run()
      guard repair.hasTabs else { return repair }
      let tab = LineRepair.tabWidth { width in
        LineRepair(text, origin: characters, file: file, tabWidth: width)
      }
      var again = LineRepair(
        text, origin: characters, file: file, tabWidth: tab.width,
        isTabWidthKnown: tab.isCertain)
      again.run()
      return again
    }
    self.characters = characters
    lines = Rewriting(characters.bytes, second.edits)
    mistakes = first.mistakes + second.mistakes
    guessed = second.guessed
    cut = second.cut ?? first.cut
  }
}
