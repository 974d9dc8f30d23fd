/// What went wrong, and what to do.
extension Phrase {
  static let badRequest = Phrase("无法处理这个请求", "This request could not be read")
  static let badRequestText = Phrase("请返回上一页再试一次。", "Go back and try again.")
  static let forbidden = Phrase("你没有权限", "You do not have access")
  static let forbiddenText = Phrase(
    "如果工作需要，请联系管理员开通。", "If your work needs it, ask your administrator.")
  static let notFound = Phrase("找不到这个页面", "There is nothing here")
  static let notFoundText = Phrase(
    "链接可能有误，或记录已被删除。", "The link may be wrong, or the record was deleted.")
  static let notAllowed = Phrase("这里不支持该操作", "That cannot be done here")
  static let notAllowedText = Phrase("请从页面上的按钮操作。", "Use the buttons on the page.")
  static let conflict = Phrase("记录已被他人修改", "Someone else changed this record")
  static let conflictRetry = Phrase(
    "请打开最新内容后再操作。", "Open it again to see the latest, then repeat your change.")
  static let tooLarge = Phrase("内容太大", "That is too large")
  static let tooLargeText = Phrase("请缩短内容后再提交。", "Make it shorter and send it again.")
  static let tooMany = Phrase("操作太频繁", "Too many requests")
  static let tooManyText = Phrase("请稍等片刻再试。", "Wait a moment and try again.")
  static let failure = Phrase("系统出错了", "Something went wrong")
  static let failureText = Phrase(
    "这次操作没有保存。请再试一次；仍然出错请联系管理员。",
    "Nothing was saved. Try again; if it happens again, tell your administrator.")
  static let unavailable = Phrase("系统暂时繁忙", "The system is busy")
  static let unavailableText = Phrase("请稍后再试，已保存的数据不受影响。", "Try again shortly. Saved data is safe.")
  static let storageFull = Phrase("存储空间已满", "The disk is full")
  static let storageFullText = Phrase(
    "这次修改没有保存，仍可查看数据。请联系管理员清理空间。",
    "This change was not saved; you can still read. Ask your administrator to make room.")
  static let offline = Phrase("网络已断开", "You are offline")
  static let offlineText = Phrase(
    "请检查网络后重试。已保存的数据不受影响。", "Check your connection and try again. Saved data is safe.")
  static let tryAgain = Phrase("重试", "Try again")
  static let goBack = Phrase("返回上一页", "Go back")
  static let toSignIn = Phrase("去登录", "Go to sign-in")
  static let reference = Phrase("编号 {1}", "Reference {1}")
}
