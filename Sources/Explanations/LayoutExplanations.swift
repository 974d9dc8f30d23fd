import Diagnostics

extension Explanation {
  static let unknownView = Explanation(
    summary: Message(zh: "没有这个视图", en: "there is no such view"),
    what: Message(
      zh: "工作台列出的是视图，要写 `views:` 下面的名称，例如 `customer.all`。没有视图叫这个名称。",
      en: """
        A workbench lists views by the names that stand under `views:`, such as `customer.all`. \
        No view has this name.
        """),
    why: Message(
      zh: "销售早上打开工作台，看不到自己的客户列表。",
      en: "A salesman would open the workbench in the morning and miss the list of customers."),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        languages: zh
        roles: { sales: { label: 销售, workbench: [customer.mine] } }
        entities:
          customer: { label: 客户, access: sales, fields: { name: text } }
        views:
          customer.all: { label: 全部, columns: [name] }
        """,
      right: """
        app: crm
        languages: zh
        roles: { sales: { label: 销售, workbench: [customer.all] } }
        entities:
          customer: { label: 客户, access: sales, fields: { name: text } }
        views:
          customer.all: { label: 全部, columns: [name] }
        """))

  static let unknownWord = Explanation(
    summary: Message(zh: "这里没有这个取值", en: "the key does not take this word"),
    what: Message(
      zh: "有些项只接受固定的几个词，例如视图的 `kind` 和实体的 `icon`。写的词不在其中。",
      en: """
        Some keys take one of a few words only, such as the `kind` of a view or the `icon` of an \
        entity. The word is none of them.
        """),
    why: Message(
      zh: "系统不知道要把客户显示成表格、看板还是日历。",
      en: """
        The system would not know whether to show the customers as a table, a board or a \
        calendar.
        """),
    example: .yaml(
      .entity, wrong: "icon: 房子", right: "icon: building"))

  static let noWayBack = Explanation(
    summary: Message(zh: "子表单的记录没有说明属于哪条主记录", en: "the rows do not say whose they are"),
    what: Message(
      zh: "子表单显示另一个实体的记录。那个实体要有且只有一个指向本实体的引用字段；有几个时，用 `by` 写明是哪一个。",
      en: """
        A subform shows records of another entity. That entity needs one reference back to this \
        one; when there are several, `by` says which.
        """),
    why: Message(
      zh: "在客户页面里新建的联系人，不知道该记在哪个客户名下。",
      en: "A contact that is added on a customer's page would belong to nobody."),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        languages: zh
        entities:
          customer:
            label: 客户
            access: everyone
            fields: { name: text, contacts: { type: subform, of: contact } }
          contact:
            label: 联系人
            access: everyone
            fields: { name: text }
        views:
          customer.all: { label: 全部, columns: [name] }
          contact.all: { label: 全部, columns: [name] }
        """,
      right: """
        app: crm
        languages: zh
        entities:
          customer:
            label: 客户
            access: everyone
            fields: { name: text, contacts: { type: subform, of: contact } }
          contact:
            label: 联系人
            access: everyone
            fields: { name: text, customer: { type: reference, to: customer } }
        views:
          customer.all: { label: 全部, columns: [name] }
          contact.all: { label: 全部, columns: [name] }
        """))

  static let fieldDoesNotFit = Explanation(
    summary: Message(zh: "这种字段不能放在这里", en: "a field of this type cannot stand here"),
    what: Message(
      zh: "看板按阶段或选项分列，日历和甘特图要日期，图册要图片。附件和图片不能用来筛选、排序或保证唯一。这里的字段是别的类型。",
      en: """
        A board is parted by a stage or a choice, a calendar and a gantt chart need days, a \
        gallery needs pictures. Files cannot be filtered by, sorted by or unique. The field here \
        is of another type.
        """),
    why: Message(
      zh: "按金额分列的看板，每笔商机都会自成一列，没有人能看。",
      en: """
        A board parted by amounts would have a column for each opportunity; nobody could read it.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        languages: zh
        entities:
          customer:
            label: 客户
            access: everyone
            fields: { name: text, level: { type: choice, options: { vip: 重点 } } }
        views:
          customer.board: { kind: board, by: name, label: 看板, columns: [name] }
        """,
      right: """
        app: crm
        languages: zh
        entities:
          customer:
            label: 客户
            access: everyone
            fields: { name: text, level: { type: choice, options: { vip: 重点 } } }
        views:
          customer.board: { kind: board, by: level, label: 看板, columns: [name] }
        """))
}
