import Values

/// A filter that the list offers, with what it is set to.
public struct ListFilter: Sendable {
  public var field: PageField
  /// What `filter.{field}` asks for; any of these.
  public var values: [String]
  /// `filter.{field}.from` and `.to`, both inclusive.
  public var from: String
  public var to: String
  /// `filter.{field}.blank`: `true`, `false` or empty.
  public var blank: String
  /// Records offered by a filter over a reference, the chosen ones among them.
  public var choices: [RecordChoice]
  /// Whether there are more records than `choices`.
  public var hasMoreChoices: Bool
  /// The words by which `choices` were found.
  public var search: String
  /// Whether the field refers to people, so that `me` can be chosen.
  public var isPerson: Bool
  /// The list's URL with this range instead, for days only.
  public var presets: [(preset: DatePreset, path: PagePath)]

  public init(
    _ field: PageField, values: [String] = [], from: String = "", to: String = "",
    blank: String = "", choices: [RecordChoice] = [],
    hasMoreChoices: Bool = false, search: String = "", isPerson: Bool = false,
    presets: [(preset: DatePreset, path: PagePath)] = []
  ) {
    self.field = field
    self.values = values
    self.from = from
    self.to = to
    self.blank = blank
    self.choices = choices
    self.hasMoreChoices = hasMoreChoices
    self.search = search
    self.isPerson = isPerson
    self.presets = presets
  }

  /// Whether the filter takes rows away.
  public var isActive: Bool {
    !(values.isEmpty && from.isEmpty && to.isEmpty && blank.isEmpty)
  }
  /// `filter.{field}`.
  public var name: String { "filter." + field.name }

  /// What a new record in the list begins with, where the filter leaves one value only.
  var prefill: [(name: String, value: String)] {
    guard values.count == 1, field.options.isEmpty == false || field.target != nil else {
      return []
    }
    return [(field.inputName, values[0])]
  }

  /// What the filter is set to, in a few words.
  func summary(_ locale: Locale) -> String {
    var parts = values.map { value -> String in
      if value == "me" && isPerson { return locale[.me] }
      if let choice = choices.first(where: { String($0.id) == value }) { return choice.title }
      if field.storage == .boolean { return locale[value == "true" ? .yes : .no] }
      return field.option(value)?.label ?? value
    }
    if !from.isEmpty || !to.isEmpty { parts.append(range(locale)) }
    if !blank.isEmpty { parts.append(locale[blank == "true" ? .blank : .notBlank]) }
    return parts.joined(separator: locale[.listSeparator])
  }

  private func range(_ locale: Locale) -> String {
    if from == to, let preset = DatePreset(rawValue: from) { return locale[preset.phrase] }
    func bound(_ text: String) -> String {
      DatePreset(rawValue: text).map { locale[$0.phrase] } ?? text
    }
    if to.isEmpty { return "≥ " + bound(from) }
    return from.isEmpty ? "≤ " + bound(to) : bound(from) + " – " + bound(to)
  }
}

/// Ranges of days that move with the calendar. In a URL each stands for its first day in `from`
/// and for its last in `to`.
public enum DatePreset: String, CaseIterable, Sendable {
  case today
  case thisWeek = "this_week"
  case thisMonth = "this_month"
  case lastMonth = "last_month"
  case thisQuarter = "this_quarter"
  case thisYear = "this_year"

  var phrase: Phrase {
    switch self {
    case .today: return .today
    case .thisWeek: return .thisWeek
    case .thisMonth: return .thisMonth
    case .lastMonth: return .lastMonth
    case .thisQuarter: return .thisQuarter
    case .thisYear: return .thisYear
    }
  }

  /// First and last day; weeks begin on Monday.
  public func days(_ today: CivilDate) -> (first: CivilDate, last: CivilDate) {
    let (year, month, _) = today.components
    switch self {
    case .today: return (today, today)
    case .thisWeek:
      let first = today.firstOfWeek
      return (first, CivilDate(days: first.days + 6))
    case .thisMonth: return (Month(year, month).first, Month(year, month).last)
    case .lastMonth:
      let previous = Month(year, month).moved(-1)
      return (previous.first, previous.last)
    case .thisQuarter:
      let first = Month(year, (month - 1) / 3 * 3 + 1)
      return (first.first, first.moved(2).last)
    case .thisYear: return (Month(year, 1).first, Month(year, 12).last)
    }
  }
}

/// A month of a year.
public struct Month: Hashable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int

  public init(_ year: Int, _ month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `2026-03`; years 1900 to 2200, beyond which no calendar is asked for.
  public init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, let date = CivilDate(parsing: text + "-01"),
      (1900...2200).contains(date.components.year)
    else { return nil }
    self.init(date.components.year, date.components.month)
  }

  public var first: CivilDate { CivilDate(year: year, month: month, day: 1)! }
  public var last: CivilDate {
    CivilDate(days: first.days + Int64(CivilDate.length(ofMonth: month, year: year)) - 1)
  }

  /// The month so many months on.
  public func moved(_ by: Int) -> Month {
    let index = year * 12 + month - 1 + by
    return Month(index / 12, index % 12 + 1)
  }

  /// `2026-03`.
  public var text: String { String(first.description.prefix(7)) }
}

extension CivilDate {
  /// 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday.
  public var weekday: Int { Int(((days + 3) % 7 + 7) % 7) }
  /// The Monday of its week.
  public var firstOfWeek: CivilDate { CivilDate(days: days - Int64(weekday)) }
}
