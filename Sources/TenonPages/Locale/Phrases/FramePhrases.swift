/// The frame, menus and sign-in.
extension Phrase {
  static let skipToContent = Phrase("跳到正文", "Skip to content")
  static let modules = Phrase("模块", "Modules")
  static let navigation = Phrase("主导航", "Main navigation")
  static let create = Phrase("新建", "Create")
  static let createEntity = Phrase("新建{1}", "New {1}")
  static let account = Phrase("我的", "Me")
  static let language = Phrase("语言", "Language")
  static let signOut = Phrase("退出登录", "Sign out")
  static let home = Phrase("回到首页", "Go to the start page")
  static let signIn = Phrase("登录", "Sign in")
  static let signInTo = Phrase("登录{1}", "Sign in to {1}")
  static let login = Phrase("账号", "Login")
  static let password = Phrase("密码", "Password")
  static let signInRefused = Phrase(
    "账号或密码不正确，请重新输入。", "That login and password do not match. Try again.")
  static let signInTooMany = Phrase(
    "尝试次数过多，请几分钟后再试。", "Too many attempts. Wait a few minutes and try again.")
  static let signInEnded = Phrase("登录已过期，请重新登录。", "Your session has ended. Sign in again.")
}
