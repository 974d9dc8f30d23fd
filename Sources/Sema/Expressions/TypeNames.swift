import Diagnostics
import IR
import Syntax

/// Names and what stands behind points.
extension ExpressionTyper {
  func name(_ name: String, _ node: ExpressionNode, _ expecting: ValueType?) -> Expression? {
    switch name {
    case "me": return me(node)
    case "old", "this":
      checker.report(
        MeaningMistake.misplaced(
          Message(zh: "`\(name)` 不是值", en: "`\(name)` is no value"),
          cure: Message(
            zh: "写它的字段，例如 `\(name).name`", en: "write a field of it, as in `\(name).name`"),
          at: node.span))
      return nil
    default: break
    }
    switch entity.find(name) {
    case .member(let member, let type, let mayBeBlank, let field):
      // Where an option is expected, one of that name is meant and not a field of another type.
      if type != expecting, let option = known(name, node, expecting) { return option }
      guard checkReading(node.span), checkOpen(field, node.span) else { return nil }
      note(field)
      return path(
        .record, [Expression.Step(entity: entity.id, member: member)], type, mayBeBlank, node.span)
    case .rows:
      reportRows(node)
      return nil
    case .broken: return nil
    case .missing: break
    }
    if let parameter = checker.environment.parameter(name) {
      let type = parameter.type.valueType(of: Parameter.identity(name))
      return Expression(.parameter(name), type, mayBeBlank: false, node.span)
    }
    return option(name, node, expecting)
  }

  /// Whether expressions may read a field: what is encrypted nobody reads but on demand.
  private func checkOpen(_ field: Field?, _ span: Span) -> Bool {
    guard case .secret = field?.type else { return true }
    checker.report(
      MeaningMistake.misplaced(
        Message(
          zh: "表达式不能读取 `secret` 字段", en: "an expression cannot read a field of type `secret`"),
        cure: Message(
          zh: "它加密保存，只在有人查看时解密；换一个字段",
          en: "it is encrypted and opened on demand only; use another field"), at: span))
    return false
  }

  /// The option of a name, where options of a field are expected.
  private func known(
    _ name: String, _ node: ExpressionNode, _ expecting: ValueType?
  ) -> Expression? {
    guard case .option(let field) = expecting.map(ExpressionTyper.element),
      let option = checker.environment.options[field]?.options.first(where: { $0.name == name })
    else { return nil }
    return Expression(
      .literal(.option(option.id, physicalName: option.physicalName)), .option(field: field),
      mayBeBlank: false, node.span)
  }

  private func option(
    _ name: String, _ node: ExpressionNode, _ expecting: ValueType?
  ) -> Expression? {
    if let option = known(name, node, expecting) { return option }
    var options: OptionTable?
    if case .option(let field) = expecting.map(ExpressionTyper.element) {
      options = checker.environment.options[field]
    }
    if checker.mayBeUnread(name) { return nil }
    if let meant = ForeignWords.values[name] {
      checker.report(MeaningMistake.foreignWord(name, meant: meant, at: node.span))
      return nil
    }
    if let options {
      let candidates = options.options.map {
        Candidate($0.name, labels: $0.label.texts.map(\.text))
      }
      let near = checker.nearest(to: name, among: candidates)
      let fields = checker.nearest(to: name, among: entity.candidates)
      if !near.near.isEmpty || fields.near.isEmpty {
        checker.report(ReferenceMistake.unknownOption(name, suggestions: near, at: node.span))
        return nil
      }
    }
    let candidates = entity.candidates + checker.environment.parameterCandidates
    checker.report(
      MeaningMistake.unknownName(
        name, entity: entity.name, suggestions: checker.nearest(to: name, among: candidates),
        at: node.span))
    return nil
  }

  private static func element(_ type: ValueType) -> ValueType {
    if case .list(let item) = type { return item }
    return type
  }

  private func me(_ node: ExpressionNode) -> Expression? {
    guard place.isLive else {
      checker.report(ValueMistake.needsLive("me", at: node.span))
      return nil
    }
    return Expression(.me, .reference(People.user), mayBeBlank: false, node.span)
  }

  /// Whether fields can be read at this place.
  private func checkReading(_ span: Span) -> Bool {
    if place.readsRecord { return true }
    checker.report(
      MeaningMistake.misplaced(
        Message(
          zh: "默认值里不能用字段：新记录的字段还没有填写", en: "a default cannot use fields: none is filled in yet"),
        cure: Message(
          zh: "用 `value` 让字段由别的字段算出", en: "let `value` compute the field from others"), at: span))
    return false
  }

  private func path(
    _ root: Expression.Path.Root, _ steps: [Expression.Step], _ type: ValueType, _ mayBeBlank: Bool,
    _ span: Span
  ) -> Expression {
    Expression(
      .field(Expression.Path(root: root, steps: steps)), type, mayBeBlank: mayBeBlank, span)
  }

  /// Remembers the options of a field that was met.
  func note(_ field: Field?) {
    guard let field, let options = field.type.options else { return }
    if checker.environment.options[field.id] == nil {
      checker.environment.options[field.id] = OptionTable(
        owner: "\(entity.name).\(field.name)", options: options)
    }
  }

  // MARK: Behind a point

  func member(
    _ base: ExpressionNode, _ name: String, _ span: Span, _ node: ExpressionNode
  ) -> Expression? {
    if case .name(let word) = base.kind, word == "old" || word == "this" {
      return member(ofWord: word, name, span, node)
    }
    if isRows(base) {
      reportRows(node)
      return nil
    }
    guard let reference = infer(base) else { return nil }
    guard case .reference(let target) = reference.type else {
      report(
        expected: Message(zh: "一条记录，才能取 `\(name)`", en: "a record to take `\(name)` of"), reference)
      return nil
    }
    guard let fields = checker.fields(of: target) else { return nil }
    var root = Expression.Path.Root.me
    var steps: [Expression.Step] = []
    switch reference.kind {
    case .field(let path): (root, steps) = (path.root, path.steps)
    case .me: break
    case .aggregate(let latest) where latest.function == .latest:
      (root, steps) = (.record, latest.stepsOnward)
    default:
      checker.report(
        MeaningMistake.misplaced(
          Message(zh: "点的前面要是字段", en: "a field stands before the point"),
          cure: Message(
            zh: "先把它写成一个字段，再取它的 `\(name)`",
            en: "make it a field of its own and take its `\(name)`"),
          at: reference.origin))
      return nil
    }
    let inside = with(fields)
    switch fields.find(name) {
    case .member(let member, let type, let mayBeBlank, let field):
      // A row stands in the form, and begins a path without a step.
      guard root == .record && steps.isEmpty || checkFollowing(root, node.span, name) else {
        return nil
      }
      guard checkOpen(field, span) else { return nil }
      inside.note(field)
      steps.append(Expression.Step(entity: target, member: member))
      if case .aggregate(let latest) = reference.kind {
        let value = path(root, steps, type, mayBeBlank, node.span)
        return Expression(
          .aggregate(latest.taking(value)), type, mayBeBlank: true, node.span)
      }
      return path(root, steps, type, mayBeBlank || reference.mayBeBlank, node.span)
    case .rows:
      checker.report(
        MeaningMistake.misplaced(
          Message(zh: "不能汇总另一条记录的子表单", en: "rows of another record cannot be summed up here"),
          cure: Message(
            zh: "在 `\(fields.name)` 上写一个计算字段，再用它",
            en: "make a computed field of `\(fields.name)` and use it"),
          at: span))
      return nil
    case .broken: return nil
    case .missing:
      reportMissing(name, in: fields, span)
      return nil
    }
  }

  private func reportMissing(_ name: String, in fields: EntityFields, _ span: Span) {
    guard !checker.mayBeUnread(name) else { return }
    checker.report(
      ReferenceMistake.unknownField(
        name, entity: fields.name,
        suggestions: checker.nearest(to: name, among: fields.candidates), at: span))
  }

  /// The same typer with the fields of another entity.
  func with(_ fields: EntityFields) -> ExpressionTyper {
    var result = self
    result.entity = fields
    return result
  }

  /// Other records are not at hand in the browser.
  private func checkFollowing(
    _ root: Expression.Path.Root, _ span: Span, _ name: String
  ) -> Bool {
    guard place.targets.contains(.form), root != .me else { return true }
    checker.report(
      MeaningMistake.notHere(
        Message(zh: "另一条记录的字段", en: "a field of another record"), place: place.name,
        alternatives: Message(
          zh: "给本实体加一个字段，写 `value: \(text(span))`，再用它",
          en: "add a field to this entity with `value: \(text(span))` and use that"), at: span))
    return false
  }

  private func member(
    ofWord word: String, _ name: String, _ span: Span, _ node: ExpressionNode
  ) -> Expression? {
    let isOld = word == "old"
    guard let fields = isOld ? (place.readsOld && !isInRows ? entity : nil) : edited else {
      checker.report(
        MeaningMistake.misplaced(
          place.refusal(of: word),
          cure: isOld
            ? Message(zh: "`old` 用在 `checks` 里", en: "`old` belongs in `checks`")
            : Message(
              zh: "`this` 用在引用字段的 `where` 里", en: "`this` belongs in the `where` of a reference"),
          at: node.span))
      return nil
    }
    switch fields.find(name) {
    case .member(let member, let type, _, let field):
      guard checkOpen(field, span) else { return nil }
      with(fields).note(field)
      return path(
        isOld ? .old : .this, [Expression.Step(entity: fields.id, member: member)], type, true,
        node.span)
    case .rows:
      reportRows(node)
      return nil
    case .broken: return nil
    case .missing:
      reportMissing(name, in: fields, span)
      return nil
    }
  }

  // MARK: Rows

  /// Whether a node names rows, without looking closer.
  func isRows(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .rows: return true
    case .name(let name):
      if case .rows = entity.find(name) { return true }
      return false
    default: return false
    }
  }

  func rowsAlone(_ node: ExpressionNode) -> Expression? {
    reportRows(node)
    return nil
  }

  private func reportRows(_ node: ExpressionNode) {
    let name = text(node.span)
    checker.report(
      MeaningMistake.misplaced(
        Message(zh: "`\(name)` 是多条记录，不是一个值", en: "`\(name)` is many records and no single value"),
        cure: Message(
          zh: "用函数汇总，例如 `count(\(name))` 或 `sum(\(name))`",
          en: "sum them up by a function, as in `count(\(name))` or `sum(\(name))`"), at: node.span)
    )
  }
}
