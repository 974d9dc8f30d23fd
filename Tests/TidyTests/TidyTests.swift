import Testing

/// The rules over the repository as it stands.
@Suite struct TidyTests {
  private func findings(
    _ files: [SourceText], _ rule: (SourceText) -> [String]
  ) -> [String] {
    files.flatMap(rule)
  }

  @Test func theTreeIsSeen() {
    #expect(SourceTree.sources.count > 40, "git listed hardly any source; nothing is checked")
    let targets = Set(SourceTree.sources.compactMap(\.target))
    #expect(targets.isSubset(of: Walls.allowed.keys))
  }

  @Test func importsKeepTheWalls() {
    #expect(findings(SourceTree.sources, Rules.imports) == [])
  }

  @Test func filesAreShort() {
    #expect(findings(SourceTree.sources, Rules.fileLength) == [])
  }

  @Test func linesAreShort() {
    #expect(findings(SourceTree.swift, Rules.lineLength) == [])
  }

  @Test func functionsAreShort() {
    #expect(findings(SourceTree.sources, Rules.functionLength) == [])
  }

  @Test func phrasesSayTheSameInBothLanguages() {
    let phrases = SourceTree.sources.filter { $0.path.contains("/Locale/Phrases/") }
    #expect(phrases.count > 3)
    #expect(findings(phrases, Rules.phrases) == [])
  }

  @Test func nothingIsLeftOver() {
    let code = SourceTree.files.filter { file in
      // This folder names the words that it looks for.
      !file.path.hasPrefix("Tests/TidyTests/")
        && ["Sources/", "Tests/", ".ci/", "Makefile"].contains { file.path.hasPrefix($0) }
    }
    #expect(findings(code, Rules.leftovers) == [])
  }

  @Test func theServerNeitherDiesNorPrints() {
    #expect(findings(SourceTree.sources, Rules.runtimeCalls) == [])
  }

  @Test func thereAreNoPackages() {
    #expect(SourceTree.files.contains { $0.path == "Package.swift" })
    #expect(findings(SourceTree.files, Rules.packages) == [])
  }

  @Test func noFileKnowsOneMachine() {
    let files = SourceTree.files.filter { !$0.path.hasPrefix("Tests/TidyTests/") }
    #expect(findings(files, Rules.machinePaths) == [])
  }

  @Test func nothingBuiltIsCommitted() {
    #expect(SourceTree.paths.flatMap(Rules.trackedFile) == [])
  }
}
