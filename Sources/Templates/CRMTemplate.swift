import Diagnostics

extension Template {
  /// Customers, their contacts, deals; three roles; a file for each.
  static let crm = Template(
    name: "crm",
    summary: Message(
      zh: "客户、联系人、商机，有角色、看板和工作台",
      en: "customers, contacts and deals, with roles, a board and workbenches"),
    definitions: [
      File(path: "app.yaml", text: crmApp), File(path: "contact.yaml", text: crmContact),
      File(path: "customer.yaml", text: crmCustomer), File(path: "deal.yaml", text: crmDeal),
    ],
    data: [
      File(
        path: "data/users.csv",
        text: """
          login,name,password,roles,department.name,position
          me,我,tenon-demo,sales manager admin,销售部,经理
          li,李娜,tenon-demo,sales,销售部,销售
          zhang,张伟,tenon-demo,support,客服部,客服

          """),
      File(
        path: "data/department.csv",
        text: """
          name,parent.name,head.login
          总部,,me
          销售部,总部,me
          客服部,总部,zhang

          """),
      File(
        path: "data/customer.csv",
        text: """
          name,level,industry,owner.login,city,phone,website,tags,discount,active
          山水茶业有限公司,vip,food,li,杭州,0571-5550001,https://shanshui.example,prompt reference,0.1,true
          青石机械厂,normal,machinery,me,沈阳,024-5550002,,,0,true
          云岭物流,normal,logistics,li,昆明,0871-5550003,,price,,true
          海棠服饰,lost,retail,me,广州,,,,,false

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
          name,customer.name,owner.login,amount,stage,chance,closes_on,hope
          春茶礼盒,山水茶业有限公司,li,86000,offer,0.6,2026-04-15,4
          机床保养三年,青石机械厂,me,240000,contacted,0.3,2026-06-30,2
          仓储系统,云岭物流,li,520000,new,0.1,2026-09-01,1

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

    #zh `roles` 下面是角色，谁有哪些角色写在用户那里。`may` 是角色对每个实体可以做什么：
    #zh `read` 读取、`create` 新建、`update` 修改、`all` 什么都可以；没有写的，谁也不可以。
    #zh 哪些记录用词语写：`own` 是本人负责的，`department` 是本部门的，`true` 是全部；也可以写条件。
    #zh `reach(customer)` 是看得到其客户的那些。
    #en Under `roles` stand the roles that users have. `may` says what a role may do with each
    #en entity: `read`, `create`, `update`, or `all` for everything; what is not given, nobody may
    #en do. Words say with which records: `own` are one's own, `department` those of one's
    #en department, `true` all of them, `reach(customer)` those whose customer one may read; a
    #en condition does, too.
    #zh `workbench` 是这个角色的工作台上的视图；`administrator: true` 的角色管理用户和部门。
    #en A `workbench` names the views that open first; a role with `administrator: true` manages
    #en people and departments.
    roles:
      sales:
        label: { zh: 销售, en: Sales }
        workbench: [deal.mine, customer.mine]
        may:
          customer: { read: own or department, create: true, update: own }
          contact: { read: reach(customer), create: true, update: reach(customer) }
          deal: { read: own or department, create: true, update: own }
      manager:
        label: { zh: 销售经理, en: Sales manager }
        workbench: [deal.board, customer.all]
        may: { customer: all, contact: all, deal: all }
      #zh 客服看到全部客户，但看不到 `hide` 里的字段；`mask` 只显示一部分，`lock` 只能看。
      #en Support sees all customers without the fields under `hide`; `mask` shows a part of a
      #en field, `lock` shows it and keeps it from changes.
      support:
        label: { zh: 客服, en: Support }
        may:
          customer: { read: true, hide: discount }
          contact: { read: true, create: true, update: true }
      admin: { label: { zh: 管理员, en: Administrator }, administrator: true }

    #zh `menu` 是左边菜单的分组；`user` 和 `department` 是系统自带的用户和部门。
    #en `menu` groups the entities of the left bar; `user` and `department` are built in.
    menu:
      sales:
        label: { zh: 销售, en: Sales }
        icon: handshake
        entities: [customer, contact, deal]
      organisation:
        label: { zh: 组织, en: Organisation }
        icon: gear
        entities: [user, department]

    """

  private static let crmCustomer = """
    #zh `entities` 下面是实体：每一类记录一个。
    #en Under `entities` stand the kinds of record.
    entities:
      customer:
        label: { zh: 客户, en: Customer }
        #zh `plural` 是列表的标题；`icon` 是菜单里的图标。
        #en `plural` heads lists; `icon` stands in the menu.
        plural: { zh: 客户, en: Customers }
        icon: building
        #zh `title` 是一条记录的叫法，花括号里是字段的名称。
        #en `title` is what a record is called; fields stand in braces.
        title: "{number} {name}"
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
          #zh `multi_choice` 可以选几个选项。
          #en A `multi_choice` is any number of its options.
          tags:
            type: multi_choice
            label: { zh: 标签, en: Tags }
            options:
              prompt: { zh: 回款及时, en: Pays on time }
              price: { zh: 价格敏感, en: Watches the price }
              reference: { zh: 可参观, en: May be visited }
          #zh `person` 是一个用户，`default: me` 是新建记录的人。
          #en A `person` is one of the users; `default: me` is who makes the record.
          owner: { type: person, label: { zh: 负责人, en: Owner }, default: me }
          city: { type: text, label: { zh: 城市, en: City } }
          #zh `phone`、`email`、`url` 在页面上可以点击。
          #en People can call a `phone`, write to an `email` and open a `url`.
          phone: { type: phone, label: { zh: 电话, en: Phone } }
          website: { type: url, label: { zh: 网站, en: Website } }
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
          #zh `attachment` 是上传的文件，`max_files` 是最多几个。
          #en An `attachment` holds files, `max_files` at most.
          papers: { type: attachment, label: { zh: 附件, en: Papers }, max_files: 10 }
          remark: { type: long_text, label: { zh: 备注, en: Remarks } }
          #zh `subform` 把引用这个客户的联系人放在客户的页面里；`of` 是联系人的实体。
          #en A `subform` shows the contacts of a customer on its page; `of` is their entity.
          contacts:
            type: subform
            of: contact
            label: { zh: 联系人, en: Contacts }
            columns: [name, position, phone, decides]

    #zh `views` 下面是列表，名称写成 `实体.名称`。
    #zh `columns` 是显示的列，`filter` 是可以筛选的列，`sort` 是可选的排序，`-` 表示降序。
    #en Under `views` stand the lists, called `entity.name`. `columns` are shown, by `filter`
    #en readers filter, `sort` are the orders; `-` is descending.
    views:
      customer.all:
        label: { zh: 全部客户, en: All customers }
        columns: [number, name, level, industry, city, phone, owner]
        filter: [name, level, industry, city, tags, owner, active]
        sort: [-created_at, name]
      #zh `where` 只留下符合条件的记录；`me` 是正在看的人。
      #en `where` keeps the records that meet a condition; `me` is whoever looks.
      customer.mine:
        label: { zh: 我的客户, en: My customers }
        where: owner == me
        columns: [name, level, city, phone]
        sort: name

    """
}
