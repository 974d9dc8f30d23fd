/// Acting for someone else.
extension Phrase {
  public static let deputies = Phrase("代理", "Deputies")
  static let deputy = Phrase("代理人", "Deputy")
  static let firstDay = Phrase("开始日期", "First day")
  static let lastDay = Phrase("截止日期", "Last day")
  static let deputiesText = Phrase(
    "不在时由代理人以您的身份处理；做了什么，记录里写明是谁代您做的。",
    "While you are away a deputy acts as you. What was done says who did it for you.")
  static let deputiesOfText = Phrase(
    "代理人以{1}的身份处理；做了什么，记录里写明是谁代做的。",
    "A deputy acts as {1}. What was done says who did it.")
  static let deputiesNone = Phrase("没有代理人", "No deputies")
  static let deputyAdd = Phrase("指定代理人", "Name a deputy")
  static let deputyWithdraw = Phrase("撤销", "Withdraw")
  public static let deputyTime = Phrase("{1} 至 {2}", "{1} to {2}")
  static let deputyLater = Phrase("未开始", "Not yet")
  static let deputyNow = Phrase("生效中", "In force")
  static let actsFor = Phrase("可以代理的人", "People you act for")
  static let actsForOf = Phrase("其可以代理的人", "People this person acts for")
  static let actAs = Phrase("代其处理", "Act for them")
  static let actingForNow = Phrase("您正在代 {1} 处理", "You act for {1}")
  static let lookingNow = Phrase("您正以 {1} 的视角查看，不能修改", "You see as {1} and change nothing")
  public static let actingFor = Phrase("{1} 代 {2}", "{1} for {2}")
  static let actingEnd = Phrase("返回本人（{1}）", "Back to yourself ({1})")
  public static let deputyNamed = Phrase("已指定代理人。", "Deputy named.")
  public static let deputyEnded = Phrase("代理已撤销。", "Deputy withdrawn.")
  public static let actingEnded = Phrase("已返回本人。", "You act as yourself again.")
}
