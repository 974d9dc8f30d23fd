import Diagnostics

/// The languages in which an application can speak.
enum Languages {
  static let all = ["zh", "en"]

  static let candidates = [
    Candidate(
      "zh", labels: ["中文"],
      also: Keyword.list("zh-CN zh-Hans zh-Hans-CN cn chi zho chinese 简体中文 简体 汉语 普通话")),
    Candidate(
      "en", labels: ["English"], also: Keyword.list("en-US en-GB eng 英文 英语")),
  ]
}
