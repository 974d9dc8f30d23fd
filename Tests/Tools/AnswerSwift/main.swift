import DifferentialCases

let cases = try CaseFile(path: CommandLine.arguments.last!)
let application = try CaseApplication(cases)
for refused in application.refused { print(refused) }
print(application.expressions.count)
