import Diagnostics

/// The files of ``Template/crm`` about those whom one deals with, and the deals.
extension Template {
  static let crmContact = """
    #zh 联系人：客户那边的人。`entities` 可以分在几个文件里写。
    #en Contacts: the people on the customer's side. `entities` may stand in several files.
    entities:
      contact:
        label: { zh: 联系人, en: Contact }
        plural: { zh: 联系人, en: Contacts }
        icon: user
        title: "{name}"
        fields:
          #zh `reference` 引用另一条记录，`to` 是它的实体。
          #en A `reference` leads to another record; `to` is its entity.
          customer:
            type: reference
            to: customer
            label: { zh: 客户, en: Customer }
            required: true
          name: { type: text, label: { zh: 姓名, en: Name }, required: true }
          position: { type: text, label: { zh: 职位, en: Position } }
          phone: { type: phone, label: { zh: 手机, en: Mobile } }
          #zh 字段上的 `unique: true` 表示两条记录不能有相同的值，空白不算。
          #en `unique: true` at a field: no two records share a value, blanks aside.
          email: { type: email, label: { zh: 邮箱, en: Email }, unique: true }
          decides: { type: boolean, label: { zh: 决策人, en: Decides } }

    views:
      contact.all:
        label: { zh: 全部联系人, en: All contacts }
        columns: [name, customer, position, phone, decides]
        filter: [customer, name]
        sort: [name]

    """

  static let crmDeal = """
    #zh 商机：可能成交的生意。
    #en Deals: business that may come about.
    entities:
      deal:
        label: { zh: 商机, en: Deal }
        plural: { zh: 商机, en: Deals }
        icon: handshake
        title: "{name}"
        fields:
          name: { type: text, label: { zh: 商机名称, en: Name }, required: true }
          customer:
            type: reference
            to: customer
            label: { zh: 客户, en: Customer }
            required: true
          owner: { type: person, label: { zh: 负责人, en: Owner }, default: me }
          amount: { type: money, label: { zh: 预计金额, en: Expected amount }, min: 0 }
          #zh `stage` 是记录走过的阶段：`outcome` 是结果，`needs` 是进入这个阶段必须填写的字段。
          #en A `stage` is the path of a record: `outcome` says how it ends, `needs` what must be
          #en filled in by then.
          stage:
            type: stage
            label: { zh: 阶段, en: Stage }
            options:
              new: { zh: 新建, en: New }
              contacted: { zh: 已联系, en: Contacted }
              offer: { label: { zh: 已报价, en: Offer made }, needs: amount }
              won: { label: { zh: 赢单, en: Won }, outcome: won, needs: [amount, closes_on] }
              lost: { label: { zh: 输单, en: Lost }, outcome: lost }
            default: new
            required: true
          #zh `rating` 是星级，`max` 是最多几颗。
          #en A `rating` is a number of stars, `max` at most.
          hope: { type: rating, label: { zh: 意向度, en: Hope }, max: 5 }
          chance: { type: percent, label: { zh: 把握, en: Chance }, min: 0, max: 1 }
          closes_on: { type: date, label: { zh: 成交日, en: Closes on } }
        #zh `sections` 把字段分组；没有写到的字段在最后。
        #en `sections` group the fields; those not named come last.
        sections:
          deal: { label: { zh: 商机, en: Deal }, fields: [name, customer, owner, stage] }
          value: { label: { zh: 金额, en: Value }, fields: [amount, chance, hope, closes_on] }

    views:
      #zh 一个实体可以有几个列表，菜单打开第一个。
      #en An entity may have several lists; its menu opens the first.
      deal.all:
        label: { zh: 全部商机, en: All deals }
        columns: [name, customer, stage, amount, closes_on, owner]
        filter: [customer, stage, owner, closes_on]
        sort: [closes_on, -amount]
      deal.mine:
        label: { zh: 我的商机, en: My deals }
        where: owner == me and stage in [new, contacted, offer]
        columns: [name, customer, stage, amount, closes_on]
        sort: [closes_on, -amount]
      #zh `kind` 是显示的方式：看板按 `by` 的每个阶段一列，卡片上是 `columns`，可以拖动。
      #en `kind` is how a view looks: a board has a column for each stage of `by`; its cards show
      #en the `columns` and can be dragged.
      deal.board:
        kind: board
        by: stage
        label: { zh: 看板, en: Board }
        columns: [name, customer, amount, owner]
        filter: owner
        sort: -amount
      #zh 日历：按 `from` 的日期显示。
      #en A calendar shows records on the date of `from`.
      deal.calendar:
        kind: calendar
        from: closes_on
        label: { zh: 日历, en: Calendar }
        columns: [name, customer, amount]

    """
}
