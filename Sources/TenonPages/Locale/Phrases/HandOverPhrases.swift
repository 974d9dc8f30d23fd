/// Giving what a leaver had to someone else.
extension Phrase {
  public static let handOver = Phrase("工作交接", "Hand over")
  static let successor = Phrase("交接给", "To whom")
  static let handOverText = Phrase(
    "把 {1} 名下的一切交给另一个人。可以再次执行，已交接的不受影响。",
    "Gives what {1} has to someone else. It can be run again; what was given stays given.")
  static let handOverNothing = Phrase("{1} 名下没有可交接的内容。", "{1} has nothing to hand over.")
  static let handOverWhat = Phrase("交接内容", "What goes along")
  public static let handOverRecords = Phrase("{1}（{2}）", "{1} ({2})")
  public static let handOverShares = Phrase("共享给其的记录", "Records shared with them")
  public static let handOverDeputyships = Phrase("其代理的人", "People they act for")
  static let handOverDeactivate = Phrase(
    "同时停用其账号", "Deactivate the account as well")
  static let handOverStart = Phrase("开始交接", "Hand over")
  static let handOverReport = Phrase("上次交接", "Latest hand-over")
  static let handOverTo = Phrase("交接给 {1}，{2}，由 {3} 执行", "To {1}, {2}, by {3}")
  static let handOverRunning = Phrase(
    "仍在进行，或中途被打断。稍后刷新本页；被打断时再执行一次即可。",
    "Still under way, or broken off. Load this page again in a while; if broken off, run it again.")
  static let handOverMoved = Phrase("已交接 {1}", "{1} handed over")
  static let handOverStayed = Phrase("未交接 {1}", "{1} stayed")
  static let handOverRefused = Phrase("未交接的记录", "What stayed")
  public static let handedOver = Phrase("交接完成。", "Handed over.")
  public static let handingOver = Phrase("交接正在进行。", "The hand-over is under way.")
}
