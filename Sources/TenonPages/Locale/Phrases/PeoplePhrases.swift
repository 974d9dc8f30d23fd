/// A person's own page, and how people come in.
extension Phrase {
  static let basics = Phrase("基本资料", "Basics")
  static let appearance = Phrase("外观与语言", "Appearance and language")
  static let changePassword = Phrase("修改密码", "Change password")
  static let oldPassword = Phrase("当前密码", "Current password")
  static let newPassword = Phrase("新密码", "New password")
  static let repeatPassword = Phrase("再输入一次新密码", "New password again")
  static let passwordHelp = Phrase(
    "至少 8 位，任何字符都可以，不要用常见密码。修改后，其他设备需要重新登录。",
    "At least 8 characters of any kind, no common password. Other devices have to sign in again.")
  static let passwordWrong = Phrase("当前密码不正确", "The current password is not right")
  static let passwordShort = Phrase("密码至少 {1} 位", "A password needs at least {1} characters")
  static let passwordLong = Phrase("密码最多 {1} 位", "A password has at most {1} characters")
  static let passwordCommon = Phrase(
    "这个密码太常见，别人会先猜它", "This password is common: it is guessed first")
  static let passwordPattern = Phrase(
    "密码不能只是重复或连续的字符", "A password cannot be a row or a repetition of characters")
  static let passwordPersonal = Phrase(
    "密码不能只是账号或姓名加几个字符", "A password cannot be the login or name and little more")
  static let passwordContext = Phrase(
    "密码不能只是系统名称加几个字符",
    "A password cannot be the application's name and little more")
  static let passwordDifferent = Phrase("两次输入的新密码不一致", "The two new passwords differ")
  public static let passwordChanged = Phrase("密码已修改。", "Password changed.")
  static let devices = Phrase("登录设备", "Signed-in devices")
  static let thisDevice = Phrase("本机", "This device")
  static let unknownDevice = Phrase("未知设备", "Unknown device")
  static let usedAt = Phrase("{1} 使用", "used {1}")
  static let attempts = Phrase("登录尝试与两步验证", "Sign-in attempts and second factor")
  static let failuresNow = Phrase(
    "最近有 {1} 次失败的登录尝试。", "{1} attempts to sign in failed lately.")
  static let noFailures = Phrase("最近没有失败的登录尝试。", "No attempt to sign in failed lately.")
  static let liftDelay = Phrase("允许立即再试", "Allow another try now")
  public static let delayLifted = Phrase("现在可以再次登录。", "Signing in is possible again.")
  public static let failuresBefore = Phrase(
    "上次登录之后有 {1} 次失败的尝试；如果不是您，请修改密码。",
    "{1} attempts failed since you signed in last. If that was not you, change your password.")
  static let signedInAt = Phrase("{1} 登录", "Signed in {1}")
  static let endSession = Phrase("退出", "Sign out")
  static let endOthers = Phrase("退出其他设备", "Sign out all others")
  public static let sessionEnded = Phrase("该设备已退出。", "That device is signed out.")
  static let tokens = Phrase("访问令牌", "Access tokens")
  static let tokensText = Phrase(
    "程序用访问令牌调用接口，权限与您相同，从不更多。",
    "Programs call the API with a token. It can do what you can, never more.")
  static let manage = Phrase("管理", "Manage")
  public static let signInAndSecurity = Phrase("登录与安全", "Sign-in and security")
  static let noPasswordYet = Phrase(
    "还没有密码，暂时不能登录。", "There is no password yet, so signing in is not possible.")
  static let setPassword = Phrase("设置密码", "Set password")
  static let setPasswordText = Phrase(
    "为其设置新密码，已登录的设备会全部退出。", "Sets a new password and signs out all devices.")
  static let invite = Phrase("生成邀请链接", "Make an invitation link")
  static let invitation = Phrase("邀请链接", "Invitation link")
  static let inviteText = Phrase(
    "把链接发给本人，由本人设置密码。链接 7 天内有效，只能使用一次。",
    "Send the link; its reader sets a password. It works once, within 7 days.")
  static let invitationOnce = Phrase(
    "现在就复制，离开本页后不再显示。", "Copy it now. It is not shown again.")
  static let copy = Phrase("复制", "Copy")
  static let copied = Phrase("已复制", "Copied")
  static let activeState = Phrase("账号状态", "Account")
  static let isActive = Phrase("在用", "Active")
  static let isInactive = Phrase("已停用", "Deactivated")
  static let deactivate = Phrase("停用账号", "Deactivate")
  static let activate = Phrase("恢复账号", "Activate")
  static let deactivateText = Phrase(
    "停用后立即退出所有设备，也不能再登录；其记录保留。",
    "Signs out all devices at once and blocks signing in. Records stay.")
  static let yourself = Phrase("不能停用自己的账号。", "You cannot deactivate your own account.")
  static let endAll = Phrase("退出所有设备", "Sign out everywhere")
  static let noSessions = Phrase("目前没有登录的设备。", "No device is signed in.")
  public static let deactivated = Phrase("账号已停用。", "Account deactivated.")
  public static let activated = Phrase("账号已恢复。", "Account activated.")
  static let welcome = Phrase("欢迎，{1}", "Welcome, {1}")
  static let welcomeText = Phrase("设置密码后即可登录，账号为 {1}。", "Set your password. Your login is {1}.")
  static let start = Phrase("开始使用", "Start")
}
