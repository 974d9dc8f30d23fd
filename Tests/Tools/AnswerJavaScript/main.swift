import DifferentialCases
import Foundation
import TenonPages

// Writes the expressions of a file of cases as JavaScript: modules of functions, the rule script of
// the pages, and the types of all fields. `answer` has node run them.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: answer-javascript FOLDER CASES.jsonl")
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[1])

func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
  try Data(bytes).write(to: folder.appendingPathComponent(name))
}

let cases = try CaseApplication(try CaseFile(path: arguments[2]))
for refused in cases.refused { print(refused) }
try write(PageAssets.rules.bytes, "rules.mjs")
try write(try Module.types(cases.application).utf8, "types.json")
// Some hundreds at once, as a file of them all would be long in reading.
let size = 500
for start in stride(from: 0, to: cases.expressions.count, by: size) {
  let some = cases.expressions[start..<min(start + size, cases.expressions.count)]
  try write(Module(cases.application, some).text.utf8, "cases\(start / size).mjs")
}
