/// Everything that the runtime itself says to a user. `{1}`, `{2}` are filled by
/// ``Locale/text(_:_:)``.
public enum Phrase: CaseIterable, Hashable, Sendable {
  // Frame
  case skipToContent, modules, navigation, create, createEntity, account, language, signOut
  case home
  // Sign-in
  case signIn, signInTo, login, password, signInRefused, signInTooMany, signInEnded
  // Lists
  case views, filters, apply, clearAll, clear, any, from, to, sort, ascending, descending
  case first, previous, next, last, pages, rowsOf, emptyTitle, emptyText, emptyReadOnly
  case noMatchTitle, noMatchText, untitled, hiddenRecord, blank, yes, no
  // Records
  case edit, delete, deleteQuestion, deleteText, cancel, details, history
  case createdAt, updatedAt
  // Forms
  case save, createTitle, editTitle, optionalHint, errorSummary, choose
  case conflictTitle, conflictBy, conflictText, now
  case find, findRecord, findNone, noHit, loading, givenBySystem
  case problemRequired, problemMalformed, problemNumber, problemDate, problemDateTime
  case problemLines, problemTooLong, problemTooSmall, problemTooLarge, problemNotUnique,
    problemUnknown
  // Flash
  case created, saved, deleted, signedOut
  // Problems
  case badRequest, badRequestText, forbidden, forbiddenText, notFound, notFoundText
  case notAllowed, notAllowedText, conflict, conflictRetry, tooLarge, tooLargeText
  case tooMany, tooManyText, failure, failureText, unavailable, unavailableText
  case storageFull, storageFullText, toSignIn, reference, expiredForm
}

extension Phrase {
  /// The wording in each language.
  public var words: (zh: String, en: String) {
    frameWords ?? listWords ?? recordWords ?? formWords ?? problemWords ?? ("", "")
  }

  private var frameWords: (zh: String, en: String)? {
    switch self {
    case .skipToContent: return ("跳到正文", "Skip to content")
    case .modules: return ("模块", "Modules")
    case .navigation: return ("主导航", "Main navigation")
    case .create: return ("新建", "Create")
    case .createEntity: return ("新建{1}", "New {1}")
    case .account: return ("我的", "Me")
    case .language: return ("语言", "Language")
    case .signOut: return ("退出登录", "Sign out")
    case .home: return ("回到首页", "Go to the start page")
    case .signIn: return ("登录", "Sign in")
    case .signInTo: return ("登录{1}", "Sign in to {1}")
    case .login: return ("账号", "Login")
    case .password: return ("密码", "Password")
    case .signInRefused:
      return ("账号或密码不正确，请重新输入。", "That login and password do not match. Try again.")
    case .signInTooMany:
      return ("尝试次数过多，请几分钟后再试。", "Too many attempts. Wait a few minutes and try again.")
    case .signInEnded:
      return ("登录已过期，请重新登录。", "Your session has ended. Sign in again.")
    default: return nil
    }
  }

  private var listWords: (zh: String, en: String)? {
    switch self {
    case .views: return ("视图", "Views")
    case .filters: return ("筛选", "Filters")
    case .apply: return ("应用", "Apply")
    case .clearAll: return ("清除筛选", "Clear filters")
    case .clear: return ("清除“{1}”", "Clear “{1}”")
    case .any: return ("全部", "Any")
    case .from: return ("从", "From")
    case .to: return ("到", "To")
    case .sort: return ("排序", "Sort")
    case .ascending: return ("{1}（升序）", "{1} (ascending)")
    case .descending: return ("{1}（降序）", "{1} (descending)")
    case .first: return ("第一页", "First")
    case .previous: return ("上一页", "Previous")
    case .next: return ("下一页", "Next")
    case .last: return ("最后一页", "Last")
    case .pages: return ("翻页", "Pages")
    case .rowsOf: return ("{1}列表", "List of {1}")
    case .emptyTitle: return ("还没有{1}", "No {1} records yet")
    case .emptyText: return ("新建第一条，它会出现在这里。", "Create the first one and it will show here.")
    case .emptyReadOnly: return ("有了记录就会出现在这里。", "Records will show here once there are some.")
    case .noMatchTitle: return ("没有符合条件的{1}", "No {1} records match")
    case .noMatchText: return ("请放宽或清除筛选条件。", "Loosen the filters, or clear them.")
    case .untitled: return ("未命名", "Untitled")
    case .hiddenRecord: return ("无权查看", "No access")
    case .blank: return ("空", "Empty")
    case .yes: return ("是", "Yes")
    case .no: return ("否", "No")
    default: return nil
    }
  }

  private var recordWords: (zh: String, en: String)? {
    switch self {
    case .edit: return ("编辑", "Edit")
    case .delete: return ("删除", "Delete")
    case .deleteQuestion: return ("删除“{1}”？", "Delete “{1}”?")
    case .deleteText: return ("删除后无法恢复。", "This cannot be undone.")
    case .cancel: return ("取消", "Cancel")
    case .details: return ("详细信息", "Details")
    case .history: return ("记录信息", "Record")
    case .createdAt: return ("创建时间", "Created")
    case .updatedAt: return ("更新时间", "Updated")
    case .created: return ("已创建。", "Created.")
    case .saved: return ("已保存。", "Saved.")
    case .deleted: return ("已删除。", "Deleted.")
    case .signedOut: return ("已退出登录。", "You are signed out.")
    default: return nil
    }
  }

  private var formWords: (zh: String, en: String)? {
    switch self {
    case .save: return ("保存", "Save")
    case .createTitle: return ("新建{1}", "New {1}")
    case .editTitle: return ("编辑{1}", "Edit {1}")
    case .optionalHint: return ("带 * 的为必填项", "Fields with * are required")
    case .errorSummary: return ("还没有保存，请检查以下内容", "Not saved yet. Please check these")
    case .choose: return ("请选择", "Choose")
    case .conflictTitle:
      return ("在你编辑期间，这条记录被修改过", "This record was changed while you were editing")
    case .conflictBy: return ("{1}于 {2} 保存了修改。", "{1} saved a change at {2}.")
    case .conflictText:
      return (
        "下面保留着你输入的内容。再次保存将以你的内容为准。",
        "What you typed is kept below. Save again to keep yours."
      )
    case .now: return ("{1}现在是", "{1} is now")
    case .find: return ("查找", "Find")
    case .findRecord: return ("查找{1}", "Find {1}")
    case .findNone: return ("没有找到，请换个词再试。", "Nothing found. Try other words.")
    case .noHit: return ("没有匹配的记录", "No matching record")
    case .loading: return ("正在查找…", "Searching…")
    case .givenBySystem: return ("保存时自动生成", "Given when saved")
    case .problemRequired: return ("请填写{1}", "Enter {1}")
    case .problemMalformed: return ("{1}的格式不正确", "{1} is not in the right form")
    case .problemNumber: return ("{1}应为数字，例如 {2}", "{1} must be a number such as {2}")
    case .problemDate: return ("{1}应为日期，例如 2026-03-02", "{1} must be a date such as 2026-03-02")
    case .problemDateTime:
      return (
        "{1}应为日期和时间，例如 2026-03-02 09:00",
        "{1} must be a date and time such as 2026-03-02 09:00"
      )
    case .problemLines: return ("{1}只能填写一行", "{1} takes one line only")
    case .problemTooLong: return ("{1}最多 {2} 个字", "{1} can have at most {2} characters")
    case .problemTooSmall: return ("{1}不能小于 {2}", "{1} cannot be less than {2}")
    case .problemTooLarge: return ("{1}不能大于 {2}", "{1} cannot be more than {2}")
    case .problemNotUnique: return ("已有相同{1}的记录", "Another record has this {1} already")
    case .problemUnknown: return ("{1}的选项不存在，请重新选择", "This {1} does not exist. Choose again")
    default: return nil
    }
  }

  private var problemWords: (zh: String, en: String)? {
    switch self {
    case .badRequest: return ("无法处理这个请求", "This request could not be read")
    case .badRequestText: return ("请返回上一页再试一次。", "Go back and try again.")
    case .forbidden: return ("你没有权限", "You do not have access")
    case .forbiddenText:
      return ("如果工作需要，请联系管理员开通。", "If your work needs it, ask your administrator.")
    case .notFound: return ("找不到这个页面", "There is nothing here")
    case .notFoundText:
      return ("链接可能有误，或记录已被删除。", "The link may be wrong, or the record was deleted.")
    case .notAllowed: return ("这里不支持该操作", "That cannot be done here")
    case .notAllowedText: return ("请从页面上的按钮操作。", "Use the buttons on the page.")
    case .conflict: return ("记录已被他人修改", "Someone else changed this record")
    case .conflictRetry:
      return ("请打开最新内容后再操作。", "Open it again to see the latest, then repeat your change.")
    case .tooLarge: return ("内容太大", "That is too large")
    case .tooLargeText: return ("请缩短内容后再提交。", "Make it shorter and send it again.")
    case .tooMany: return ("操作太频繁", "Too many requests")
    case .tooManyText: return ("请稍等片刻再试。", "Wait a moment and try again.")
    case .failure: return ("系统出错了", "Something went wrong")
    case .failureText:
      return (
        "这次操作没有保存。请再试一次；仍然出错请联系管理员。",
        "Nothing was saved. Try again; if it happens again, tell your administrator."
      )
    case .unavailable: return ("系统暂时繁忙", "The system is busy")
    case .unavailableText: return ("请稍后再试，已保存的数据不受影响。", "Try again shortly. Saved data is safe.")
    case .storageFull: return ("存储空间已满", "The disk is full")
    case .storageFullText:
      return (
        "这次修改没有保存，仍可查看数据。请联系管理员清理空间。",
        "This change was not saved; you can still read. Ask your administrator to make room."
      )
    case .toSignIn: return ("去登录", "Go to sign-in")
    case .reference: return ("编号 {1}", "Reference {1}")
    case .expiredForm:
      return ("表单已过期，请重新提交。", "This form has expired. Please send it again.")
    default: return nil
    }
  }
}
