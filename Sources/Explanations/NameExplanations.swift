import Diagnostics

// About names where they are declared.
extension Explanation {
  static let badName = Explanation(
    summary: Message(zh: "名称的写法不对", en: "a name is not made as names are"),
    what: Message(
      zh: "名称由字母（包括汉字）、数字和下划线组成，不以数字开头，最多 60 个字符。空格、括号和其他符号不能出现在名称里，但可以出现在 `label` 里。",
      en: """
        A name is made of letters (Chinese ones too), digits and `_`, does not begin with a \
        digit and has at most 60 characters. Spaces, brackets and other signs cannot stand in \
        a name, but they can in a `label`.
        """),
    why: Message(
      zh: "名称会用在网址、接口和数据文件的表头里。带括号或空格的名称在那里会断开，导入客户时就对不上列。",
      en: """
        Names are used in addresses, in the API and in the heads of data files. There a space \
        or a bracket would break them, and the columns of an import would not match.
        """),
    example: .yaml(
      .fields,
      wrong: "电话（手机）: text",
      right: "mobile: { type: text, label: 电话（手机） }"))

  static let reservedName = Explanation(
    summary: Message(zh: "系统保留的名称", en: "the name is one of the system's"),
    what: Message(
      zh: """
        每条记录自带 `id`、`version`、`created_at`、`created_by`、`updated_at`、`updated_by`，字段不能叫这些名称。角色\
        不能叫 `everyone` 和 `nobody`。
        """,
      en: """
        Every record has `id`, `version`, `created_at`, `created_by`, `updated_at` and \
        `updated_by` already, so no field can be called so. Roles cannot be called `everyone` \
        or `nobody`.
        """),
    why: Message(
      zh: "两个“创建时间”放在一起，没有人知道列表是按哪一个排序的。一个名叫 `everyone` 的角色会让人分不清权限给了谁。",
      en: """
        With two creation times nobody could tell by which one a list is sorted. A role called \
        `everyone` would leave open who has a right.
        """),
    example: .yaml(
      .fields,
      wrong: "id: { type: text, label: 客户编号 }",
      right: "number: { type: text, label: 客户编号 }"))

  static let declaredTwice = Explanation(
    summary: Message(zh: "同一名称声明了两次", en: "a name is declared twice"),
    what: Message(
      zh: "应用由文件夹里的所有文件合成，同一个名称只能声明一次，不论在哪个文件。这里是第二次。",
      en: """
        All files of the folder make one application, and a name is declared once in all of \
        them. This is the second time.
        """),
    why: Message(
      zh: "两处写得不一样时，合同金额是人民币还是美元，取决于先读到哪个文件。",
      en: """
        When the two differ, it would depend on the order of the files whether contracts are \
        in yuan or in dollars.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        currency: CNY
        #=== sales.yaml
        currency: USD
        """,
      right: """
        app: crm
        currency: CNY
        """))

  static let badViewName = Explanation(
    summary: Message(zh: "视图名称应写成 `实体.名称`", en: "a view's name must be `entity.name`"),
    what: Message(
      zh: "视图是某个实体的列表。它的名称由实体的名称、一个点和自己的名称组成。",
      en: """
        A view is a list of one entity's records. Its name is the entity's name, a dot and a \
        name of its own.
        """),
    why: Message(
      zh: "没有实体的名称，就不知道这个列表显示客户还是订单，菜单里也没有它的位置。",
      en: """
        Without the entity's name nobody can tell whether the list shows customers or orders, \
        and it has no place in the menu.
        """),
    example: .yaml(
      .views,
      wrong: """
        customer.all: { label: 全部客户, columns: [name] }
        vip: { label: 重点客户, columns: [name] }
        """,
      right: """
        customer.all: { label: 全部客户, columns: [name] }
        customer.vip: { label: 重点客户, columns: [name] }
        """))

  static let entityWithoutView = Explanation(
    summary: Message(zh: "实体没有视图", en: "an entity has no view"),
    what: Message(
      zh: "视图说明一个实体的列表显示哪些列。每个实体至少要有一个。",
      en: "A view says which columns the list of an entity shows. Each entity needs at least one."),
    why: Message(
      zh: "没有视图，菜单里就没有客户。数据存在，但没有人能看到。",
      en: """
        Without a view there are no customers in the menu. The records exist, and nobody can \
        see them.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        entities:
          customer: { label: 客户, access: everyone, fields: { name: text } }
        """,
      right: """
        app: crm
        entities:
          customer: { label: 客户, access: everyone, fields: { name: text } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
        """))

  static let repeatedName = Explanation(
    summary: Message(zh: "同一名称在列表中重复", en: "a name is repeated in a list"),
    what: Message(zh: "列表里的每一项只写一次。", en: "Each item of a list is written once."),
    why: Message(
      zh: "同一列显示两遍只会占地方。更可能的是想写另一列却写成了这一列，那一列就没有人看到。",
      en: """
        The same column twice wastes space. More likely another column was meant, and that one \
        is missing.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 全部客户
        columns: [name, level, name]
        """,
      right: """
        label: 全部客户
        columns: [name, level, budget]
        """))
}
