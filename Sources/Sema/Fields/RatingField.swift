import Diagnostics
import IR

extension FieldKind {
  /// Stars.
  static let rating = FieldKind(
    keyword: "rating",
    meaning: Message(
      zh: "评分，用星星表示，从 1 到 `max`。",
      en: "A rating in stars, from 1 to `max`."),
    also: "stars star score rate 评分 星级 打分 评级",
    keywords: [
      Keyword(
        "max", .wholeNumber(2...10), also: "stars maximum best 最大 最大值 满分 星数",
        zh: "最多几颗星，2 到 10。不写时是 5。", en: "The most stars, 2 to 10. 5 when left out.")
    ],
    type: { field, _ in
      if field.keyed.isPoisoned("max") { return nil }
      return .rating(best: field.keyed.text("max").flatMap { Int($0) } ?? 5)
    },
    defaultValue: nil)
}
