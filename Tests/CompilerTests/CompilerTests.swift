import Diagnostics
import Driver
import Foundation
import IR
import Testing

@Test func firstLight() throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Cases/fields/all.yaml")
  let result = Driver.check(
    files: [SourceInput(path: "all.yaml", bytes: Array(try Data(contentsOf: url)))], lock: nil)
  for diagnostic in result.diagnostics {
    print(result.sources.place(diagnostic.primary.span), diagnostic.code.rawValue, diagnostic.message.en)
  }
  print(result.application?.dump(result.sources) ?? "none")
  print(result.lockText)
}
