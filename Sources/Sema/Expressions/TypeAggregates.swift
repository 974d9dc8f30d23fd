import Diagnostics
import IR
import Syntax

/// Functions of many records, and of lists.
extension ExpressionTyper {
  func aggregate(
    _ function: Aggregate.Function, _ span: Span, _ arguments: [ExpressionArgument],
    _ node: ExpressionNode
  ) -> Expression? {
    let most = function == .join ? 2 : 1
    guard let argument = arguments.first, arguments.count <= most else {
      checker.report(
        MeaningMistake.wrongArguments(
          function: function.rawValue, signature: function.signature, count: arguments.count,
          at: span))
      return nil
    }
    var separator: Expression?
    if arguments.count == 2 {
      guard let text = infer(arguments[1].value, expecting: .text) else { return nil }
      guard text.type == .text else {
        report(expected: Message(zh: "文字", en: "a text"), text)
        return nil
      }
      separator = text
    }
    guard let (found, value) = rows(argument.value) else {
      return fold(function, argument, separator, span, node)
    }
    guard let found else { return nil }
    guard !isInRows else {
      checker.report(
        MeaningMistake.misplaced(
          Message(zh: "汇总里不能再有汇总", en: "a function of rows cannot stand inside another"),
          cure: Message(
            zh: "在 `\(entity.name)` 上写一个计算字段，再汇总它",
            en: "make a computed field of `\(entity.name)` and sum that up"), at: span))
      return nil
    }
    return rows(function, found, value, argument, separator, span, node)
  }

  /// The rows that an argument names and what is taken of each; nil when it names none, nil rows
  /// after a mistake.
  private func rows(_ node: ExpressionNode) -> (rows: RowsFound?, value: ExpressionNode?)? {
    switch node.kind {
    case .name, .rows:
      guard isRows(node) else { return nil }
      return (find(node), nil)
    case .member(let base, let name, let span):
      guard let (rows, value) = rows(base) else { return nil }
      let part =
        value.map { ExpressionNode(.member($0, name, at: span), node.span) }
        ?? ExpressionNode(.name(name), span)
      return (rows, part)
    default: return nil
    }
  }

  private func find(_ node: ExpressionNode) -> RowsFound? {
    if case .name(let name) = node.kind, case .rows(let found) = entity.find(name) { return found }
    guard case .rows(let name, let at, let field, let fieldAt) = node.kind,
      let target = checker.entity(name, at: at), let fields = checker.fields(of: target)
    else { return nil }
    switch fields.find(field) {
    case .member(let member, let type, _, _):
      guard case .field(let id) = member, type == .reference(entity.id) else {
        checker.report(
          MeaningMistake.wrongType(
            expected: Message(
              zh: "`\(name)` 中指向 `\(entity.name)` 的引用字段",
              en: "a reference of `\(name)` to `\(entity.name)`"),
            found: Message(zh: "`\(field)`", en: "`\(field)`"), cure: nil, fix: nil, at: fieldAt))
        return nil
      }
      guard isAvailable("\(name).of", [.server, .query], node.span) else { return nil }
      return RowsFound(entity: target, by: id, isSubform: false)
    case .broken, .rows: return nil
    case .missing:
      if !checker.mayBeUnread(field) {
        checker.report(
          ReferenceMistake.unknownField(
            field, entity: name, suggestions: checker.nearest(to: field, among: fields.candidates),
            at: fieldAt))
      }
      return nil
    }
  }

  private func rows(
    _ function: Aggregate.Function, _ rows: RowsFound, _ value: ExpressionNode?,
    _ argument: ExpressionArgument, _ separator: Expression?, _ span: Span,
    _ node: ExpressionNode
  ) -> Expression? {
    guard let fields = checker.fields(of: rows.entity) else { return nil }
    guard place.readsRecord else { return name(text(argument.value.span), argument.value, nil) }
    var inside = with(fields)
    inside.isInRows = true
    let typed = value.flatMap { inside.infer($0) }
    let condition = argument.condition.flatMap { inside.condition($0) }
    let key = argument.order.flatMap { inside.infer($0.key) }
    // What was written and gave nothing was reported.
    if (typed == nil) != (value == nil) || (condition == nil) != (argument.condition == nil)
      || (key == nil) != (argument.order == nil)
    {
      return nil
    }
    var order: Aggregate.Order?
    if let key, let written = argument.order {
      guard ExpressionTyper.isOrdered(key.type) else {
        report(expected: Message(zh: "有大小的值", en: "a value that has an order"), key)
        return nil
      }
      if function == .latest, written.isDescending {
        misplaced(
          Message(zh: "`latest` 的顺序不能倒过来", en: "`latest` takes the greatest: no `-`"),
          Message(zh: "删除 `-`", en: "take `-` away"), key.origin)
        return nil
      }
      order = Aggregate.Order(key: key, isDescending: written.isDescending)
    }
    guard fits(function, typed, hasCondition: condition != nil, order, argument, span) else {
      return nil
    }
    var taken = typed
    if function == .latest, typed == nil {
      let id = Expression.Step(entity: rows.entity, member: .id)
      taken = Expression(
        .field(Expression.Path(root: .record, steps: [id])), .reference(rows.entity),
        mayBeBlank: false, span)
    }
    let aggregate = Aggregate(
      function, rows: rows.entity, by: rows.by, isSubform: rows.isSubform, value: taken,
      condition: condition, order: order, separator: separator)
    if let record = taken, function == .latest, typed == nil {
      return Expression(.aggregate(aggregate), record.type, mayBeBlank: true, node.span)
    }
    guard let (type, mayBeBlank) = result(function, typed?.type, argument) else {
      return nil
    }
    return Expression(.aggregate(aggregate), type, mayBeBlank: mayBeBlank, node.span)
  }

  /// Whether value, condition and order are what the function needs.
  private func fits(
    _ function: Aggregate.Function, _ value: Expression?, hasCondition: Bool,
    _ order: Aggregate.Order?, _ argument: ExpressionArgument, _ span: Span
  ) -> Bool {
    let name = function.rawValue
    if function.needsOrder, order == nil {
      misplaced(
        Message(zh: "`\(name)` 没有说明按什么排序", en: "`\(name)` does not say by which order"),
        Message(
          zh: "写 `by`，例如 `\(function.signature)`", en: "add `by`, as in `\(function.signature)`"),
        span)
      return false
    }
    if !function.needsOrder, function != .join, let key = argument.order?.key {
      misplaced(
        Message(zh: "`\(name)` 不按顺序", en: "`\(name)` knows no order"),
        Message(zh: "删除 `by`", en: "take `by` away"), key.span)
      return false
    }
    let isOfRecords = function == .count || function == .any || function == .all
    guard value == nil else { return true }
    if function == .count || function == .latest || (isOfRecords && hasCondition) { return true }
    let rows = text(argument.value.span)
    misplaced(
      Message(zh: "`\(name)` 没有说明取哪个字段", en: "`\(name)` does not say of which field"),
      isOfRecords
        ? Message(zh: "写 `\(name)(\(rows) where …)`", en: "write `\(name)(\(rows) where …)`")
        : Message(zh: "写 `\(name)(\(rows).字段)`", en: "write `\(name)(\(rows).field)`"), span)
    return false
  }

  private func misplaced(_ what: Message, _ cure: Message, _ span: Span) {
    checker.report(MeaningMistake.misplaced(what, cure: cure, at: span))
  }

  /// The type that a function gives of values of a type; reported when it takes none such.
  private func result(
    _ function: Aggregate.Function, _ type: ValueType?, _ argument: ExpressionArgument
  ) -> (ValueType, mayBeBlank: Bool)? {
    guard let type else {
      return function == .count ? (.integer, false) : (.boolean, false)
    }
    let wanted: Message
    switch function {
    case .count, .distinctCount: return (.integer, false)
    case .sum:
      if type.scale != nil || type == .duration { return (type, false) }
      wanted = Message(zh: "数字、金额或时长", en: "numbers, money or durations")
    case .avg:
      if type.scale != nil { return (type.scaled(ExpressionTyper.quotientScale), true) }
      wanted = Message(zh: "数字或金额", en: "numbers or money")
    case .min, .max:
      if ExpressionTyper.isOrdered(type), type != .text { return (type, true) }
      wanted = Message(zh: "数字、日期或时长", en: "numbers, dates or durations")
    case .any, .all:
      if type == .boolean { return (.boolean, false) }
      wanted = Message(zh: "是或否的字段", en: "fields that are yes or no")
    case .join:
      if type == .text { return (.text, true) }
      wanted = Message(zh: "文字", en: "texts")
    case .first, .last: return (type, true)
    case .latest:
      misplaced(
        Message(
          zh: "`latest` 给出一条记录，字段写在括号后面",
          en: "`latest` gives a record; the field stands behind it"),
        Message(zh: "写 `latest(rows by 字段).字段`", en: "write `latest(rows by field).field`"),
        argument.value.span)
      return nil
    }
    checker.report(
      MeaningMistake.wrongType(
        expected: wanted, found: checker.words(type), cure: nil, fix: nil, at: argument.value.span))
    return nil
  }

  /// The same functions over the elements of a list.
  private func fold(
    _ function: Aggregate.Function, _ argument: ExpressionArgument, _ separator: Expression?,
    _ span: Span, _ node: ExpressionNode
  ) -> Expression? {
    guard let list = infer(argument.value) else { return nil }
    guard case .list(let type) = list.type else {
      report(
        expected: Message(zh: "多条记录或一个列表", en: "rows or a list"), list,
        cure: Message(
          zh: "写子表单的字段，例如 `\(function.rawValue)(lines.amount)`；两个值取大小用 `max_of`、`min_of`",
          en: """
            name a field of a subform, as in `\(function.rawValue)(lines.amount)`; of two values \
            `max_of` and `min_of` take one
            """))
      return nil
    }
    if function == .any || function == .all || function == .latest {
      misplaced(
        Message(zh: "`\(function.rawValue)` 不用于列表", en: "`\(function.rawValue)` is not for lists"),
        Message(zh: "用 `in`", en: "use `in`"), span)
      return nil
    }
    if let extra = argument.condition ?? argument.order?.key {
      misplaced(
        Message(zh: "列表没有 `where` 和 `by`", en: "a list knows no `where` and no `by`"),
        Message(zh: "它们只用于多条记录", en: "they are for rows"), extra.span)
      return nil
    }
    guard isAvailable("\(function.rawValue)", [.server, .form], span),
      let (result, mayBeBlank) = result(function, type, argument)
    else { return nil }
    return Expression(
      .fold(function, list, separator: separator), result, mayBeBlank: mayBeBlank, node.span)
  }
}

extension Aggregate {
  /// The way from the related record to what is taken of it; empty for the record itself.
  var stepsOnward: [Expression.Step] {
    guard case .field(let path)? = value?.kind, path.steps.last?.member != .id else { return [] }
    return path.steps
  }

  /// The same with another value of the record.
  func taking(_ value: Expression) -> Aggregate {
    Aggregate(
      function, rows: rows, by: by, isSubform: isSubform, value: value, condition: condition,
      order: order, separator: separator)
  }
}

extension Aggregate.Function {
  var needsOrder: Bool { self == .first || self == .last || self == .latest }

  /// As people write it.
  var signature: String {
    switch self {
    case .count: return "count(rows where …)"
    case .any, .all: return "\(rawValue)(rows where …)"
    case .first, .last: return "\(rawValue)(rows.field by field)"
    case .latest: return "latest(rows by field).field"
    case .join: return "join(rows.field by field, separator)"
    default: return "\(rawValue)(rows.field where …)"
    }
  }
}
