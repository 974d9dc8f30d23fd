import Diagnostics
import IR

extension Keywords {
  /// Who may do what with all records of an entity.
  public static let access = MappingKind(
    zh: "权限", en: "access",
    actions(.oneOrMany(.name)) {
      Message(
        zh: "谁可以\($0.zh)：`everyone`、`nobody`、一个角色或角色的列表。",
        en: "Who may \($0.en): `everyone`, `nobody`, a role or a list of roles.")
    })

  /// What a role may do with one entity.
  public static let may = MappingKind(
    zh: "`may` 下的实体", en: "an entity under `may`",
    actions(.condition) {
      Message(
        zh: "可以\($0.zh)的是哪些记录：`true`、`own`、`own or below` 这样的词，或条件。",
        en: """
          With which records the role may \($0.en): `true`, words such as `own or below`, or a \
          condition.
          """)
    } + [
      Keyword(
        "hide", .limits,
        also: "hidden invisible hide_fields hidden_fields exclude 隐藏 不可见 不显示 隐藏字段",
        contrary: "visible visible_fields 可见字段",
        zh: "看不到的字段：列表，或写明什么时候 `{ cost: true, margin: unless own }`。",
        en: "Fields that are not shown: a list, or when, as `{ cost: true, margin: unless own }`."),
      Keyword(
        "mask", .limits, also: "masked redact redacted obfuscate 脱敏 打码 掩码 遮盖",
        zh: "只显示一部分的文字字段，例如 `{ phone: unless own }` 显示成 `138****5678`。",
        en: "Texts that are shown in part, as `{ phone: unless own }`: `138****5678`."),
      Keyword(
        "lock", .limits,
        also: "locked readonly read_only frozen immutable lock_fields 锁定 只读 不可修改 只读字段",
        contrary: "editable writable editable_fields 可编辑 可修改字段",
        zh: "能看但不能修改的字段：列表，或写明什么时候 `{ credit: unless stage == draft }`。",
        en: """
          Fields that are shown and cannot be changed: a list, or when, as \
          `{ credit: unless stage == draft }`.
          """),
    ])

  private static func actions(
    _ form: ValueForm, _ meaning: (_ doing: Message) -> Message
  ) -> [Keyword] {
    AccessAction.allCases.map { action in
      let (also, doing, note) = words(action)
      let meaning = meaning(doing)
      return Keyword(
        action.rawValue, form, also: also, zh: meaning.zh + note.zh,
        en: note.en.isEmpty ? meaning.en : meaning.en + " " + note.en)
    }
  }

  /// What an action is called elsewhere, what is done, and what is good to know of it.
  private static func words(
    _ action: AccessAction
  ) -> (also: String, doing: Message, note: Message) {
    let first = Message(
      zh: "必须也能读取。", en: "Only records that may be read.")
    switch action {
    case .read:
      return (
        "view select list get see show 读 读取 查看 查询 可见", Message(zh: "看到记录", en: "see records"),
        Message(zh: "", en: "")
      )
    case .create:
      return (
        "add insert new post 新建 新增 创建 添加", Message(zh: "新建记录", en: "create records"),
        Message(zh: "", en: "")
      )
    case .update:
      return (
        "edit write modify change put 修改 编辑 更新", Message(zh: "修改记录", en: "change records"), first
      )
    case .delete:
      return (
        "remove destroy unlink drop 删除", Message(zh: "删除记录", en: "delete records"), first
      )
    case .export:
      return (
        "download extract 导出 下载", Message(zh: "导出记录", en: "export records"),
        Message(zh: "从不随别的权限带来。", en: "Never implied by anything else.")
      )
    case .load:
      return (
        "load upload bulk_create 导入 批量导入 上传", Message(zh: "导入记录", en: "import records"),
        Message(zh: "不写时与 `create` 相同。", en: "As `create` when left out.")
      )
    case .print:
      return (
        "pdf printing 打印", Message(zh: "打印记录", en: "print records"),
        Message(zh: "不写时与 `read` 相同。", en: "As `read` when left out.")
      )
    case .assign:
      return (
        "transfer hand_over reassign allocate owner change_owner 分配 转移 移交 指派 转让",
        Message(zh: "把记录交给别人负责", en: "give records to another owner"),
        Message(zh: "不写时与 `update` 相同。", en: "As `update` when left out.")
      )
    case .comment:
      return (
        "discuss remark reply 评论 留言 讨论", Message(zh: "评论记录", en: "comment on records"),
        Message(zh: "不写时与 `read` 相同。", en: "As `read` when left out.")
      )
    }
  }

  /// Keys of an entity about its rights.
  static let entityRights = [
    Keyword(
      "access", .access(access),
      also: "权限 permissions permission perms rights acl security roles visible_to 访问",
      zh: """
        谁可以对所有记录做什么：`everyone`（所有登录的人）、`nobody`、角色，或按动作分开写 \
        `{ read: …, create: …, update: …, delete: … }`。有角色的 `may` 写到这个实体时可以不写。
        """,
      en: """
        Who may do what with all records: `everyone` who is signed in, `nobody`, roles, or each \
        action by itself: `{ read: …, create: …, update: …, delete: … }`. It may be left out when \
        the `may` of a role names the entity.
        """),
    Keyword(
      "owner", .name, also: "owner_field owned_by assignee responsible 负责人 所有者 归属人 负责人字段",
      zh: "记录归谁：一个 `person` 字段。不写时是名为 `owner` 的人员字段；没有时归创建人。",
      en: """
        Whose a record is: a field of type `person`. By default the one called `owner`, else \
        whoever created it.
        """),
    Keyword(
      "department", .name, also: "dept department_field dept_field 部门 所属部门 部门字段",
      zh: "记录属于哪个部门：一个 `department` 字段。不写时是名为 `department` 或 `dept` 的部门字段；没有时是负责人的部门。",
      en: """
        To which department a record belongs: a field of type `department`. By default the one \
        called `department` or `dept`, else the owner's department.
        """),
    Keyword(
      "sharing", .boolean, also: "share shared shareable sharable allow_sharing 共享 可共享 分享",
      zh: "`true` 表示人们可以把单条记录共享给别人。不写时是 `false`。",
      en: "`true` when people may share single records with others. `false` when left out."),
  ]

  /// To whom a view, a section or a group of the menu is offered.
  static let offer = Keyword(
    "for", .oneOrMany(.name),
    also: "roles role visible_to only_for audience available_to 角色 适用角色 可见角色 对象",
    zh: "只提供给哪些角色：一个角色或角色的列表。不写时提供给所有人。",
    en: "The roles to which it is offered: one or a list. To everyone when left out.")

  /// Why something is shown that rights would hide.
  static let declassify = Keyword(
    "declassify", .words(upTo: Checker.helpLimit),
    also: "declassified disclose release reveal 解密 公开 脱密 公开理由",
    zh: "为什么让看不到来源字段的人也看到它：一句给人看的理由，会列在权限报告里。",
    en: """
      Why people get it who may not read all that it comes from: a reason for people to read, \
      listed in the report on rights.
      """)
}
