/// Forms and what is wrong in them.
extension Phrase {
  static let save = Phrase("保存", "Save")
  static let createTitle = Phrase("新建{1}", "New {1}")
  static let editTitle = Phrase("编辑{1}", "Edit {1}")
  static let optionalHint = Phrase("带 * 的为必填项", "Fields with * are required")
  static let errorSummary = Phrase("还没有保存，请检查以下内容", "Not saved yet. Please check these")
  static let choose = Phrase("请选择", "Choose")
  static let conflictTitle = Phrase(
    "在你编辑期间，这条记录被修改过", "This record was changed while you were editing")
  static let conflictBy = Phrase("{1}于 {2} 保存了修改。", "{1} saved a change at {2}.")
  static let conflictText = Phrase(
    "下面保留着你输入的内容。再次保存将以你的内容为准。", "What you typed is kept below. Save again to keep yours.")
  static let now = Phrase("{1}现在是", "{1} is now")
  static let find = Phrase("查找", "Find")
  static let findRecord = Phrase("查找{1}", "Find {1}")
  static let findNone = Phrase("没有找到，请换个词再试。", "Nothing found. Try other words.")
  static let noHit = Phrase("没有匹配的记录", "No matching record")
  static let loading = Phrase("正在查找…", "Searching…")
  static let givenBySystem = Phrase("保存时自动生成", "Given when saved")
  static let problemRequired = Phrase("请填写{1}", "Enter {1}")
  static let problemMalformed = Phrase("{1}的格式不正确", "{1} is not in the right form")
  static let problemNumber = Phrase("{1}应为数字，例如 {2}", "{1} must be a number such as {2}")
  static let problemDate = Phrase("{1}应为日期，例如 2026-03-02", "{1} must be a date such as 2026-03-02")
  static let problemDateTime = Phrase(
    "{1}应为日期和时间，例如 2026-03-02 09:00", "{1} must be a date and time such as 2026-03-02 09:00")
  static let problemLines = Phrase("{1}只能填写一行", "{1} takes one line only")
  static let problemTooLong = Phrase("{1}最多 {2} 个字", "{1} can have at most {2} characters")
  static let problemTooSmall = Phrase("{1}不能小于 {2}", "{1} cannot be less than {2}")
  static let problemTooLarge = Phrase("{1}不能大于 {2}", "{1} cannot be more than {2}")
  static let problemNotUnique = Phrase("已有相同{1}的记录", "Another record has this {1} already")
  static let problemUnknown = Phrase("{1}的选项不存在，请重新选择", "This {1} does not exist. Choose again")
}
