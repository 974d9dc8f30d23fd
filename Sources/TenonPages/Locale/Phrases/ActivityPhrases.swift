/// What happened to a record, comments, what belongs to it.
extension Phrase {
  static let activity = Phrase("动态", "Activity")
  static let related = Phrase("相关", "Related")
  static let partsOfPage = Phrase("本页内容", "On this page")
  static let relatedBy = Phrase("{1}（{2}）", "{1} ({2})")
  static let noRows = Phrase("还没有{1}", "No {1} yet")
  static let countOf = Phrase("{1} 条{2}", "{1} {2}")
  static let copyLink = Phrase("复制链接", "Copy link")
  static let linkCopied = Phrase("链接已复制。", "Link copied.")
  static let editPart = Phrase("编辑{1}", "Edit {1}")
  static let deleteHanging = Phrase(
    "还有{1}与它相关，引用它的记录处理完之前不能删除。",
    "{1} belong to it. It cannot be deleted while other records refer to it.")
  static let stageNeeds = Phrase("进入“{1}”前还需填写：{2}", "“{1}” still needs: {2}")
  static let system = Phrase("系统", "System")
  static let didCreate = Phrase("创建了记录", "created this record")
  static let didChange = Phrase("做了修改", "made changes")
  static let didComment = Phrase("写了评论", "commented")
  static let rowsAdded = Phrase("新增 {1} 行", "{1} added")
  static let rowsChanged = Phrase("修改 {1} 行", "{1} changed")
  static let rowsRemoved = Phrase("删除 {1} 行", "{1} removed")
  static let writeComment = Phrase("写评论，用 @ 提到同事", "Write a comment, @ names a colleague")
  static let changeComment = Phrase("修改评论", "Change the comment")
  static let sendComment = Phrase("发表", "Comment")
  static let commentEdited = Phrase("已编辑", "edited")
  static let earlierActivity = Phrase("更早的动态", "Earlier activity")
  static let latestActivity = Phrase("回到最新动态", "Back to the latest")
}
