import Diagnostics

/// `max_files`, which attachments and images share.
enum FileLimit {
  private static let usual = 20

  static let keyword = Keyword(
    "max_files", .wholeNumber(1...100),
    also: "limit max maximum count multiple 最多 数量 文件数 最大数量",
    zh: "最多几个文件，1 到 100。不写时是 \(usual)。",
    en: "The most files, 1 to 100. \(usual) when left out.")

  static func read(_ keyed: Keyed) -> Int? {
    if keyed.isPoisoned("max_files") { return nil }
    return keyed.text("max_files").flatMap { Int($0) } ?? usual
  }
}
