import Diagnostics

extension Template {
  /// Customers, their contacts, deals; three roles; a file for each.
  static let crm = Template(
    name: "crm",
    summary: Message(
      zh: "客户、联系人、商机，有角色和权限", en: "customers, contacts and deals, with roles and access"),
    definitions: [
      File(path: "app.yaml", text: crmApp), File(path: "contact.yaml", text: crmContact),
      File(path: "customer.yaml", text: crmCustomer), File(path: "deal.yaml", text: crmDeal),
    ],
    data: [
      File(
        path: "data/users.csv",
        text: """
          user,name,password,roles
          me,我,tenon-demo,sales manager
          li,李娜,tenon-demo,sales
          zhang,张伟,tenon-demo,support

          """),
      File(
        path: "data/customer.csv",
        text: """
          name,level,industry,city,phone,discount,active
          山水茶业有限公司,vip,food,杭州,0571-5550001,0.1,true
          青石机械厂,normal,machinery,沈阳,024-5550002,0,true
          云岭物流,normal,logistics,昆明,0871-5550003,,true
          海棠服饰,lost,retail,广州,,,false

          """),
      File(
        path: "data/contact.csv",
        text: """
          customer.name,name,position,phone,email,decides
          山水茶业有限公司,陈静,采购经理,13800000001,chen@example.com,true
          山水茶业有限公司,林涛,财务,13800000002,,false
          青石机械厂,周强,厂长,13800000003,zhou@example.com,true

          """),
      File(
        path: "data/deal.csv",
        text: """
          name,customer.name,amount,stage,chance,closes_on
          春茶礼盒,山水茶业有限公司,86000,offer,0.6,2026-04-15
          机床保养三年,青石机械厂,240000,contacted,0.3,2026-06-30
          仓储系统,云岭物流,520000,new,0.1,2026-09-01

          """),
    ])

  private static let crmApp = """
    #zh 应用的设置。任何文件都可以有任何部分，这里把客户、联系人、商机分成了三个文件。
    #zh `app` 是应用的名称，`label` 是人看到的名称。
    #en The settings. Any file may hold any section; here customers, contacts and deals have a
    #en file each. `app` is the application's name, `label` what people call it.
    app: APP
    label: { zh: 客户管理, en: Customer relations }
    #zh `languages` 是页面的语言，第一个是默认语言。
    #en `languages` of the pages; the first is the default.
    languages: [zh, en]
    #zh `currency` 是金额的货币；`time_zone` 决定时间怎样显示。
    #en `currency` is that of all money; `time_zone` decides how instants are shown.
    currency: CNY
    time_zone: Asia/Shanghai

    #zh `roles` 下面是角色。谁有哪些角色写在用户那里；角色能做什么写在各实体的 `access`。
    #en Under `roles` stand the roles. Users have them; what a role may do stands in the `access`
    #en of each entity.
    roles:
      sales: { zh: 销售, en: Sales }
      manager: { zh: 销售经理, en: Sales manager }
      support: { zh: 客服, en: Support }

    """

  private static let crmCustomer = """
    #zh `entities` 下面是实体：每一类记录一个。
    #en Under `entities` stand the kinds of record.
    entities:
      customer:
        label: { zh: 客户, en: Customer }
        #zh `title` 是一条记录的叫法，花括号里是字段的名称。
        #en `title` is what a record is called; fields stand in braces.
        title: "{number} {name}"
        #zh `access` 分开写：`read` 读取，`create` 新建，`update` 修改，`delete` 删除。
        #zh 没有写的，没有人可以做。能修改的人必须也能读取。
        #en `access` action by action: `read`, `create`, `update`, `delete`. What is left out,
        #en nobody may do. Who may change a record must be able to read it.
        access:
          read: everyone
          create: [sales, manager]
          update: [sales, manager]
          delete: manager
        #zh `unique`：这里名称和城市合起来不能重复。
        #en `unique`: here name and city together occur once.
        unique: [[name, city]]
        #zh `fields` 下面是字段，`type` 是字段类型。
        #en Under `fields` stand the fields; `type` says what one holds.
        fields:
          #zh 编号由系统给出：`pattern` 中 `{0000}` 是计数，`{yyyy}` 是年份。
          #en The system gives the number: in `pattern`, `{0000}` counts and `{yyyy}` is the year.
          number:
            type: auto_number
            label: { zh: 客户编号, en: Number }
            pattern: "KH-{yyyy}-{0000}"
          #zh `required: true` 表示必填；`max_length` 是最多几个字符。
          #en `required: true` must be filled in; `max_length` is the most characters.
          name:
            type: text
            label: { zh: 客户名称, en: Name }
            required: true
            max_length: 100
          #zh `choice` 是几个选项中的一个，写在 `options`；`default` 是新记录的初始值。
          #en A `choice` is one of its `options`; `default` is what a new record starts with.
          level:
            type: choice
            label: { zh: 客户级别, en: Level }
            options:
              vip: { zh: 重点, en: Key }
              normal: { zh: 普通, en: Normal }
              lost: { zh: 流失, en: Lost }
            default: normal
            required: true
          industry:
            type: choice
            label: { zh: 行业, en: Industry }
            options:
              food: { zh: 食品, en: Food }
              machinery: { zh: 机械, en: Machinery }
              logistics: { zh: 物流, en: Logistics }
              retail: { zh: 零售, en: Retail }
          city: { type: text, label: { zh: 城市, en: City } }
          phone: { type: text, label: { zh: 电话, en: Phone } }
          #zh 百分比按比例书写，`0.05` 是 5 %；`min` 和 `max` 是允许的范围。
          #en A percentage is a share, `0.05` is 5 %; `min` and `max` are the range allowed.
          discount:
            type: percent
            label: { zh: 协议折扣, en: Agreed discount }
            #zh `help` 是输入框下面的说明。
            #en `help` is a sentence below the input.
            help: { zh: 按合同填写, en: As the contract says }
            min: 0
            max: 0.5
          active: { type: boolean, label: { zh: 合作中, en: Active }, default: true }
          remark: { type: long_text, label: { zh: 备注, en: Remarks } }

    #zh `views` 下面是列表，名称写成 `实体.名称`。
    #zh `columns` 是显示的列，`filter` 是可以筛选的列，`sort` 是可选的排序，`-` 表示降序。
    #en Under `views` stand the lists, called `entity.name`. `columns` are shown, by `filter`
    #en readers filter, `sort` are the orders; `-` is descending.
    views:
      customer.all:
        label: { zh: 全部客户, en: All customers }
        columns: [number, name, level, industry, city, phone]
        filter: [name, level, industry, city, active]
        sort: [-created_at, name]

    """

  private static let crmContact = """
    #zh 联系人：客户那边的人。`entities` 可以分在几个文件里写。
    #en Contacts: the people on the customer's side. `entities` may stand in several files.
    entities:
      contact:
        label: { zh: 联系人, en: Contact }
        title: "{name}"
        #zh `access`：所有人可以 `read`，三个角色可以 `create` 和 `update`，客服不能 `delete`。
        #en `access`: everyone may `read`, three roles may `create` and `update`, support may not
        #en `delete`.
        access:
          read: everyone
          create: [sales, manager, support]
          update: [sales, manager, support]
          delete: [sales, manager]
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
          phone: { type: text, label: { zh: 手机, en: Mobile } }
          #zh 字段上的 `unique: true` 表示两条记录不能有相同的值，空白不算。
          #en `unique: true` at a field: no two records share a value, blanks aside.
          email: { type: text, label: { zh: 邮箱, en: Email }, unique: true }
          decides: { type: boolean, label: { zh: 决策人, en: Decides } }

    views:
      contact.all:
        label: { zh: 全部联系人, en: All contacts }
        columns: [name, customer, position, phone, decides]
        filter: [customer, name]
        sort: [name]

    """

  private static let crmDeal = """
    #zh 商机：可能成交的生意。
    #en Deals: business that may come about.
    entities:
      deal:
        label: { zh: 商机, en: Deal }
        title: "{name}"
        #zh 一个角色或角色的列表；客服看不到商机，因为 `read` 里没有它。
        #en A role or a list of roles; support sees no deals, for `read` does not name it.
        access:
          read: [sales, manager]
          create: [sales, manager]
          update: [sales, manager]
          delete: manager
        fields:
          name: { type: text, label: { zh: 商机名称, en: Name }, required: true }
          customer:
            type: reference
            to: customer
            label: { zh: 客户, en: Customer }
            required: true
          amount: { type: money, label: { zh: 预计金额, en: Expected amount }, min: 0 }
          stage:
            type: choice
            label: { zh: 阶段, en: Stage }
            options:
              new: { zh: 新建, en: New }
              contacted: { zh: 已联系, en: Contacted }
              offer: { zh: 已报价, en: Offer made }
              won: { zh: 赢单, en: Won }
              lost: { zh: 输单, en: Lost }
            default: new
            required: true
          chance: { type: percent, label: { zh: 把握, en: Chance }, min: 0, max: 1 }
          closes_on: { type: date, label: { zh: 预计成交日, en: Closes on } }

    views:
      #zh 一个实体可以有几个列表，菜单打开第一个。
      #en An entity may have several lists; its menu opens the first.
      deal.all:
        label: { zh: 全部商机, en: All deals }
        columns: [name, customer, stage, amount, closes_on]
        filter: [customer, stage, closes_on]
        sort: [closes_on, -amount]
      deal.large:
        label: { zh: 按金额, en: By amount }
        columns: [name, amount, chance, customer]
        sort: [-amount]

    """
}
