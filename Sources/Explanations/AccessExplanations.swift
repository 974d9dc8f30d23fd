import Diagnostics

// About who may do what.
extension Explanation {
  static let accessMissing = Explanation(
    summary: Message(zh: "实体没有写明谁可以访问", en: "an entity does not say who may access it"),
    what: Message(
      zh: "每个实体都要写明谁可以对它的记录做什么：写在实体的 `access` 里，或者角色的 `may` 里。没有默认的权限。",
      en: """
        For each entity somebody says who may do what with its records: in its `access`, or under \
        `may` of a role. There is no default.
        """),
    why: Message(
      zh: "如果默认给所有人，客户名单会被不该看的人看到；如果默认不给任何人，销售打开系统时什么也看不到。这个决定要由人来做。",
      en: """
        If everyone had access by default, people would see lists of customers that are not \
        for them; if nobody had, salesmen would see an empty system. Somebody must decide it.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        entities:
          customer:
            label: 客户
            fields: { name: text }
        views:
          customer.all: { label: 全部客户, columns: [name] }
        """,
      right: """
        app: crm
        entities:
          customer:
            label: 客户
            access: everyone
            fields: { name: text }
        views:
          customer.all: { label: 全部客户, columns: [name] }
        """),
    note: Message(
      zh: """
        按动作分别写：`access: { read: everyone, create: sales, update: sales, delete: manager }`。没有写\
        到的动作，没有人可以做。
        """,
      en: """
        By action: `access: { read: everyone, create: sales, update: sales, delete: manager \
        }`. What is not named, nobody may do.
        """))

  static let roleWithoutAccess = Explanation(
    summary: Message(zh: "没有任何权限提到该角色", en: "no access names the role"),
    what: Message(
      zh: "角色本身不带来权限。它能做什么，写在它的 `may:` 或各实体的 `access:` 里。这个角色一处也没有。",
      en: """
        A role by itself allows nothing. What it may do stands under its `may:` or in the \
        `access:` of entities, and this role has neither.
        """),
    why: Message(
      zh: "有这个角色的人与没有角色的人看到的完全一样。多半是某类记录本来只给他们看，却给了所有人。",
      en: """
        People with this role see exactly what people without any role see. Probably some records \
        were meant for them alone and are open to everyone.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        roles: { sales: 销售 }
        entities:
          customer: { label: 客户, access: everyone, fields: { name: text } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
        """,
      right: """
        app: crm
        roles: { sales: 销售 }
        entities:
          customer: { label: 客户, access: sales, fields: { name: text } }
        views:
          customer.all: { label: 全部客户, columns: [name] }
        """),
    note: Message(
      zh: "这是警告：不改也能生成系统。",
      en: "This is a warning: the system can be built as it is."))

  static let changeWithoutRead = Explanation(
    summary: Message(zh: "可以修改或删除的人不能读取", en: "someone may change records but not read them"),
    what: Message(
      zh: "要修改或删除一条记录，先得看到它。这里有人得到了修改或删除的权限，却没有读取的权限。",
      en: """
        To change or delete a record, one must see it first. Here someone may change or \
        delete, but not read.
        """),
    why: Message(
      zh: "销售打开客户列表时什么也看不到，修改的权限没有一次用得上。",
      en: """
        Salesmen would open the list of customers and find it empty; their right to change \
        could never be used.
        """),
    example: .yaml(
      .entity,
      wrong: "access: { read: manager, update: [sales, manager] }",
      right: "access: { read: [sales, manager], update: [sales, manager] }"))

  static let mixedAudience = Explanation(
    summary: Message(
      zh: "`everyone` 或 `nobody` 与角色列在一起",
      en: "`everyone` or `nobody` stands in a list of roles"),
    what: Message(
      zh: "`everyone` 表示所有登录的人，`nobody` 表示没有人。它们单独使用；与角色列在一起时，意思互相矛盾或者多余。",
      en: """
        `everyone` means all who are signed in, `nobody` means none. They stand alone; in a \
        list with roles they contradict the roles or make them idle.
        """),
    why: Message(
      zh: "看到列表里有“销售”，人们以为只有销售能看，其实所有人都能看到。",
      en: """
        A reader who sees `sales` in the list believes that only salesmen may look, while \
        everyone may.
        """),
    example: .yaml(
      .entity,
      wrong: "access: { read: [everyone, sales], update: sales }",
      right: "access: { read: everyone, update: sales }"))
}
