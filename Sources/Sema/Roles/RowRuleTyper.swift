import Diagnostics
import IR
import Syntax

/// Reads row rules over the records of one entity: words where `and`, `or` and `not` leave them,
/// conditions as in the `where` of a view everywhere else.
struct RowRuleTyper {
  let checker: Checker
  let draft: EntityDraft
  let fields: EntityFields
  /// What the rule gives, to follow "this comparison".
  let grant: Message
  /// Whether it gives that where it does not hold.
  let grantsFalse: Bool

  /// The rule that stands in a text behind some ASCII characters; nil after a mistake.
  func rule(_ node: YAMLNode, from start: Int = 0) -> RowRule? {
    guard let text = node.scalar,
      let tree = checker.tree(
        String(text.dropFirst(start)), from: start, checker.places(text, node.span))
    else { return nil }
    return rule(tree, isGranting: grantsFalse)
  }

  /// `isGranting`: whether the falsehood of this part gives something.
  private func rule(_ node: ExpressionNode, isGranting: Bool) -> RowRule? {
    switch node.kind {
    case .boolean(let value): return value ? .all : .nothing
    case .name(let name): return word(name, node, isGranting)
    case .call(RowWords.reach, _, let arguments): return reach(arguments, node.span)
    case .not(let item): return rule(item, isGranting: !isGranting)?.negated
    case .and(let items): return rules(items, isGranting).map(RowRule.every)
    case .or(let items): return rules(items, isGranting).map(RowRule.some)
    default: return condition(node, isGranting)
    }
  }

  /// All of them, so that each says what is wrong in it.
  private func rules(_ nodes: [ExpressionNode], _ isGranting: Bool) -> [RowRule]? {
    let sound = nodes.map { rule($0, isGranting: isGranting) }
    let result = sound.compactMap { $0 }
    return result.count == nodes.count ? result : nil
  }

  // MARK: Words

  private func word(_ name: String, _ node: ExpressionNode, _ isGranting: Bool) -> RowRule? {
    guard RowWords.isWord(name) else {
      if isKnown(name) || checker.mayBeUnread(name) { return condition(node, isGranting) }
      let candidates =
        RowWords.candidates + fields.candidates + checker.environment.parameterCandidates
      checker.report(
        RowRuleMistake.unknownRowWord(
          name, suggestions: checker.nearest(to: name, among: candidates), at: node.span))
      return nil
    }
    if isBoolean(name) {
      checker.report(
        RowRuleMistake.ambiguousRowWord(name, entity: draft.name, at: node.span))
      return nil
    }
    if name == RowWords.all { return .all }
    return RowWord(rawValue: name).map { .word($0) } ?? RowRule.nothing
  }

  /// Whether a name stands for something in expressions, sound or not.
  private func isKnown(_ name: String) -> Bool {
    if name == "me" || name == "old" || name == "this" || ForeignWords.values[name] != nil {
      return true
    }
    if case .missing = fields.find(name) { return checker.environment.parameter(name) != nil }
    return true
  }

  /// Whether a field or a parameter of this name could stand where the word does.
  private func isBoolean(_ name: String) -> Bool {
    if case .member(_, .boolean, _, _) = fields.find(name) { return true }
    return checker.environment.parameter(name)?.type.storage == .boolean
  }

  private func reach(_ arguments: [ExpressionArgument], _ span: Span) -> RowRule? {
    guard arguments.count == 1, arguments[0].condition == nil, arguments[0].order == nil,
      case .name(let name) = arguments[0].value.kind
    else {
      checker.report(RowRuleMistake.badReach(at: span))
      return nil
    }
    let place = arguments[0].value.span
    guard let index = draft.names.index[name] else {
      if draft.areFieldsKnown, !draft.names.refused.contains(name), !checker.mayBeUnread(name) {
        checker.report(
          ReferenceMistake.unknownField(
            name, entity: draft.name,
            suggestions: checker.nearest(to: name, among: fields.candidates), at: place))
      }
      return nil
    }
    guard let field = draft.fields[index] else { return nil }
    let isLive = draft.isLive(index)
    if case .reference = field.type, !isLive { return .reach(field: index, .read) }
    checker.report(
      LayoutMistake.fieldDoesNotFit(
        field: name, type: field.type.keyword,
        use: Message(zh: "`reach`", en: "in `reach`"),
        wanted: Message(
          zh: "指向别的实体、不是 `live` 的引用字段",
          en: "a reference to another entity that is not `live`"), at: place))
    return nil
  }

  // MARK: Conditions

  private func condition(_ node: ExpressionNode, _ isGranting: Bool) -> RowRule? {
    if let (word, span) = misplaced(node), !isSound(node) {
      checker.report(RowRuleMistake.misplacedRowWord(word, at: span))
      return nil
    }
    let typer = ExpressionTyper(checker, .rows, fields)
    guard let expression = typer.condition(node) else { return nil }
    BlankGrants(checker: checker, grant: grant, heedsTwoBlanks: true)
      .check(expression, isGranting: isGranting)
    checker.examine(expression)
    return .condition(expression)
  }

  /// The first word within a condition that is no field of the entity. It may be an option of that
  /// name: whether it is, typing tells.
  private func misplaced(_ node: ExpressionNode) -> (String, Span)? {
    switch node.kind {
    case .name(let name):
      guard RowWords.isWord(name), case .missing = fields.find(name),
        checker.environment.parameter(name) == nil
      else { return nil }
      return (name, node.span)
    case .call(RowWords.reach, let span, _): return (RowWords.reach, span)
    default:
      for child in node.children {
        if let found = misplaced(child) { return found }
      }
      return nil
    }
  }

  /// Whether a condition can be typed, found out without a word.
  private func isSound(_ node: ExpressionNode) -> Bool {
    let trial = Checker(checker.environment)
    return ExpressionTyper(trial, .rows, fields).condition(node) != nil
  }
}
