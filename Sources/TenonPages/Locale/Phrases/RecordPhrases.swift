/// Records and what was done with them.
extension Phrase {
  static let reveal = Phrase("查看", "Show")
  static let revealed = Phrase("本次查看已记录。", "That you looked at this is noted.")
  static let edit = Phrase("编辑", "Edit")
  static let delete = Phrase("删除", "Delete")
  static let deleteQuestion = Phrase("删除“{1}”？", "Delete “{1}”?")
  static let deleteText = Phrase("删除后无法恢复。", "This cannot be undone.")
  static let printRecord = Phrase("打印", "Print")
  static let printed = Phrase("{2} 打印于 {1}", "Printed {1} by {2}")
  static let printNow = Phrase("打印此页", "Print this page")
  static let exportRows = Phrase("导出为 CSV 文件", "Export as a CSV file")
  static let cancel = Phrase("取消", "Cancel")
  static let details = Phrase("详细信息", "Details")
  static let history = Phrase("记录信息", "Record")
  public static let createdAt = Phrase("创建时间", "Created")
  public static let updatedAt = Phrase("更新时间", "Updated")
  public static let created = Phrase("已创建。", "Created.")
  public static let sentAlready = Phrase(
    "这张表单已经提交过，这是当时创建的记录。", "This form was sent already. Here is the record that it created.")
  public static let saved = Phrase("已保存。", "Saved.")
  public static let deleted = Phrase("已删除。", "Deleted.")
}
