import Driver
import Emit
import IR
import Testing

/// What the browser can work out, and what is kept from it.
@Suite struct FormScriptTests {
  /// A call of each function.
  static let calls: [Function: String] = [
    .abs: "n", .round: "m, 1, up", .floor: "m", .ceil: "m", .trunc: "m", .sign: "m",
    .clamp: "n, 1, 2", .allocate: "m, [1, n]", .minOf: "n, 1.5", .maxOf: "n, 1.5",
    .powInt: "n, 2", .length: "t", .slice: "t, 1, 2", .left: "t, 1", .right: "t, 1", .trim: "t",
    .fold: "t", .contains: "t, 'a'", .replace: "t, 'a', 'b'", .matches: "t, '[a-z]+'",
    .mask: "t, 1, 1", .upperASCII: "t", .lowerASCII: "t", .containsCI: "t, 'a'",
    .startsWith: "t, 'a'", .endsWith: "t, 'a'", .splitPart: "t, '-', 1", .padLeft: "t, 3, '0'",
    .digitsOnly: "t", .textOf: "n", .parseInt: "t", .parseDecimal: "t", .parseDate: "t",
    .pinyinInitial: "t", .today: "", .now: "", .year: "d", .month: "d", .day: "d", .weekday: "d",
    .quarter: "d", .dateOf: "at", .timeOf: "at", .isoWeek: "d", .startOf: "d, month",
    .endOf: "d, month", .addMonths: "d, n", .addDays: "d, n", .daysBetween: "d, d",
    .monthsBetween: "d, d", .ageYears: "d, d", .addWork: "at, 2 working days",
    .workBetween: "at, at", .isWorkday: "d", .myRoles: "", .myTeam: "",
  ]

  /// What stands beside functions and not everywhere.
  static let others = [
    "start_of(at, day)", "text_of(at)", "at + 1 month", "at + 1 hour", "owner.name", "me.name",
    "me.department.name", "old.t", "changed(t)", "count(lines)", "count(note.of(deal))",
    "latest(lines by n).t", "2024-02-29 09:00", "2 working days", "created_at",
  ]

  /// The application with an expression, by which something must hold when a record is saved, or by
  /// which the form requires a field.
  private func check(_ expression: String, isForm: Bool) -> CheckResult {
    let condition = "is_blank(\(expression))"
    let rule = isForm ? ", required: \"\(condition)\"" : ""
    let check = isForm ? "" : "checks: { c: { must: \"\(condition)\", say: c } }"
    let text = """
      app: a
      calendar: { work: [mon-fri 09:00-18:00] }
      roles: { director: { label: { zh: 总监, en: Director } } }
      entities:
        deal:
          label: { zh: 甲, en: A }
          access: everyone
          fields:
            t: { type: text\(rule) }
            n: integer
            m: money
            d: date
            at: date_time
            owner: person
            lines: { type: subform, of: note }
          \(check)
        note:
          label: { zh: 乙, en: B }
          access: everyone
          fields: { deal: { type: reference, to: deal }, t: text, n: integer }
      views:
        deal.all: { label: { zh: 甲, en: A }, columns: [t] }
        note.all: { label: { zh: 乙, en: B }, columns: [t] }

      """
    return Driver.check(
      files: [SourceInput(path: "app.yaml", bytes: Array(text.utf8))], lock: nil)
  }

  /// The compiler refuses in a form what the emitter has no JavaScript for, and nothing else.
  @Test(arguments: Function.allCases.map { "\($0.rawValue)(\(calls[$0] ?? "?"))" } + others)
  func theBrowserHasWhatFormsMayHold(_ expression: String) throws {
    let saved = check(expression, isForm: false)
    let application = try #require(saved.application, "\(expression): \(saved.diagnostics)")
    var writer = JavaScriptWriter(application)
    let must = application.entities[0].checks[0]
    let isRefused = check(expression, isForm: true).hasErrors
    #expect((writer.function(must) == nil) == isRefused, "\(expression)")
  }

  /// What was given up leaves nothing behind, and what is called is declared.
  @Test func declarationsAreThoseOfTheFunctions() throws {
    let half = check("if upper_ascii(t) == 'A' then fold(t) else t", isForm: false)
    let application = try #require(half.application)
    var writer = JavaScriptWriter(application)
    #expect(writer.function(application.entities[0].checks[0]) == nil)
    #expect(writer.declarations == [])
    let whole = try #require(check("upper_ascii(t)", isForm: false).application)
    writer = JavaScriptWriter(whole)
    let check = whole.entities[0].checks[0]
    #expect(writer.function(check) == "(r) => upper(r.t) === null")
    #expect(writer.declarations == ["const {", "  upper,", "} = t;"])
  }

  @Test func formsWithoutRulesHaveNoScript() throws {
    let application = try #require(check("t", isForm: false).application)
    #expect(FormScript(application).entities == ["deal"])
    let plain = SourceInput(path: "app.yaml", bytes: Array(Sample.app.utf8))
    let views = SourceInput(path: "views.yaml", bytes: Array(Sample.views.utf8))
    let none = try #require(Driver.check(files: [plain, views], lock: nil).application)
    #expect(FormScript(none).text == nil && FormScript(none).entities == [])
  }
}
