/// What can be wrong with `tenon.lock`.
public enum LockMistake: Mistake {
  case header(expected: String, at: Span)
  case line(at: Span)
  /// `removal` takes the lines of the marks out.
  case conflict(removal: [Fix.Edit], at: Span)
  /// `removal` takes the line out when it says nothing new.
  case duplicate(String, first: Span, removal: [Fix.Edit], at: Span)
}

extension LockMistake {
  public var diagnostic: Diagnostic {
    let restore = Message(
      zh: "该文件由工具维护：从版本库恢复它", en: "the tool keeps this file: restore it from version control")
    switch self {
    case .header(let expected, let span):
      return Diagnostic(
        .lockHeader, span, zh: "锁文件的第一行应为 `\(expected)`",
        en: "the lock's first line must be `\(expected)`", help: [restore])
    case .line(let span):
      return Diagnostic(
        .lockLine, span, zh: "这一行不是 `种类 路径 标识 物理名称`",
        en: "this line is not `kind path id physical-name`", help: [restore])
    case .conflict(let removal, let span):
      return Diagnostic(
        .lockConflict, span, zh: "锁文件中有未解决的合并冲突", en: "the lock holds an unresolved merge conflict",
        help: [
          Message(
            zh: "保留两边的行，删除三种冲突标记行",
            en: "keep the lines of both sides and delete the conflict markers")
        ],
        fixes: [
          Fix(
            Message(zh: "保留两边的行，删除冲突标记", en: "keep both sides, delete the markers"),
            .unsafe, removal)
        ])
    case .duplicate(let text, let first, let removal, let span):
      return Diagnostic(
        .lockDuplicate, span, zh: "`\(text)` 在锁文件中出现两次", en: "`\(text)` occurs twice in the lock",
        related: [Label(first, Message(zh: "第一次在这里", en: "first here"))], help: [restore],
        fixes: removal.isEmpty
          ? [] : [Fix(Message(zh: "删除重复的行", en: "delete the repeated line"), .safe, removal)])
    }
  }
}
