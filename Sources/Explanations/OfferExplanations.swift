import Diagnostics

// About rights that hang together, and about what is offered to whom.
extension Explanation {
  static let cyclicReach = Explanation(
    summary: Message(zh: "`reach` 绕成了一圈", en: "`reach` goes in a ring"),
    what: Message(
      zh: "`reach(customer)` 表示：能看到客户，就能看到这条记录。如果能不能看到客户又取决于能不能看到这类记录，就没有答案。",
      en: """
        `reach(customer)` means: whoever may see the customer sees this record. When seeing the \
        customer in turn hangs on records of this kind, there is no answer.
        """),
    why: Message(
      zh: "系统无从判断第一条记录能不能看。",
      en: "The system could not tell of the first record whether it may be seen."),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        roles:
          sales:
            label: 销售
            may: { visit: { read: reach(customer) }, customer: { read: reach(last) } }
        entities:
          customer: { label: 客户, fields: { name: text, last: { type: reference, to: visit } } }
          visit: { label: 拜访, fields: { name: text, customer: { type: reference, to: customer } } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
          visit.all: { label: 全部拜访, columns: [name] }
        """,
      right: """
        app: crm
        roles:
          sales:
            label: 销售
            may: { visit: { read: reach(customer) }, customer: { read: own } }
        entities:
          customer: { label: 客户, fields: { name: text, last: { type: reference, to: visit } } }
          visit: { label: 拜访, fields: { name: text, customer: { type: reference, to: customer } } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
          visit.all: { label: 全部拜访, columns: [name] }
        """))

  static let createNeedsField = Explanation(
    summary: Message(
      zh: "可以新建，但填不了必填字段", en: "may create records, but not fill in what is required"),
    what: Message(
      zh: "角色可以新建记录，可是有一个必填、没有默认值的字段对它是隐藏或锁定的。",
      en: """
        The role may create records, but a field that must be filled in and starts blank is hidden \
        from it or locked for it.
        """),
    why: Message(
      zh: "销售填完整张表单，保存时总是被退回，而且看不到缺的是什么。",
      en: """
        Salesmen fill in the whole form, and each time it is refused for want of a field that they \
        cannot reach.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        roles:
          sales: { label: 销售, may: { customer: { read: own, create: true, hide: [credit] } } }
        entities:
          customer: { label: 客户, fields: { name: text, credit: { type: money, required: true } } }
        views: { customer.all: { label: 全部客户, columns: [name] } }
        """,
      right: """
        app: crm
        roles:
          sales: { label: 销售, may: { customer: { read: own, create: true, hide: [credit] } } }
        entities:
          customer:
            label: 客户
            fields: { name: text, credit: { type: money, required: true, default: 0 } }
        views: { customer.all: { label: 全部客户, columns: [name] } }
        """))

  static let offeredWithoutRead = Explanation(
    summary: Message(
      zh: "提供给角色的视图它看不到", en: "a view is offered to a role that does not get it"),
    what: Message(
      zh: "`for` 或工作台把视图给了一个角色，但它不能读取这类记录，或者视图的 `for` 里没有它。",
      en: """
        A `for` or a workbench gives a view to a role that may not read these records, or that the \
        `for` of the view leaves out.
        """),
    why: Message(
      zh: "财务的工作台上少了一块，没有人知道为什么。",
      en: "A part of the workbench of finance is missing, and nobody knows why."),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        roles: { sales: 销售, finance: { label: 财务, workbench: [customer.all] } }
        entities:
          customer: { label: 客户, access: sales, fields: { name: text } }
          invoice: { label: 发票, access: finance, fields: { name: text } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
          invoice.all: { label: 全部发票, columns: [name] }
        """,
      right: """
        app: crm
        roles: { sales: 销售, finance: { label: 财务, workbench: [customer.all] } }
        entities:
          customer: { label: 客户, access: [sales, finance], fields: { name: text } }
          invoice: { label: 发票, access: finance, fields: { name: text } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
          invoice.all: { label: 全部发票, columns: [name] }
        """))

  static let builtInRights = Explanation(
    summary: Message(zh: "人员和部门的权限是固定的", en: "rights to people and departments are fixed"),
    what: Message(
      zh: "每个应用都有人员和部门：所有登录的人能看到，`administrator: true` 的角色能修改。角色的 `may` 不能改变这一点。",
      en: """
        Every application has people and departments: all who are signed in see them, roles with \
        `administrator: true` change them. No `may` alters that.
        """),
    why: Message(
      zh: "看不到同事，就不能把客户交给他，也不能在评论里提到他。",
      en: """
        Who does not see a colleague can neither give a customer to him nor mention him in a \
        comment.
        """),
    example: .yaml(
      .sections,
      wrong: """
        roles:
          hr: { label: 人事, administrator: true, may: { user: all } }
        """,
      right: """
        roles:
          hr: { label: 人事, administrator: true }
        """))

  static let idleDeclassification = Explanation(
    summary: Message(zh: "`declassify` 不起作用", en: "`declassify` changes nothing"),
    what: Message(
      zh: """
        由看不到的字段算出来的值，默认也看不到；`declassify` 写明理由后放行。字段不是算出来的，或者视图没有 `where`，就没有什么可放行的。
        """,
      en: """
        What is worked out of fields that one may not read is not shown either, unless \
        `declassify` gives a reason. A field that is not computed, or a view without a `where`, \
        has nothing to be let through.
        """),
    why: Message(
      zh: "读的人以为这里公开了什么敏感的东西，其实没有；要藏的字段却以为已经放行了。",
      en: "Whoever reads it takes it for an exception, and there is none."),
    example: .yaml(
      .fields, wrong: "cost: { type: money, declassify: 公司公开成本 }",
      right: """
        cost: money
        doubled: { type: money, value: cost * 2, declassify: 公司公开两倍的成本 }
        """))
}
