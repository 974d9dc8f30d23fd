/// Importing spreadsheets.
extension Phrase {
  public static let importRows = Phrase("导入", "Import")
  static let importOf = Phrase("导入{1}", "Import {1}")
  static let importText = Phrase(
    "上传 CSV 或 XLSX 文件，第一行是表头。先检查，确认后才会写入。",
    "Upload a CSV or XLSX file whose first row has the headers. It is only checked at first.")
  static let importLimits = Phrase(
    "最大 {1} MB，最多 {2} 行。", "At most {1} MB and {2} rows.")
  static let importFile = Phrase("文件", "File")
  static let importUpload = Phrase("上传", "Upload")
  static let importLatest = Phrase("最近的导入", "Latest imports")
  static let importColumns = Phrase("列的对应关系", "What the columns are for")
  static let importColumn = Phrase("文件中的列", "Column of the file")
  static let importSamples = Phrase("示例", "Samples")
  static let importField = Phrase("字段", "Field")
  static let importSkip = Phrase("（不导入）", "(left out)")
  static let importMode = Phrase("处理方式", "What is done")
  static let importCreate = Phrase("全部新建", "Create all")
  static let importUpsert = Phrase("有则更新，无则新建", "Update what is there, create the rest")
  static let importUpdate = Phrase("只更新已有的", "Update only")
  static let importKey = Phrase("匹配依据", "Matched by")
  static let importKeyNone = Phrase("（无）", "(nothing)")
  static let importBlank = Phrase(
    "空单元格不改动已有内容。", "Blank cells leave what is there as it is.")
  static let importCheck = Phrase("检查", "Check")
  static let importApply = Phrase("开始导入", "Import")
  static let importAgain = Phrase("修改对应关系", "Change the columns")
  static let importGoOn = Phrase("继续", "Go on")
  static let importUndo = Phrase("撤销整个导入", "Undo the whole import")
  static let importAnother = Phrase("再导入一个文件", "Import another file")
  static let importToList = Phrase("查看列表", "To the list")
  public static let importNew = Phrase("等待确认列", "Columns to be confirmed")
  public static let importChecking = Phrase("正在检查", "Being checked")
  public static let importApplying = Phrase("正在导入", "Being imported")
  public static let importUndoing = Phrase("正在撤销", "Being undone")
  public static let importChecked = Phrase("检查完成，尚未写入", "Checked, nothing written yet")
  public static let importDone = Phrase("导入完成", "Imported")
  public static let importUndone = Phrase("已撤销", "Undone")
  public static let importStopped = Phrase("已停下", "Stopped")
  static let importProgress = Phrase("{1} / {2} 行", "{1} of {2} rows")
  static let importMayLeave = Phrase(
    "可以离开本页，导入会继续；本页会自动刷新。",
    "You can leave this page; it goes on. The page follows by itself.")
  static let importTotal = Phrase("总行数", "Rows")
  static let importToCreate = Phrase("将新建", "To be created")
  static let importToUpdate = Phrase("将更新", "To be updated")
  static let importCreated = Phrase("已新建", "Created")
  static let importUpdated = Phrase("已更新", "Updated")
  static let importSame = Phrase("无变化", "Unchanged")
  static let importWrong = Phrase("有错误", "Wrong")
  static let importTakenBack = Phrase("已撤销", "Undone")
  static let importWrongRows = Phrase("有错误的行", "Wrong rows")
  static let importFirst = Phrase("前 {1} 行；全部见文件。", "The first {1}; the file has all.")
  static let importRow = Phrase("行", "Row")
  static let importReason = Phrase("错误原因", "What is wrong")
  static let importWrongFile = Phrase("下载错误行", "Download the wrong rows")
  static let importWrongText = Phrase(
    "改好后可直接再次导入，对应关系已经记住。",
    "Correct them and import the file again; what the columns are for is remembered.")
  static let importKept = Phrase("未撤销的记录", "What was not undone")
  static let importKeptText = Phrase(
    "导入后又有改动、评论、文件或被引用的记录保持不变。",
    "Records with changes, comments or files since, or that others refer to, stay as they are.")
  static let importUndoText = Phrase(
    "7 天内可以撤销：新建的会删除，更新的恢复原值，之后又改过的除外。",
    "Within 7 days: deletes what it created and restores what it changed, unless changed since.")
}
