/// Forms and what is wrong in them.
extension Phrase {
  static let save = Phrase("保存", "Save")
  static let createTitle = Phrase("新建{1}", "New {1}")
  static let editTitle = Phrase("编辑{1}", "Edit {1}")
  static let optionalHint = Phrase("带 * 的为必填项", "Fields with * are required")
  static let errorSummary = Phrase("还没有保存，请检查以下内容", "Not saved yet. Please check these")
  static let wholeForm = Phrase("打开完整表单", "Open the whole form")
  static let draftFound = Phrase("有一份没有保存的草稿。", "There is a draft that was not saved.")
  static let draftRestore = Phrase("恢复草稿", "Restore draft")
  static let draftDiscard = Phrase("丢弃", "Discard")
  static let clearSecret = Phrase("清除已保存的内容", "Clear what is stored")
  static let addRow = Phrase("添加一行", "Add row")
  static let deleteRow = Phrase("删除这一行", "Delete this row")
  static let inRow = Phrase("{1}第 {2} 行：{3}", "{1}, row {2}: {3}")
  static let takenHint = Phrase("已经有了：", "There is one already: ")
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
  static let workedOut = Phrase("自动计算", "Worked out")
  static let problemOutdated = Phrase("这一行已被他人修改", "Someone else changed this row")
  static let problemRequired = Phrase("请填写{1}", "Enter {1}")
  static let problemNeeded = Phrase("这个阶段需要先填写{1}", "This stage needs {1} first")
  static let problemTooMany = Phrase("{1}最多 {2} 个", "{1} can have at most {2}")
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
  static let problemReadOnly = Phrase("{1}现在不能修改", "{1} cannot be changed now")
  static let problemNotOffered = Phrase(
    "这条记录不在{1}的可选范围内，请重新选择", "This record cannot be chosen as {1}. Choose another")
  static let problemAboveItself = Phrase(
    "{1}不能是自己或自己的下级", "{1} cannot be the department itself or one below it")
  static let problemTimeTaken = Phrase(
    "与另一条记录的时间重叠", "The time overlaps that of another record")
  static let problemOverlapping = Phrase(
    "与“{1}”的时间重叠", "The time overlaps that of “{1}”")
  static let problemHidden = Phrase(
    "{1}现在不显示，不能修改", "{1} is not shown now and cannot be changed")
  static let problemUnknown = Phrase("{1}的选项不存在，请重新选择", "This {1} does not exist. Choose again")
}
