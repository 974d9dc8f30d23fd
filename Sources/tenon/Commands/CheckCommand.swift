import Diagnostics
import Driver

/// `tenon check`.
struct CheckCommand: Command {
  static let name = "check"
  static let usage = """
    APP [--fix [--unsafe-fixes] [--diff]] \(Report.options) [--print STAGE]
    """
  static let summary = Message(
    zh: "检查定义，找出错误；加 --fix 时修复能确定的错误",
    en: "finds mistakes; with --fix, cures those whose cure is certain")

  private let folder: String
  private let report: Report
  private let stage: Stage?
  private let fixing: Fixing?

  init(_ arguments: inout Arguments) throws(UsageError) {
    stage = try arguments.choice("--print")
    fixing = try Fixing(&arguments)
    report = try Report(&arguments)
    folder = try arguments.folder()
    if stage != nil, report.takesStandardOutput {
      throw UsageError(
        zh: "`--print` 和 `--output` 都要写到标准输出",
        en: "`--print` and `--output` both write to standard output")
    }
  }

  func run() throws -> Int32 {
    let app = try AppFolder(folder)
    guard let fixing else { return tell(app.check()) }
    let result = fixing.fix(app)
    if fixing.isDiff { return fixing.show(result, of: app) }
    try fixing.write(result)
    return tell(result.check)
  }

  private func tell(_ result: CheckResult) -> Int32 {
    // A stage that cannot be reached leaves standard output to what is in its way.
    report.write(result, printing: stage.flatMap { Driver.print($0, of: result) })
  }
}
