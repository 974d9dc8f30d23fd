/// The second factor, and asking for the password again.
extension Phrase {
  static let secondFactor = Phrase("两步验证", "Second factor")
  static let factorText = Phrase(
    "登录时除密码外再输入验证器里的验证码。", "Signing in asks for a code of an authenticator app too.")
  static let factorInUse = Phrase("已启用两步验证。", "A second factor is in use.")
  static let factorNone = Phrase("没有启用两步验证。", "There is no second factor.")
  static let factorRequired = Phrase(
    "您的角色要求两步验证。", "Your role requires a second factor.")
  static let beginFactor = Phrase("启用", "Set up")
  static let removeFactor = Phrase("关闭两步验证", "Remove second factor")
  public static let factorRemoved = Phrase("两步验证已关闭。", "The second factor is removed.")
  static let scanCode = Phrase(
    "用验证器扫描二维码，或输入密钥，再填写它显示的 6 位验证码。",
    "Scan this with an authenticator app, or type the key, then enter the 6 digits it shows.")
  static let factorKey = Phrase("密钥", "Key")
  static let qrCode = Phrase("二维码", "QR code")
  static let code = Phrase("验证码", "Code")
  static let codeHelp = Phrase(
    "验证器里的 6 位数字，或一个备用码。", "6 digits of your app, or a recovery code.")
  static let codeWrong = Phrase(
    "验证码不正确或已用过。", "That code is not right, or was used before.")
  static let verify = Phrase("验证", "Verify")
  static let codesLeft = Phrase("还有 {1} 个备用码。", "{1} recovery codes are left.")
  static let newCodes = Phrase("重新生成备用码", "Make new recovery codes")
  static let recoveryCodes = Phrase("备用码", "Recovery codes")
  static let recoveryText = Phrase(
    "手机丢失时用备用码登录，每个只能用一次。请现在保存，离开本页后不再显示。",
    "They let you in when your phone is lost, each once. Keep them now: they are not shown again.")
  static let goOn = Phrase("继续", "Continue")
  static let confirmTitle = Phrase("请再次输入密码", "Enter your password again")
  static let confirmText = Phrase(
    "修改登录方式之前需要确认是您本人。", "This makes sure that it is you who changes how you sign in.")
}
