import TenonPages

/// Collects what is wrong with a record; generated code calls it once per constraint.
public struct Checks {
  /// What was found, in the order of the fields.
  private(set) var problems: [(column: Int, problem: FieldProblem)] = []
  /// What is wrong with a subform, by its name, or with the record as a whole, where it is empty.
  private(set) var whole: [(place: String, problem: FieldProblem)] = []
  /// What was typed for fields that may be hidden and does not fit: it counts when they are shown.
  var waiting: [Int: FieldProblem] = [:]
  /// Whether a form was sent: it holds inputs of fields that its reader did not see.
  var isForm = false
  /// The application's languages in their order.
  private let locales: [Locale]

  init(_ locales: [Locale] = []) { self.locales = locales }

  /// The value must be there.
  public mutating func required<T>(_ column: Int, _ value: T?) {
    if value == nil { add(column, .required) }
  }

  /// The value must be there under a condition, unless the field is hidden.
  public mutating func required<T>(
    _ column: Int, _ value: T?, if condition: Bool, unless isHidden: @autoclosure () -> Bool = false
  ) {
    if value == nil, condition, waiting[column] == nil, !isHidden() { add(column, .required) }
  }

  /// The value stays while the field is hidden, before the change and after it; a form changes
  /// nothing of what is hidden when it is sent.
  public mutating func hidden<T: Equatable>(
    _ column: Int, _ value: T?, _ past: T?, now: @autoclosure () -> Bool,
    before: @autoclosure () -> Bool
  ) {
    if let problem = waiting[column] {
      if !now() { add(column, problem) }
    } else if value != past, now(), isForm || before() {
      add(column, .hidden)
    }
  }

  /// The value stays while a condition holds, before the change and after it.
  public mutating func readOnly<T: Equatable>(
    _ column: Int, _ value: T?, _ past: T?, now: @autoclosure () -> Bool,
    before: @autoclosure () -> Bool
  ) {
    if value != past, now(), before() { add(column, .readOnly) }
  }

  /// Lets pass what people may not change.
  mutating func forgetUntouchable() {
    problems.removeAll { $0.problem == .readOnly || $0.problem == .hidden }
  }

  /// A condition of the definition must hold. `say` are its words in each language, beside the
  /// field of a column or about the whole record.
  public mutating func must(
    _ holds: Bool, at column: Int?, _ say: @autoclosure () -> [String?]
  ) {
    if holds { return }
    let problem = said(say())
    if let column { add(column, problem) } else { whole.append(("", problem)) }
  }

  /// The same beside a subform.
  public mutating func must(
    _ holds: Bool, beside subform: StaticString, _ say: @autoclosure () -> [String?]
  ) {
    if !holds { whole.append((subform.description, said(say()))) }
  }

  private func said(_ words: [String?]) -> FieldProblem {
    var texts: [Locale: String] = [:]
    for (locale, text) in zip(locales, words) { texts[locale] = text ?? "" }
    return .said(texts)
  }

  /// One line only.
  public mutating func line(_ column: Int, _ value: String?) {
    guard let value, value.utf8.contains(0x0A) else { return }
    add(column, .severalLines)
  }

  /// At most so many code points.
  public mutating func length(_ column: Int, _ value: String?, _ limit: Int) {
    guard let value, Text.length(value) > limit else { return }
    add(column, .tooLong(limit))
  }

  /// Between these bounds, both inclusive, in stored units.
  public mutating func range(
    _ column: Int, _ value: Int64?, _ minimum: Int64, _ maximum: Int64
  ) {
    guard let value else { return }
    if value < minimum { add(column, .tooSmall(.integer(minimum))) }
    if value > maximum { add(column, .tooLarge(.integer(maximum))) }
  }

  /// In a stage, that another field is filled.
  public mutating func needs<T>(
    _ stage: String?, _ wanted: StaticString, _ column: Int, _ value: T?,
    unless isHidden: @autoclosure () -> Bool = false
  ) {
    if value == nil, stage == wanted.description, waiting[column] == nil, !isHidden() {
      add(column, .needed)
    }
  }

  /// An address of e-mail: one `@` with something on both sides, no white space (the form that
  /// HTML's input takes is stricter in ways that real addresses break).
  public mutating func email(_ column: Int, _ value: String?) {
    guard let value else { return }
    let parts = value.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let isWhole = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    if !isWhole || value.utf8.count > 254 || Checks.hasSpace(value) { add(column, .malformed) }
  }

  /// A phone number: digits of at least 3, signs that people put between them, an extension.
  public mutating func phone(_ column: Int, _ value: String?) {
    guard let value else { return }
    let digits = value.utf8.count { $0 &- 0x30 < 10 }
    let isWhole = value.utf8.allSatisfy { $0 &- 0x30 < 10 || Checks.phoneSigns.contains($0) }
    if !isWhole || digits < 3 || value.utf8.count > 40 { add(column, .malformed) }
  }

  private static let phoneSigns = Set(" +-()/.#*,x".utf8)

  /// A web address with the scheme http or https: anything else could run in a page.
  public mutating func url(_ column: Int, _ value: String?) {
    guard let value else { return }
    let rest = ["https://", "http://"].first { value.lowercased().hasPrefix($0) }
      .map { value.dropFirst($0.count) }
    guard let rest, !rest.isEmpty, !rest.hasPrefix("/"), value.utf8.count <= 2000,
      !Checks.hasSpace(value)
    else { return add(column, .malformed) }
  }

  /// Of a form: an identity number with its check digit, a document of JSON.
  public mutating func form(_ column: Int, _ value: String?, _ form: TextForm) {
    guard let value, !form.accepts(value) else { return }
    add(column, .notOfForm(form))
  }

  private static func hasSpace(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
  }

  /// At most so many items in a list.
  public mutating func items(_ column: Int, _ value: String?, _ limit: Int) {
    guard let value, ItemList.items(value).count > limit else { return }
    add(column, .tooMany(limit))
  }

  mutating func add(_ column: Int, _ problem: FieldProblem) { problems.append((column, problem)) }
}
