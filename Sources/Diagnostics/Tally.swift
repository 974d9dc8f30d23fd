/// How many findings there are of each sort; those that are not decided count by themselves.
public struct Tally: Sendable, Equatable {
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var infos = 0
  public private(set) var undecided = 0

  public init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch (diagnostic.confidence, diagnostic.severity) {
      case (.unknown, _): undecided += 1
      case (.proved, .error): errors += 1
      case (.proved, .warning): warnings += 1
      case (.proved, .info): infos += 1
      }
    }
  }

  /// `2 errors, 1 warning`; what is rarer only when there is any.
  public var words: Message {
    var zh = ["\(errors) 个错误", "\(warnings) 个警告"]
    var en = [Tally.count(errors, "error"), Tally.count(warnings, "warning")]
    if infos > 0 {
      zh.append("\(infos) 条提示")
      en.append("\(infos) info")
    }
    if undecided > 0 {
      zh.append("\(undecided) 项未判定")
      en.append("\(undecided) undecided")
    }
    return Message(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }

  /// `1 error`, `2 errors`.
  public static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
  }
}
