/// Search across all entities.
extension Phrase {
  static let searchTitle = Phrase("搜索", "Search")
  static let searchLabel = Phrase("搜索所有记录", "Search all records")
  static let searchIn = Phrase("搜索{1}", "Search {1}")
  static let searchHint = Phrase(
    "输入名称、编号、电话或拼音首字母，一个字也可以。",
    "Type a name, a number, a phone or pinyin initials. One character is enough.")
  static let searchNothing = Phrase("没有找到“{1}”", "Nothing found for “{1}”")
  static let searchNothingHint = Phrase(
    "减少几个字再试；每个词都要出现在同一条记录里。",
    "Try fewer words: each must be in the same record.")
  static let searchNoLetters = Phrase("请输入文字或数字", "Type letters or digits")
  static let searchHits = Phrase("{1} 条", "{1} found")
  static let searchAllIn = Phrase("查看{2}中全部 {1} 条", "All {1} in {2}")
}
