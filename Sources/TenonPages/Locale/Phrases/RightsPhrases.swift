/// What someone may do, and the words of rules.
extension Phrase {
  public static let rights = Phrase("权限", "Rights")
  static let rightsText = Phrase(
    "多个角色的权限合在一起。没有写明的，就是没有。",
    "What several roles give adds up. What is not named here is not given.")
  static let rightsOwnText = Phrase(
    "您在每种记录上能做什么，以及来自哪个角色。",
    "What you may do with each kind of record, and which role gives it.")
  static let rightsShow = Phrase("查看", "Show")
  static let rightsRoles = Phrase("角色", "Roles")
  static let rightsNoRole = Phrase("没有角色", "No roles")
  static let rightsDepartments = Phrase("所在部门", "Departments")
  static let rightsHeaded = Phrase("负责的部门", "Departments headed")
  static let rightsFields = Phrase("字段", "Fields")
  static let rightsFrom = Phrase("来自 {1}", "from {1}")
  static let rightsNothing = Phrase("没有任何权限", "No rights to")
  static let seeAs = Phrase("以其视角查看", "See as this person")
  static let seeAsText = Phrase(
    "看到的与其本人完全一样，但什么也不能修改；开始和结束都会记录。",
    "You see exactly what this person sees and change nothing. Beginning and end are recorded.")
  public static let rightsEveryone = Phrase("所有人", "everyone")

  public static let actionRead = Phrase("查看", "Read")
  public static let actionCreate = Phrase("新建", "Create")
  public static let actionUpdate = Phrase("修改", "Change")
  public static let actionDelete = Phrase("删除", "Delete")
  public static let actionExport = Phrase("导出", "Export")
  public static let actionImport = Phrase("导入", "Import")
  public static let actionPrint = Phrase("打印", "Print")
  public static let actionAssign = Phrase("转交", "Assign")
  public static let actionComment = Phrase("评论", "Comment")

  public static let ruleAll = Phrase("全部记录", "all records")
  public static let ruleNone = Phrase("没有记录", "no records")
  public static let ruleOwn = Phrase("本人负责的", "their own")
  public static let ruleDepartment = Phrase("本部门的", "those of their departments")
  public static let ruleBelow = Phrase("本部门及下级的", "those of their departments and below")
  public static let ruleHeaded = Phrase(
    "所负责部门及下级的", "those of departments that they head and below")
  public static let ruleShared = Phrase("共享给本人的", "those shared with them")
  public static let rulePool = Phrase("无人负责的", "those that nobody owns")
  public static let ruleReach = Phrase("能看到其“{1}”的", "those whose “{1}” they may read")
  public static let ruleReachUpdate = Phrase(
    "能修改其“{1}”的", "those whose “{1}” they may change")
  public static let ruleReachExport = Phrase(
    "能导出其“{1}”的", "those whose “{1}” they may export")
  public static let ruleCondition = Phrase(
    "符合定义中条件的", "those that meet a condition of the definition")
  public static let ruleExpression = Phrase("满足“{1}”的", "those with “{1}”")
  public static let ruleAnd = Phrase("，且", " and ")
  public static let ruleOr = Phrase("、", " or ")
  public static let ruleNot = Phrase("非（{1}）", "not ({1})")
  public static let ruleGroup = Phrase("（{1}）", "({1})")

  public static let fieldHidden = Phrase("隐藏", "hidden")
  public static let fieldMasked = Phrase("部分遮盖", "partly covered")
  public static let fieldLocked = Phrase("只读", "read-only")
  public static let fieldOn = Phrase("{1}：{2}", "{1} on {2}")
  public static let fieldUnless = Phrase("{1}，{2}除外", "{1} except on {2}")
  public static let fieldShown = Phrase("完整可见", "seen in full")
}
