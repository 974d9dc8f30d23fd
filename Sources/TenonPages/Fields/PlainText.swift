import Values

extension PageField {
  /// Whether values are amounts of the application's currency.
  public var isMoney: Bool { kind is MoneyControl }

  /// Whether values are shares of one, shown in hundredths.
  public var isPercent: Bool { kind is PercentControl }

  /// A filled value as plain text for the reader: in titles and in sentences. A date-time comes
  /// already shifted to the reader's zone; a reference is only its number here.
  public func text(_ value: Value, _ context: PageContext) -> String {
    if let text = control.plain(value, self, context) { return text }
    switch value {
    case .blank: return ""
    case .text(let text) where storage == .list:
      return ItemList.items(text).map { item in option(item)?.label ?? item }
        .joined(separator: context.locale[.listSeparator])
    case .text(let text): return option(text)?.label ?? text
    case .integer(let number): return self.text(number, context)
    }
  }

  private func text(_ number: Int64, _ context: PageContext) -> String {
    ByteWriter.text { bytes in
      switch storage {
      case .boolean: bytes.append(text: context.locale[number == 0 ? .no : .yes])
      case .date: Formats.date(number, context.locale, to: &bytes)
      case .dateTime: Formats.dateTime(number, context.locale, to: &bytes)
      case .scaled(let scale):
        Formats.decimal(number, scale: scale, to: &bytes)
      case .text, .list, .integer, .reference: Formats.integer(number, to: &bytes)
      }
    }
  }
}
