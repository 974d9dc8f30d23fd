import DifferentialCases
import Foundation

// answer-swift FOLDER CASES: what answer_swift.py compiles and runs. It works in the folder alone.
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let cases = try CaseFile(path: CommandLine.arguments[2])
let application = try CaseApplication(cases)
for refused in application.refused {
  FileHandle.standardError.write(Data("refused \(refused)\n".utf8))
}
try Emission(cases, application).write(to: folder)
