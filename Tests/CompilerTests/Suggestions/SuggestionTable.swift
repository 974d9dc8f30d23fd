/// Words as people write them, parted by spaces, with what is suggested.
enum SuggestionTable {
  static let meant: [Place: [(String, [String])]] = [
    .fileKey: [
      ("curency Currency CURRENCY 币种 货币 currencies", ["currency"]),
      ("timezone timeZone time-zone tz 时区 ｔｉｍｅｚｏｎｅ", ["time_zone"]),
      ("标签 title name labels lable", ["label"]),
      ("curr", ["currency"]),
    ],
    .roleKey: [("lable Label 标签 name title 名称", ["label"])],
    .entityKey: [
      ("acess Access permissions permission 权限 acl", ["access"])
    ],
    .accessKey: [
      ("edit write modify 修改 编辑 Update updaet", ["update"]),
      ("add insert 新建 新增", ["create"]), ("remove 删除 delet Delete", ["delete"]),
    ],
    .fieldKey: [
      ("requierd mandatory reqd 必填 not_null not-null nullable 可空", ["required"]),
      ("name caption 标签 显示名称 lable title", ["label"]), ("uniq distinct 唯一", ["unique"]),
      ("description hint 说明 Help tooltip", ["help"]),
      ("defualt 默认值 default_value defaultValue", ["default"]), ("req", ["required"]),
      ("formula computed 公式 计算", ["value"]), ("invisible 隐藏", ["hidden"]),
      ("readonly 只读 locked", ["read_only"]),
    ],
    .textKey: [
      ("maxLength max-length maxlength max_lenght length_max 长度 最大长度 size", ["max_length"]),
      ("length", ["max_length"]),
    ],
    .choiceKey: [
      ("option opitons choices values 选项 selection enum picklist", ["options"])
    ],
    .referenceKey: [("entity target ref 引用 关联 comodel_name TO ot", ["to"])],
    .numberKey: [("minimum 最小值 at_least", ["min"]), ("maximum mxa 最大值 MAX", ["max"])],
    .viewKey: [
      ("filters 筛选 过滤 fitler", ["filter"]), ("order_by orderBy 排序 order", ["sort"]),
      ("condition 条件 criteria", ["where"]),
    ],
    .type: [
      ("txt string varchar String char 文本 单行文本 str", ["text"]),
      ("textarea multiline 多行文本 longtext longText", ["long_text"]),
      ("int bigint 整数 integr", ["integer"]), ("number 数字", ["decimal", "integer"]),
      ("float double numeric 小数", ["decimal"]), ("currency 金额 monetary mony", ["money"]),
      ("bool checkbox 是否 复选框 booleans", ["boolean"]), ("日期", ["date"]),
      ("timestamp datetime dateTime 日期时间 DateTime", ["date_time"]),
      ("enum select selection picklist 下拉框 单选 chioce", ["choice"]),
      ("relation lookup many2one link 关联 外键 关联表单 refrence", ["reference"]),
      ("autonumber 流水号 serial sequence autoNumber number_auto", ["auto_number"]),
      ("percentage 百分比 percnt", ["percent"]), ("身份证 identity_card", ["id_card"]),
      ("税号 uscc", ["credit_code"]), ("colour 颜色", ["color"]), ("车牌号", ["plate"]),
      ("年月", ["year_month"]), ("时长 timespan", ["duration"]), ("md 富文本", ["markdown"]),
    ],
    .entity: [
      ("customers Customer 客户 custmer CUSTOMER ｃｕｓｔｏｍｅｒ", ["customer"]),
      ("contacts 联系人 contct", ["contact"]),
    ],
    .viewEntity: [("customers Customer 客户 cusotmer", ["customer"])],
    .column: [
      ("buget 年度预算 Budget budgets bugdet", ["budget"]),
      ("category_industry 所属行业 industryCategory industry_categories", ["industry_category"]),
      ("客户名称 names 名称", ["name"]), ("创建时间 create_time createdAt created", ["created_at"]),
      ("modified 更新时间", ["updated_at"]), ("remarks 备注", ["remark"]),
      ("industry category 行业", ["industry_category"]), ("预算", ["budget"]),
      ("customer_name", ["name"]),
    ],
    .filter: [("buget 年度预算", ["budget"]), ("levle", ["level"])],
    .order: [("buget 年度预算 Budget", ["budget"]), ("created", ["created_at"])],
    .titleField: [("nmae Name 客户名称", ["name"])],
    .uniqueField: [("buget 年度预算", ["budget"]), ("industry", ["industry_category"])],
    .role: [
      ("slaes 销售 Sales SALES", ["sales"]), ("销售经理 manager_sales salesManager", ["sales_manager"]),
      ("all 所有人 anyone everybody everyon", ["everyone"]), ("none 没有人", ["nobody"]),
      ("manager", ["sales_manager"]),
    ],
    .option: [("VIP 重点客户 重点", ["vip"]), ("nomal 普通客户 普通 normals", ["normal"])],
    .language: [
      ("zh-CN zh_CN 中文 cn 简体中文 Chinese ZH", ["zh"]), ("en-US 英文 english 英语 EN", ["en"]),
    ],
    .wording: [("zh-CN zh_Hans 中文 cn chinese", ["zh"])],
    .currency: [
      ("RMB rmb 人民币 ￥ ¥ CNH 元 cny", ["CNY"]), ("usd 美元 $ dollar", ["USD"]),
      ("港币 港元 hkd", ["HKD"]), ("euro 欧元 €", ["EUR"]),
    ],
    .timeZone: [
      ("Beijing 北京 UTC+8 GMT+8 Asia/Beijing CST Shanghai asia/shanghai +08:00", ["Asia/Shanghai"]),
      ("Asia/Shangai Asia/Shanghia 上海", ["Asia/Shanghai"]), ("Tokyo 东京 JST", ["Asia/Tokyo"]),
      ("new-york 纽约 America/NewYork", ["America/New_York"]),
    ],
  ]

  static let unlike: [Place: String] = [
    .fileKey: "a x xyz flows charts rules 流程 图 的 version",
    .roleKey: "x colour 颜色",
    .entityKey: "x colour 颜色 order",
    .accessKey: "x approve 审批",
    .fieldKey: "x i colour width 宽 颜色",
    .textKey: "x colour width 宽",
    .choiceKey: "x colour 的",
    .referenceKey: "x colour 宽 t",
    .numberKey: "x mix mid a 宽",
    .viewKey: "x colour 宽",
    .type: "x a formula te",
    .entity: "x a order 订单 合同 人",
    .viewEntity: "x order 订单",
    .column: "x a b 价 phone 电话 name2name 预 客",
    .filter: "x phone 电话 备注 remark_text",
    .order: "x phone 电话 备注",
    .titleField: "x phone 电话 备注",
    .uniqueField: "x phone 备注",
    .role: "x boss 老板 财务 销",
    .option: "x big 大 vap",
    .language: "fr de x 日本語 ja",
    .wording: "fr de x ja",
    .currency: "XYZ 1 AB points 积分",
    .timeZone: "Mars/Base x 火星 8",
  ]
}
