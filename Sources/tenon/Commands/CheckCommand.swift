import Diagnostics
import Driver

/// `tenon check`.
struct CheckCommand: Command {
  static let name = "check"
  static let usage = """
    APP [--format human|short|json] [--print STAGE]
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
  }

  func run() throws -> Int32 {
    let result = try AppFolder(folder).check()
    if let stage, let text = Driver.print(stage, of: result) { return Terminal.out(text) }
    return report.write(result)
  }
}
