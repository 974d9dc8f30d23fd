import Analysis
import Diagnostics
import Driver
import IR

/// `tenon diff`.
struct DiffCommand: Command {
  static let name = "diff"
  static let usage = "OLD NEW"
  static let summary = Message(
    zh: "比较两份定义里各角色的权限：增加了什么，减少了什么；OLD、NEW 是文件夹或 git 的 `版本:路径`",
    en: "tells what each role gains and loses; OLD and NEW are folders or `REV:path` of git")

  private let old: String
  private let new: String
  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) {
    language = arguments.language
    old = try arguments.folder()
    new = try arguments.folder()
  }

  func run() throws -> Int32 {
    let before = try Checked(AppFolder.at(old).check(), language)
    let after = try Checked(AppFolder.at(new).check(), language)
    guard let first = before.application, let second = after.application else {
      return ExitCode.diagnostics
    }
    return Terminal.out(AccessDiff(first, second, language).text)
  }
}
