/// Sharing single records.
extension Phrase {
  static let share = Phrase("共享", "Share")
  static let shareWith = Phrase("共享给", "With whom")
  static let shareText = Phrase(
    "角色允许查看共享记录的人，由此能看到这条记录。",
    "Those whose roles show records shared with them see this one by it.")
  static let shareEdit = Phrase("也可修改", "They may change it")
  static let shareReads = Phrase("可查看", "Reads")
  static let shareEdits = Phrase("可修改", "Reads and changes")
  static let shareUntil = Phrase("至 {1}", "until {1}")
  static let shareUnending = Phrase("不限期", "without an end")
  static let shareWithdraw = Phrase("取消共享", "Withdraw")
  public static let shareBeyond = Phrase(
    "这条记录是共享给您的，不能超出您自己的期限和权限",
    "This record was shared with you. You cannot give more or longer than you have")
  public static let shared = Phrase("已共享。", "Shared.")
  public static let shareEnded = Phrase("已取消共享。", "No longer shared.")
}
