/// The workbench and notifications.
extension Phrase {
  public static let goodMorning = Phrase("早上好，{1}", "Good morning, {1}")
  public static let goodNoon = Phrase("中午好，{1}", "Good day, {1}")
  public static let goodAfternoon = Phrase("下午好，{1}", "Good afternoon, {1}")
  public static let goodEvening = Phrase("晚上好，{1}", "Good evening, {1}")
  static let yesterday = Phrase("昨天", "Yesterday")
  static let seeAll = Phrase("查看全部", "See all")
  static let nothingHere = Phrase("这里暂时没有记录", "Nothing here right now")
  static let recentEmpty = Phrase("打开过的记录会出现在这里。", "Records you open will show here.")
  static let noticesEmpty = Phrase("没有通知", "No notifications")
  static let noticesEmptyText = Phrase(
    "有人提到你或把记录交给你时，会在这里告诉你。",
    "When someone mentions you or hands you a record, it shows here.")
  static let markAllRead = Phrase("全部标为已读", "Mark all as read")
  static let sharedWithYou = Phrase("{1} 与你共享了", "{1} shared with you")
  static let madeYouDeputy = Phrase("{1} 指定你代理", "{1} named you as the deputy of")
  static let handedYou = Phrase("{1} 把 {2} 条记录交接给你，原属", "{1} handed you {2} records of")
  static let mentionedYou = Phrase("{1} 提到了你", "{1} mentioned you")
  static let assignedYou = Phrase("{1} 将它交给你", "{1} handed it to you")
  static let theSystem = Phrase("系统", "The system")
  public static let listViews = Phrase("列表视图", "Lists")
}
