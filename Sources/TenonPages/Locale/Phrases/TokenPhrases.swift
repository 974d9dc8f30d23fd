/// Access tokens.
extension Phrase {
  static let tokensRights = Phrase(
    "程序用访问令牌调用接口，权限与您相同，从不更多。",
    "Programs call the API with a token. It can do what you can, never more.")
  static let tokenNone = Phrase("还没有访问令牌", "No access tokens yet")
  static let tokenName = Phrase("名称", "Name")
  static let tokenNameHelp = Phrase(
    "写明用在哪里，例如“报表脚本”", "Say where it is used, such as “report script”")
  static let tokenExpiry = Phrase("有效期", "Expires")
  static let tokenDays = Phrase("{1} 天后", "In {1} days")
  static let tokenForever = Phrase("不过期", "Never")
  static let tokenReadOnly = Phrase("只读", "Read only")
  static let tokenCreate = Phrase("创建令牌", "Create token")
  static let tokenMade = Phrase("令牌已创建", "The token is made")
  static let tokenMadeText = Phrase(
    "请现在复制，离开本页后不再显示。", "Copy it now. It is not shown again after this page.")
  static let tokenGone = Phrase(
    "这个令牌已经创建过，只显示一次。", "This token was made already. It is shown only once.")
  static let tokenTooMany = Phrase(
    "令牌最多 {1} 个，先撤销不用的。", "There can be {1} tokens. Revoke those that are not used.")
  static let tokenUnnamed = Phrase("请填写名称，最多 100 个字", "Enter a name of at most 100 characters")
  static let tokenRevoke = Phrase("撤销", "Revoke")
  static let tokenUsed = Phrase("上次使用：{1}", "Last used: {1}")
  static let tokenUnused = Phrase("从未使用", "Never used")
  static let tokenUntil = Phrase("有效至 {1}", "Valid until {1}")
  static let tokenUnending = Phrase("不过期", "Does not expire")
  static let tokenOver = Phrase("已于 {1} 过期", "Expired on {1}")
  static let tokenReach = Phrase("权限范围", "What it may do")
  static let tokenAll = Phrase("我能做的一切", "All that I may do")
  static let tokenSome = Phrase("仅限以下勾选的操作", "Only what is ticked below")
  static let tokenEmpty = Phrase("请至少勾选一项操作", "Tick at least one action")
  static let mayRead = Phrase("查看", "Read")
  static let mayCreate = Phrase("新建", "Create")
  static let mayUpdate = Phrase("修改", "Change")
  static let mayDelete = Phrase("删除", "Delete")
  static let mayExport = Phrase("导出", "Export")
  static let mayComment = Phrase("评论", "Comment")
  static let tokenWrites = Phrase("可读写", "Reads and writes")
}
