import Diagnostics

extension Template {
  /// Tickets of a service desk, the machines they are about, visits.
  static let service = Template(
    name: "service",
    summary: Message(
      zh: "售后：设备、工单、上门记录", en: "a service desk: machines, tickets, visits"),
    definitions: [
      File(path: "app.yaml", text: serviceApp), File(path: "machine.yaml", text: serviceMachine),
      File(path: "ticket.yaml", text: serviceTicket),
    ],
    data: [
      File(
        path: "data/users.csv",
        text: """
          login,name,password,roles,phone
          me,我,tenon-demo,desk engineer admin,
          wang,王芳,tenon-demo,desk,
          zhao,赵刚,tenon-demo,engineer,138 0000 0004

          """),
      File(
        path: "data/machine.csv",
        text: """
          serial,model,owner,delivered_on,warranty_until,weight
          TN-1001,M3 包装机,山水茶业有限公司,2024-05-20,2026-05-19,420.5
          TN-1002,M3 包装机,云岭物流,2025-01-08,2027-01-07,420.5
          TN-1003,L1 贴标机,海棠服饰,2023-11-02,2025-11-01,85

          """),
      File(
        path: "data/ticket.csv",
        text: """
          machine.serial,subject,urgency,stage,engineer.login,reported_at,solved_on,satisfaction
          TN-1001,封口温度上不去,high,open,,2026-03-02T09:10:00+08:00,,
          TN-1003,标签走偏,normal,done,zhao,2026-02-26T14:30:00+08:00,2026-02-27,5

          """),
      File(
        path: "data/visit.csv",
        text: """
          ticket.subject,visited_at,engineer.login,hours,cost,result
          标签走偏,2026-02-27T10:00:00+08:00,zhao,2,180,更换导轮后正常

          """),
    ])

  private static let serviceApp = """
    #zh 应用的设置。`app` 是名称，`label` 是人看到的名称。
    #en The settings. `app` is the name, `label` what people call it.
    app: APP
    label: { zh: 售后服务, en: Service desk }
    #zh `time_zone` 决定时间怎样显示，以及编号按哪一天计数。
    #en `time_zone` decides how instants are shown and on which day numbers count.
    time_zone: Asia/Shanghai

    #zh `roles` 下面是角色，它们能做什么写在各实体的 `access`。
    #en Under `roles` stand the roles; what they may do stands in the `access` of each entity.
    #zh `workbench` 是工作台上的视图；`administrator: true` 的角色管理用户和部门。
    #en A `workbench` names the views that open first; a role with `administrator: true` manages
    #en people and departments.
    roles:
      desk: { label: { zh: 客服, en: Desk }, workbench: [ticket.open, ticket.board] }
      engineer: { label: { zh: 工程师, en: Engineer }, workbench: [ticket.mine, visit.calendar] }
      admin: { label: { zh: 管理员, en: Administrator }, administrator: true }

    """

  private static let serviceMachine = """
    #zh `entities` 下面是实体。设备是卖出的机器，工单都属于某一台设备。
    #en Under `entities` stand the kinds of record. Each ticket is about a machine that was sold.
    entities:
      machine:
        label: { zh: 设备, en: Machine }
        #zh `plural` 是列表的标题；`icon` 是菜单里的图标。
        #en `plural` heads lists; `icon` stands in the menu.
        plural: { zh: 设备, en: Machines }
        icon: box
        #zh `title` 是一条记录的叫法，花括号里是字段的名称。
        #en `title` is what a record is called; fields stand in braces.
        title: "{serial} {model}"
        #zh `access`：`read` 是读取，`create` 新建，`update` 修改；没有写 `delete`，就没有人可以删除。
        #en `access`: who may `read`, `create` and `update`; without `delete`, nobody may delete.
        access: { read: everyone, create: desk, update: desk }
        #zh `fields` 下面是字段，`type` 是类型。`required: true` 必填，`unique: true` 不能重复。
        #en Under `fields` stand the fields; `type` says what one holds. `required: true` must be
        #en filled in, `unique: true` occurs once.
        fields:
          serial: { type: text, label: { zh: 序列号, en: Serial }, required: true, unique: true }
          model: { type: text, label: { zh: 型号, en: Model }, required: true }
          owner: { type: text, label: { zh: 用户单位, en: Owner }, required: true }
          delivered_on: { type: date, label: { zh: 交付日期, en: Delivered on } }
          warranty_until: { type: date, label: { zh: 保修至, en: Warranty until } }
          #zh `scale` 是小数位数，`min` 是最小值。
          #en `scale` is how many digits follow the point, `min` the smallest value.
          weight:
            type: decimal
            label: { zh: 重量（千克）, en: Weight (kg) }
            scale: 1
            min: 0
          #zh `image` 是图片，`attachment` 是任何文件；`max_files` 是最多几个。
          #en An `image` holds pictures, an `attachment` any files; `max_files` at most.
          photo: { type: image, label: { zh: 照片, en: Photo }, max_files: 3 }
          manuals: { type: attachment, label: { zh: 手册, en: Manuals }, max_files: 5 }
          #zh `subform` 把引用这台设备的工单放在设备的页面里，`of` 是工单的实体。
          #en A `subform` shows the tickets about a machine on its page; `of` is their entity.
          tickets:
            type: subform
            of: ticket
            label: { zh: 工单, en: Tickets }
            columns: [subject, urgency, stage, reported_at]

    #zh `views` 下面是列表：`columns` 是显示的列，`filter` 可以筛选，`sort` 可以排序。
    #en Under `views` stand the lists: `columns` are shown, readers filter by `filter` and order by
    #en `sort`.
    views:
      machine.all:
        label: { zh: 全部设备, en: All machines }
        columns: [serial, model, owner, warranty_until]
        filter: [serial, model, owner, warranty_until]
        sort: [serial, warranty_until]
      #zh `kind` 是显示的方式：图册里每台设备一张卡片，图片是 `image` 的字段。
      #en `kind` is how a view looks: a gallery has a card for each machine with the picture of
      #en the field `image`.
      machine.gallery:
        kind: gallery
        image: photo
        label: { zh: 图册, en: Gallery }
        columns: [serial, model, owner]

    """

  private static let serviceTicket = """
    #zh 工单：客户报来的问题。上门记录：工程师去了几次，做了什么。
    #en Tickets: what customers report. Visits: when an engineer went there and what was done.
    entities:
      ticket:
        label: { zh: 工单, en: Ticket }
        plural: { zh: 工单, en: Tickets }
        icon: headset
        title: "{number} {subject}"
        access: { read: everyone, create: [desk, engineer], update: [desk, engineer] }
        fields:
          #zh 编号由系统给出，`pattern` 是格式：每月从 1 开始。
          #en The system gives the number; `pattern` is its form: each month begins at 1.
          number:
            type: auto_number
            label: { zh: 工单编号, en: Number }
            pattern: "GD-{yyyy}{mm}-{000}"
          #zh `reference` 引用另一条记录，`to` 是它的实体。
          #en A `reference` leads to another record; `to` is its entity.
          machine:
            type: reference
            to: machine
            label: { zh: 设备, en: Machine }
            required: true
          subject:
            type: text
            label: { zh: 问题, en: Subject }
            #zh `help` 是输入框下面的说明；`max_length` 是最多几个字符。
            #en `help` is a sentence below the input; `max_length` is the most characters.
            help: { zh: 一句话说明现象, en: What happens in one sentence }
            required: true
            max_length: 80
          details: { type: long_text, label: { zh: 详细情况, en: Details } }
          #zh `options` 是选项，按书写的顺序显示；`default` 是新工单的初始值。
          #en `options` are shown in the order written; a new ticket starts with the `default`.
          urgency:
            type: choice
            label: { zh: 紧急程度, en: Urgency }
            options:
              high: { zh: 停机, en: Machine stands }
              normal: { zh: 一般, en: Normal }
              low: { zh: 不急, en: Can wait }
            default: normal
            required: true
          #zh `stage` 是工单走过的阶段：`outcome` 是结果，`needs` 是进入这个阶段必须填写的字段。
          #en A `stage` is the path of a ticket: `outcome` says how it ends, `needs` what must be
          #en filled in by then.
          stage:
            type: stage
            label: { zh: 状态, en: Stage }
            options:
              open: { zh: 待处理, en: Open }
              planned: { label: { zh: 已排期, en: Planned }, needs: engineer }
              done: { label: { zh: 已解决, en: Done }, outcome: won, needs: [engineer, solved_on] }
            default: open
            required: true
          #zh `person` 是一个用户；`phone` 是可以拨打的号码。
          #en A `person` is one of the users; a `phone` is a number to call.
          engineer: { type: person, label: { zh: 工程师, en: Engineer } }
          caller: { type: text, label: { zh: 报修人, en: Caller } }
          phone: { type: phone, label: { zh: 电话, en: Phone } }
          reported_at: { type: date_time, label: { zh: 报修时间, en: Reported at } }
          solved_on: { type: date, label: { zh: 解决日期, en: Solved on } }
          #zh `rating` 是星级，`max` 是最多几颗。
          #en A `rating` is a number of stars, `max` at most.
          satisfaction: { type: rating, label: { zh: 满意度, en: Satisfaction }, max: 5 }
          visits:
            type: subform
            of: visit
            label: { zh: 上门记录, en: Visits }
            columns: [visited_at, engineer, hours, result]

      visit:
        label: { zh: 上门记录, en: Visit }
        plural: { zh: 上门记录, en: Visits }
        icon: truck
        title: "{engineer}"
        access: { read: everyone, create: engineer, update: engineer, delete: desk }
        fields:
          ticket:
            type: reference
            to: ticket
            label: { zh: 工单, en: Ticket }
            required: true
          visited_at: { type: date_time, label: { zh: 上门时间, en: Time of visit }, required: true }
          #zh `default: me` 表示新记录的初始值是填写的人。
          #en With `default: me` a new record starts with who makes it.
          engineer:
            type: person
            label: { zh: 工程师, en: Engineer }
            default: me
            required: true
          #zh `max` 是允许的最大值。
          #en `max` is the largest value allowed.
          hours: { type: integer, label: { zh: 工时, en: Hours }, min: 0, max: 24 }
          cost: { type: money, label: { zh: 费用, en: Cost }, min: 0 }
          result: { type: long_text, label: { zh: 处理结果, en: Result } }

    views:
      ticket.all:
        label: { zh: 全部工单, en: All tickets }
        columns: [number, subject, machine, urgency, stage, engineer, reported_at]
        filter: [stage, urgency, machine, engineer]
        #zh `sort` 的第一个是打开时的排序；`-` 表示降序。
        #en The list opens with the first of `sort`; `-` is descending.
        sort: [-reported_at, urgency]
      #zh `where` 只留下符合条件的工单；`me` 是正在看的人。
      #en `where` keeps the tickets that meet a condition; `me` is whoever looks.
      ticket.open:
        label: { zh: 未解决, en: Open }
        where: stage in [open, planned]
        columns: [subject, machine, urgency, engineer, reported_at]
        sort: reported_at
      ticket.mine:
        label: { zh: 我的工单, en: Mine }
        where: engineer == me and stage != done
        columns: [subject, machine, urgency, phone, reported_at]
        sort: reported_at
      #zh 看板：`by` 的每个状态一列，卡片可以拖动。
      #en A board has a column for each stage of `by`; cards can be dragged.
      ticket.board:
        kind: board
        by: stage
        label: { zh: 看板, en: Board }
        columns: [subject, machine, urgency, engineer]
        sort: reported_at
      visit.all:
        label: { zh: 全部上门记录, en: All visits }
        columns: [visited_at, ticket, engineer, hours, cost]
        filter: [engineer, ticket, visited_at]
        sort: -visited_at
      #zh 日历：按 `from` 的日期显示。
      #en A calendar shows records on the date of `from`.
      visit.calendar:
        kind: calendar
        from: visited_at
        label: { zh: 日历, en: Calendar }
        columns: [ticket, engineer]

    """
}
