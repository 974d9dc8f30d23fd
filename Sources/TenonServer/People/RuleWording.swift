import TenonPages

/// Says the rules of an entity's rights in words.
struct RuleWording {
  let entity: EntityModel
  /// Index of the reader's language.
  let language: Int
  let locale: Locale

  /// The rule of an action, of the clause with this index.
  func rows(_ action: Action, _ clause: Int, _ rule: RowRule) -> String {
    words(rule, clause, action.keyword)
  }

  /// What is said of a field by one clause: `隐藏，本人负责的除外`.
  func field(
    _ state: FieldRule, _ column: Int, _ clause: Int, _ rule: RowRule
  ) -> String {
    let place = state.rawValue + ":" + entity.meta.name(ofColumn: column)
    let name = locale[state.phrase]
    if rule.constant == true { return name }
    if case .not(let exception) = rule {
      return locale.text(.fieldUnless, name, words(exception, clause, place))
    }
    return locale.text(.fieldOn, name, words(rule, clause, place))
  }

  /// What a clause can say of a field.
  enum FieldRule: String {
    case hide, mask, lock

    var phrase: Phrase {
      switch self {
      case .hide: .fieldHidden
      case .mask: .fieldMasked
      case .lock: .fieldLocked
      }
    }
  }

  private func words(_ rule: RowRule, _ clause: Int, _ place: String) -> String {
    let known = entity.look.ruleWords.filter { $0.clause == clause && $0.place == place }
    var leaves = known.map { $0.words[language] }.makeIterator()
    return words(rule, &leaves, isInner: false)
  }

  /// The words of expressions come in the order in which they stand in the rule.
  private func words(
    _ rule: RowRule, _ leaves: inout IndexingIterator<[String]>, isInner: Bool
  ) -> String {
    switch rule {
    case .all: return locale[.ruleAll]
    case .none: return locale[.ruleNone]
    case .own: return locale[.ruleOwn]
    case .department: return locale[.ruleDepartment]
    case .below: return locale[.ruleBelow]
    case .headed: return locale[.ruleHeaded]
    case .shared: return locale[.ruleShared]
    case .pool: return locale[.rulePool]
    case .reach(let column, _, let action):
      let label = entity.pageField(column, language, locale).label
      switch action {
      case .read: return locale.text(.ruleReach, label)
      case .export: return locale.text(.ruleReachExport, label)
      default: return locale.text(.ruleReachUpdate, label)
      }
    case .expression:
      // A rule that a computed field has from what it is worked out of has no words of its own.
      guard let leaf = leaves.next() else { return locale[.ruleCondition] }
      return locale.text(.ruleExpression, leaf)
    case .condition: return locale[.ruleCondition]
    case .and(let rules): return join(rules, .ruleAnd, &leaves, isInner)
    case .or(let rules): return join(rules, .ruleOr, &leaves, isInner)
    case .not(let inner):
      return locale.text(.ruleNot, words(inner, &leaves, isInner: false))
    }
  }

  private func join(
    _ rules: [RowRule], _ between: Phrase, _ leaves: inout IndexingIterator<[String]>,
    _ isInner: Bool
  ) -> String {
    var parts: [String] = []
    for rule in rules { parts.append(words(rule, &leaves, isInner: true)) }
    let text = parts.joined(separator: locale[between])
    return isInner && parts.count > 1 ? locale.text(.ruleGroup, text) : text
  }
}

extension Action {
  /// The word in the definition.
  var keyword: String {
    switch self {
    case .load: "import"
    default: "\(self)"
    }
  }

  var phrase: Phrase {
    switch self {
    case .read: .actionRead
    case .create: .actionCreate
    case .update: .actionUpdate
    case .delete: .actionDelete
    case .export: .actionExport
    case .load: .actionImport
    case .print: .actionPrint
    case .assign: .actionAssign
    case .comment: .actionComment
    }
  }
}
