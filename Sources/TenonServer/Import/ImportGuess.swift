import TenonPages

/// Guesses what the columns of a spreadsheet are for by their headers.
struct ImportGuess {
  private let fields: ImportFields
  /// What each field is called in all languages, made alike.
  private let names: [(column: Int, names: Set<String>)]

  init(_ fields: ImportFields) {
    self.fields = fields
    let entity = fields.entity
    names = fields.columns.map { column in
      let labels = entity.pageFields.map { $0[column - SystemColumn.count].label }
      let all = labels + [entity.meta.name(ofColumn: column)]
      return (column, Set(all.map(ImportText.header)))
    }
  }

  /// The plan for a spreadsheet with these headers.
  func plan(_ headers: [String]) -> ImportPlan {
    let folded = headers.map(ImportText.header)
    var chosen: [Int?] = Array(repeating: nil, count: headers.count)
    var free = Set(fields.columns)
    func give(_ place: Int, _ column: Int) {
      chosen[place] = column
      free.remove(column)
    }
    // What is called alike first, then synonyms, then what holds the name of one field only.
    for way in [same, synonym, part] {
      for (place, header) in folded.enumerated() where chosen[place] == nil && !header.isEmpty {
        let found = way(header, free)
        if found.count == 1 { give(place, found[0]) }
      }
    }
    var plan = ImportPlan()
    plan.fields = chosen.map { $0.map { fields.entity.meta.name(ofColumn: $0) } ?? "" }
    let filled = Set(chosen.compactMap { $0 })
    if let key = fields.keys.first(where: { $0.allSatisfy(filled.contains) }) {
      plan.key = fields.names(key)
      plan.mode = .upsert
    }
    return plan
  }

  private func same(_ header: String, _ free: Set<Int>) -> [Int] {
    names.filter { free.contains($0.column) && $0.names.contains(header) }.map(\.column)
  }

  private func synonym(_ header: String, _ free: Set<Int>) -> [Int] {
    guard let group = ImportGuess.synonyms.first(where: { $0.words.contains(header) }) else {
      return []
    }
    let meant = names.filter { free.contains($0.column) }
    let named = meant.filter { !$0.names.isDisjoint(with: group.words) }.map(\.column)
    if !named.isEmpty { return named }
    return meant.map(\.column).filter { column in
      group.controls.contains(fields.entity.meta.field(column)?.control ?? "")
    }
  }

  private func part(_ header: String, _ free: Set<Int>) -> [Int] {
    names.filter { free.contains($0.column) }.filter { _, names in
      names.contains { name in
        name.count > 1 && header.count > 1
          && (Text.contains(name, header) || Text.contains(header, name))
      }
    }.map(\.column)
  }

  /// Words for the same thing, and the controls of fields that are meant by them.
  private static let synonyms: [(words: Set<String>, controls: Set<String>)] = [
    (
      [
        "名称", "姓名", "名字", "客户名", "公司", "公司名称", "单位", "单位名称", "企业名称", "name",
        "fullname", "company",
      ], []
    ),
    (["标题", "主题", "title", "subject"], []),
    (["编号", "编码", "代码", "序列号", "单号", "number", "no", "code", "id"], ["auto_number"]),
    (
      ["电话", "手机", "手机号", "手机号码", "联系电话", "座机", "phone", "mobile", "tel", "telephone"],
      ["phone"]
    ),
    (["邮箱", "电子邮箱", "邮件", "电子邮件", "mail", "email", "emailaddress"], ["email"]),
    (["网站", "网址", "官网", "主页", "website", "url", "homepage"], ["url"]),
    (
      ["负责人", "所有者", "归属人", "销售", "销售员", "业务员", "跟进人", "owner", "assignee", "salesperson"],
      ["person"]
    ),
    (["部门", "所属部门", "department", "dept"], ["department"]),
    (["地址", "详细地址", "通讯地址", "address"], []),
    (["备注", "说明", "描述", "remark", "note", "notes", "comment", "description"], ["long_text"]),
    (["金额", "总额", "价格", "价钱", "amount", "total", "price", "sum"], ["money"]),
    (["折扣", "比例", "discount", "rate"], ["percent"]),
    (["日期", "date"], ["date"]),
    (["时间", "time", "datetime"], ["date_time"]),
    (["阶段", "状态", "进度", "stage", "status", "state"], ["stage"]),
    (["标签", "tags", "tag", "labels"], ["multi_choice"]),
    (["级别", "等级", "level", "grade"], []),
    (["行业", "所属行业", "industry", "sector"], []),
    (["城市", "city", "town"], []),
  ]
}
