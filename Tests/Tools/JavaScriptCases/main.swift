import Driver
import Emit
import Foundation
import IR
import TenonPages

// Writes the expressions of a file of cases as JavaScript, by way of the compiler's front end:
// modules of functions, the rule script of the pages, and the types of all fields.

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("usage: javascript-cases APPLICATION CASES.jsonl FOLDER")
  exit(2)
}
let folder = URL(fileURLWithPath: arguments[3])

func write(_ text: some DataProtocol, _ name: String) throws {
  try Data(text).write(to: folder.appendingPathComponent(name))
}

do {
  let typed = TypedCases(application: URL(fileURLWithPath: arguments[1]))
  let cases = try Case.read(URL(fileURLWithPath: arguments[2]))
  try write(PageAssets.rules.bytes, "rules.mjs")
  var start = 0
  while start < cases.count {
    let chunk = Array(cases[start..<min(start + TypedCases.most, cases.count)])
    let application = try typed.application(chunk)
    try write(Data(try Module(application, chunk).text.utf8), "cases\(start / TypedCases.most).mjs")
    try write(Data(try Module.types(application).utf8), "types.json")
    start += TypedCases.most
  }
} catch {
  print(error)
  exit(1)
}
