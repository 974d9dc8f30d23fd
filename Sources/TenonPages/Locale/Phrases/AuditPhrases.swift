/// The audit trail.
extension Phrase {
  public static let audit = Phrase("审计日志", "Audit log")
  static let auditPerson = Phrase("人员", "Person")
  static let auditEntity = Phrase("对象", "Kind of record")
  static let auditRecord = Phrase("记录编号", "Record number")
  static let auditKind = Phrase("操作", "What was done")
  static let auditFrom = Phrase("从", "From")
  static let auditTo = Phrase("到", "To")
  static let auditAll = Phrase("全部", "All")
  static let auditFind = Phrase("查询", "Look")
  static let auditNone = Phrase("没有符合条件的记录。", "Nothing fits.")
  static let auditLooked = Phrase(
    "已查到 {1}，可继续往前查。", "Looked back to {1}. There may be more before.")
  static let auditOlder = Phrase("更早的记录", "Earlier entries")
  static let auditServer = Phrase("系统", "The server")
  static let auditCommand = Phrase("命令 {1}", "Command {1}")
  static let auditSecret = Phrase("已修改，内容不记录", "changed; not told")
  static let auditFull = Phrase(
    "所有改动都在这里，任何人都不能修改或删除。",
    "Everything that was changed stands here. Nobody can change or delete it.")
}

/// What kinds and details of the audit trail are called; the keys are those of the database.
public enum AuditWords {
  /// What was done; nil for a kind that only a version to come knows.
  public static func kind(_ name: String) -> Phrase? { kinds[name] }

  /// What a detail is called.
  public static func detail(_ name: String) -> Phrase? { details[name] }

  /// Yes or no.
  public static func truth(_ isTrue: Bool, _ locale: Locale) -> String {
    locale[isTrue ? .yes : .no]
  }

  private static let kinds: [String: Phrase] = [
    "create": Phrase("创建", "Created"),
    "update": Phrase("修改", "Changed"),
    "delete": Phrase("删除", "Deleted"),
    "restore": Phrase("恢复", "Restored"),
    "share": Phrase("共享", "Shared"),
    "unshare": Phrase("取消共享", "Sharing ended"),
    "hand_over": Phrase("交接", "Handed over"),
    "comment": Phrase("评论", "Commented"),
    "comment_change": Phrase("修改评论", "Comment changed"),
    "comment_delete": Phrase("删除评论", "Comment deleted"),
    "sign_in": Phrase("登录", "Signed in"),
    "sign_in_failed": Phrase("登录失败", "Sign-in failed"),
    "sign_out": Phrase("退出登录", "Signed out"),
    "session_end": Phrase("结束会话", "Sessions ended"),
    "invite": Phrase("生成邀请链接", "Invited"),
    "password": Phrase("设置密码", "Password set"),
    "password_reset": Phrase("重置密码", "Password reset"),
    "totp": Phrase("启用两步验证", "Two-step sign-in turned on"),
    "totp_end": Phrase("停用两步验证", "Two-step sign-in turned off"),
    "recovery_codes": Phrase("生成恢复码", "Recovery codes made"),
    "recovery_code_use": Phrase("使用恢复码", "Recovery code used"),
    "token_create": Phrase("创建访问令牌", "Access token made"),
    "token_revoke": Phrase("吊销访问令牌", "Access token revoked"),
    "lock_out": Phrase("锁定登录", "Sign-in locked"),
    "unlock": Phrase("解除锁定", "Sign-in unlocked"),
    "deputy": Phrase("设置代理人", "Deputy named"),
    "deputy_end": Phrase("取消代理人", "Deputy ended"),
    "act_for": Phrase("开始代理", "Began to act for"),
    "act_for_end": Phrase("结束代理", "Ended acting for"),
    "see_as": Phrase("以他人视角查看", "Began to see as"),
    "see_as_end": Phrase("结束他人视角", "Ended seeing as"),
    "export": Phrase("导出", "Exported"),
    "import": Phrase("导入", "Imported"),
    "print": Phrase("打印", "Printed"),
    "reveal": Phrase("查看机密", "Secret shown"),
    "start": Phrase("服务启动", "Server started"),
    "stop": Phrase("服务停止", "Server stopped"),
    "repair": Phrase("修复计算值", "Computed values mended"),
    "key_change": Phrase("更换审计密钥", "Audit key changed"),
    "tampered": Phrase("审计日志遭改动", "Audit log tampered with"),
  ]

  private static let details: [String: Phrase] = [
    "login": Phrase("账号", "Login"),
    "login_digest": Phrase("所输账号的摘要", "Digest of what was typed"),
    "agent": Phrase("浏览器", "Browser"),
    "address": Phrase("地址", "Address"),
    "name": Phrase("名称", "Name"),
    "role": Phrase("角色", "Role"),
    "reason": Phrase("原因", "Reason"),
    "file": Phrase("文件", "File"),
    "format": Phrase("格式", "Format"),
    "rows": Phrase("行数", "Rows"),
    "filter": Phrase("筛选条件", "Filter"),
    "view": Phrase("视图", "View"),
    "field": Phrase("字段", "Field"),
    "scope": Phrase("范围", "Scope"),
    "from": Phrase("从", "From"),
    "until": Phrase("到", "Until"),
    "person": Phrase("对方", "Other person"),
    "edit": Phrase("可编辑", "May edit"),
    "count": Phrase("数量", "Count"),
    "text": Phrase("内容", "Text"),
    "was": Phrase("原内容", "Text before"),
    "command": Phrase("命令", "Command"),
    "definition": Phrase("应用定义", "Definition"),
    "version": Phrase("版本", "Version"),
    "key": Phrase("密钥", "Key"),
    "past": Phrase("以前的记录", "Earlier history"),
  ]
}
