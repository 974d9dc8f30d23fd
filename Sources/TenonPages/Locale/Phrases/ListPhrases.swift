/// Lists.
extension Phrase {
  static let views = Phrase("视图", "Views")
  static let filters = Phrase("筛选", "Filters")
  static let apply = Phrase("应用", "Apply")
  static let clearAll = Phrase("清除筛选", "Clear filters")
  static let clear = Phrase("清除“{1}”", "Clear “{1}”")
  static let any = Phrase("全部", "Any")
  static let from = Phrase("从", "From")
  static let to = Phrase("到", "To")
  static let anyValue = Phrase("内容", "Value")
  static let notBlank = Phrase("非空", "Not empty")
  static let me = Phrase("我自己", "Me")
  static let today = Phrase("今天", "Today")
  static let thisWeek = Phrase("本周", "This week")
  static let thisMonth = Phrase("本月", "This month")
  static let lastMonth = Phrase("上月", "Last month")
  static let thisQuarter = Phrase("本季度", "This quarter")
  static let thisYear = Phrase("今年", "This year")
  static let displayOptions = Phrase("显示", "Display")
  static let sort = Phrase("排序", "Sort")
  static let ascending = Phrase("{1}（升序）", "{1} (ascending)")
  static let descending = Phrase("{1}（降序）", "{1} (descending)")
  static let groupBy = Phrase("分组", "Group by")
  static let noGroup = Phrase("不分组", "No groups")
  static let showAll = Phrase("查看全部", "Show all")
  static let moreGroups = Phrase(
    "分组太多，只显示前面的。筛选后可以看到其余的。", "Too many groups: only the first are here. Filter to see the others."
  )
  static let shownColumns = Phrase("显示的列", "Columns")
  static let density = Phrase("行高", "Rows")
  static let roomy = Phrase("宽松", "Roomy")
  static let compact = Phrase("紧凑", "Compact")
  static let first = Phrase("第一页", "First")
  static let previous = Phrase("上一页", "Previous")
  static let next = Phrase("下一页", "Next")
  static let last = Phrase("最后一页", "Last")
  static let pages = Phrase("翻页", "Pages")
  static let rowsOf = Phrase("{1}列表", "List of {1}")
  static let emptyTitle = Phrase("还没有{1}", "No {1} records yet")
  static let emptyText = Phrase("新建第一条，它会出现在这里。", "Create the first one and it will show here.")
  static let emptyReadOnly = Phrase("有了记录就会出现在这里。", "Records will show here once there are some.")
  static let noMatchTitle = Phrase("没有符合条件的{1}", "No {1} records match")
  static let noMatchText = Phrase("请放宽或清除筛选条件。", "Loosen the filters, or clear them.")
  static let untitled = Phrase("未命名", "Untitled")
  static let hiddenRecord = Phrase("无权查看", "No access")
  static let blank = Phrase("空", "Empty")
  static let yes = Phrase("是", "Yes")
  static let no = Phrase("否", "No")
  public static let listSeparator = Phrase("、", ", ")
  static let clauseSeparator = Phrase("；", "; ")
  static let closePanel = Phrase("关闭", "Close")
  static let keys = Phrase("快捷键", "Keys")
  static let keyMove = Phrase("下一行、上一行", "Next row, previous row")
  static let keyOpen = Phrase("打开记录", "Open the record")
  static let keyEdit = Phrase("编辑记录", "Edit the record")
  static let keySelect = Phrase("选中或取消选中", "Select or unselect")
  static let keyNew = Phrase("新建", "Create")
  static let keySearch = Phrase("在列表中搜索", "Search the list")
  static let keyPalette = Phrase("搜索全部", "Search everything")
  static let keyHelp = Phrase("打开这份说明", "Show these keys")
}

/// Saved views.
extension Phrase {
  static let saveView = Phrase("保存视图", "Save view")
  static let manageView = Phrase("管理视图", "Manage view")
  static let saveChanges = Phrase("保存修改", "Save changes")
  static let saveAsView = Phrase("另存为新视图", "Save as a new view")
  static let deleteView = Phrase("删除视图", "Delete view")
  static let viewName = Phrase("名称", "Name")
  static let shareView = Phrase("所有人可见", "Everyone can see it")
  static let viewDropped = Phrase(
    "这个视图用到了已经不存在的条件，已略去：{1}", "Left out of this view, because it is no longer there: {1}")
}

/// Changes of many records, of one cell, and the way back.
extension Phrase {
  static let bulkActions = Phrase("批量操作", "Selected records")
  static let bulkField = Phrase("要修改的字段", "Field to change")
  static let bulkEdit = Phrase("批量修改", "Change")
  static let selectRow = Phrase("选择", "Select")
  static let selectPage = Phrase("选择本页", "Select the page")
  static let selectedCount = Phrase("已选 {1} 条", "{1} selected")
  static let unselect = Phrase("取消选择", "Clear selection")
  static let bulkEditTitle = Phrase("修改 {1} 条{2}", "Change {1} {2}")
  static let bulkDeleteTitle = Phrase("删除 {1} 条{2}？", "Delete {1} {2}?")
  static let bulkDeleteText = Phrase(
    "删除后十分钟内可以撤销。", "You can undo this for ten minutes.")
  static let bulkChanged = Phrase("已修改 {1} 条{2}", "Changed {1} {2}")
  static let bulkDeleted = Phrase("已删除 {1} 条{2}", "Deleted {1} {2}")
  static let bulkRestored = Phrase("已撤销，恢复了 {1} 条{2}", "Undone: {1} {2} restored")
  static let bulkRestoredWithoutSecrets = Phrase(
    "已撤销，恢复了 {1} 条{2}；保密内容删除后不能恢复，请重新填写",
    "Undone: {1} {2} restored. Secrets went for good: enter them again")
  static let bulkRefused = Phrase("{1} 条没有处理", "{1} left as they were")
  static let undoChange = Phrase("撤销", "Undo")
}

/// Boards, calendars and charts.
extension Phrase {
  static let moveCard = Phrase("移动到…", "Move to…")
  static let moveRefused = Phrase("还不能移动到“{1}”", "Cannot move to “{1}” yet")
  static let fillMissing = Phrase("去填写", "Fill in")
  static let sumOf = Phrase("{1}合计", "Sum of {1}")
  static let sumOfShown = Phrase("{1}合计，只含已显示的卡片", "Sum of {1} over the cards on show")
  static let loadMore = Phrase("显示更多", "Show more")
  static let weekdays = Phrase("一 二 三 四 五 六 日", "Mon Tue Wed Thu Fri Sat Sun")
  static let earlierDays = Phrase("往前", "Earlier")
  static let laterDays = Phrase("往后", "Later")
  static let moreOfDay = Phrase("还有 {1} 条", "{1} more")
  static let noneInMonth = Phrase("这个月没有{1}", "No {1} in this month")
  static let noneInRange = Phrase("这段时间没有{1}", "No {1} in this time")
  static let recordsCut = Phrase(
    "记录太多，只显示前面的。筛选后可以看到其余的。",
    "Too many records: only the first are here. Filter to see the others.")
  static let byWeeks = Phrase("周", "Weeks")
  static let byMonths = Phrase("月", "Months")
}
