import Diagnostics

extension Template {
  /// One kind of record with a few fields; a role that sees its own, one that sees all.
  static let minimal = Template(
    name: "minimal",
    summary: Message(
      zh: "一个实体、一个列表、两个角色，约 40 行",
      en: "one entity, one list and two roles, some 40 lines"),
    definitions: [
      File(
        path: "app.yaml",
        text: """
          #zh 一个应用就是一个文件夹的 YAML 文件。
          #zh `app` 是应用的名称，`label` 是人看到的名称，两种语言各写一个。
          #en An application is a folder of YAML files.
          #en `app` is its name, `label` what people call it, in each language.
          app: APP
          label: { zh: 拜访管理, en: Visits }

          #zh `roles` 下面是角色，谁有哪些角色写在用户那里。`may` 是角色对每个实体可以做什么：
          #zh `read` 读取、`create` 新建、`update` 修改。`own` 是本人的记录，`true` 是全部，`all` 是什么
          #zh 都可以；没有写的，谁也不可以。`administrator: true` 的角色还管理用户。
          #en Under `roles` stand the roles that users have. `may` says what a role may do with each
          #en entity: `read`, `create`, `update`. `own` means one's own records, `true` all of them;
          #en `all` is everything. What is not given, nobody may do. A role with
          #en `administrator: true` manages the users, too.
          roles:
            sales:
              label: { zh: 销售, en: Sales }
              may:
                visit: { read: own, create: true, update: own }
            manager:
              label: { zh: 经理, en: Manager }
              administrator: true
              may: { visit: all }

          #zh `entities` 下面是实体：每一类记录一个，各有一张表。
          #en Under `entities` stand the kinds of record, each with a table of its own.
          entities:
            visit:
              label: { zh: 拜访, en: Visit }
              #zh `title` 是一条记录的叫法，花括号里是字段的名称。
              #en `title` is what a record is called; fields stand in braces.
              title: "{customer} {visited_on}"
              #zh `owner` 是哪个字段说明记录属于谁，`own` 就按它判断。
              #en `owner` names the field that says whose a record is; `own` goes by it.
              owner: visitor
              #zh `fields` 下面是字段。`type` 是字段类型；`required: true` 表示必填。
              #en Under `fields` stand the fields. `type` says what one holds; `required: true`
              #en that it must be filled in.
              fields:
                customer: { type: text, label: { zh: 客户, en: Customer }, required: true }
                phone: { type: phone, label: { zh: 电话, en: Phone } }
                visited_on: { type: date, label: { zh: 日期, en: Date }, required: true }
                #zh `person` 是一个用户；`default: me` 表示新记录的初始值是填写的人。
                #en A `person` is one of the users; a new record starts with `me`, who makes it.
                visitor: { type: person, label: { zh: 拜访人, en: Visitor }, default: me }
                #zh `choice` 是几个选项中的一个，选项写在 `options`；`default` 是新记录的初始值。
                #en A `choice` is one of its `options`; `default` is what a new record starts with.
                result:
                  type: choice
                  label: { zh: 结果, en: Result }
                  options:
                    interested: { zh: 有意向, en: Interested }
                    later: { zh: 以后再谈, en: Later }
                    none: { zh: 无意向, en: Not interested }
                  default: later
                #zh `min` 是允许的最小值；`help` 是输入框下面的说明。
                #en `min` is the smallest value allowed; `help` is a sentence below the input.
                cost:
                  type: money
                  label: { zh: 费用, en: Cost }
                  help: { zh: 这次拜访的交通和餐费, en: Travel and meals of this visit }
                  min: 0
                notes: { type: long_text, label: { zh: 备注, en: Notes } }

          #zh `views` 下面是列表，名称写成 `实体.名称`。每个实体至少要有一个。
          #zh `columns` 是显示的列，`filter` 是可以筛选的列，`sort` 是可选的排序，`-` 表示降序。
          #en Under `views` stand the lists, called `entity.name`. Each entity needs one.
          #en `columns` are shown, by `filter` readers filter, `sort` are the orders; `-` is
          #en descending.
          views:
            visit.all:
              label: { zh: 全部拜访, en: All visits }
              columns: [visited_on, customer, phone, visitor, result, cost]
              filter: [customer, visitor, result]
              sort: [-visited_on, -cost]

          """)
    ],
    data: [
      File(
        path: "data/users.csv",
        text: """
          login,name,password,roles
          me,我,tenon-demo,manager
          li,李娜,tenon-demo,sales

          """),
      File(
        path: "data/visit.csv",
        text: """
          customer,phone,visited_on,visitor.login,result,cost,notes
          山水茶业有限公司,0571-5550001,2026-03-02,li,interested,128.50,想看样品
          青石机械厂,024-5550002,2026-03-04,me,later,60,
          云岭物流,,2026-03-09,li,none,,已有供应商

          """),
    ])
}
