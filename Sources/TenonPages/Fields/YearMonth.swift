import Values

/// `year_month`: a month of a year.
struct YearMonthControl: FormedText {
  var form: TextForm? { .yearMonth }
  var attributes: StaticString {
    #" type="month" autocomplete="off""#
  }

  func shown(_ text: String, _ context: PageContext) -> String {
    guard TextForm.yearMonth.accepts(text), let month = Int(text.suffix(2)) else { return text }
    switch context.locale {
    case .zh: return "\(text.prefix(4)) 年 \(month) 月"
    case .en: return "\(Formats.month(month)) \(text.prefix(4))"
    }
  }
}
