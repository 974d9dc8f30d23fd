import Diagnostics
import Driver

/// `tenon check`.
struct CheckCommand: Command {
  static let name = "check"
  static let usage = """
    APP \(Report.options) [--print STAGE]
    """
  static let summary = Message(
    zh: "检查定义，找出错误；不写任何文件", en: "finds mistakes; writes nothing")

  private let folder: String
  private let report: Report
  private let stage: Stage?

  init(_ arguments: inout Arguments) throws(UsageError) {
    stage = try arguments.choice("--print")
    report = try Report(&arguments)
    folder = try arguments.folder()
    if stage != nil, report.takesStandardOutput {
      throw UsageError(
        zh: "`--print` 和 `--output` 都要写到标准输出",
        en: "`--print` and `--output` both write to standard output")
    }
  }

  func run() throws -> Int32 {
    let result = try AppFolder(folder).check()
    // A stage that cannot be reached leaves standard output to what is in its way.
    return report.write(result, printing: stage.flatMap { Driver.print($0, of: result) })
  }
}
