import CSQLite
import Testing
import Values

@testable import TenonDatabase

/// The functions that queries call, each in an expression of its own: what they compute is tested
/// where it lives, here that it goes in and out whole.
@Suite struct ExpressionFunctionTests {
  private let database: OpaquePointer

  init() throws {
    var opened: OpaquePointer?
    try #require(sqlite3_open(":memory:", &opened) == SQLITE_OK)
    database = try #require(opened)
    try #require(ExpressionFunctions.register(in: database) == SQLITE_OK)
  }

  /// The value of an expression as text, `_` for blank; the message when there is none.
  private func value(_ sql: String) -> String {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(database, "SELECT " + sql, -1, &statement, nil) == SQLITE_OK,
      sqlite3_step(statement) == SQLITE_ROW
    else { return String(cString: sqlite3_errmsg(database)) }
    return sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "_"
  }

  @Test(arguments: [
    ("tn_add(150, 2, 5, 0)", "650"),
    ("tn_add(NULL, 2, 5, 0)", "_"),
    ("tn_divide(1, 0, 3, 0)", "333333333333"),
    ("tn_divide(1, 0, 0, 0)", "_"),
    ("tn_mod(-7, 0, 2, 0)", "-1"),
    // Beyond 64 bits a number is a BLOB, and comes back when it fits again.
    ("typeof(tn_multiply(9007199254740991, 0, 9007199254740991, 0))", "blob"),
    (
      "tn_number_text(tn_multiply(9007199254740991, 0, 9007199254740991, 0), 0)",
      "81129638414606663681390495662081"
    ),
    (
      "tn_div(tn_multiply(9007199254740991, 0, -4000000000, 0), 0, 4000000000, 0)",
      "-9007199254740991"
    ),
    (
      "tn_multiply(tn_multiply(9007199254740991, 0, 9007199254740991, 0), 0, 9007199254740991, 0)",
      "_"
    ),
    ("tn_order(tn_widen(-9007199254740991, 18), 18, 1, 0)", "-1"),
    ("tn_same(NULL, 0, NULL, 2)", "1"),
    ("tn_key(-1) < tn_key(0) AND tn_key(0) < tn_key(tn_widen(9007199254740991, 9))", "1"),
    ("tn_least(1, NULL, 0, 3, 0, -25, 1, 7, 0)", "-25"),
    ("tn_greatest(0, NULL, 0, NULL, 0)", "_"),
    // The first that is filled, though it does not fit the scale.
    ("tn_first(18, tn_widen(9007199254740991, 18), 2, 1, 0)", "_"),
    ("tn_first(2, NULL, 2, 1, 0)", "100"),
    ("tn_round(25, 1, 0, 'half_even')", "2"),
    ("tn_fit(101, -100, 100)", "_"),
    ("tn_clamp(1, 5, 0, 10, 0, 205, 1)", "100"),
    ("tn_add_months(19753, 1)", "19782"),
    ("tn_start_of(20514, 'quarter')", "20454"),
    // A month and two days; the days can be fewer than none.
    ("tn_shift(19753, 4294967298)", "19784"),
    ("tn_period_sum(4294967296, -3)", "4294967293"),
    ("tn_period_product(4294967293, -2)", "-8589934586"),
    ("tn_moment(253402300800000)", "_"),
    ("tn_duration_text(-5400000)", "-1:30:00"),
    ("tn_concat('e', NULL, '\u{301}')", "é"),
    ("tn_concat(NULL, NULL)", "_"),
    ("tn_fold('ＡＢ客Straße')", "ab客strasse"),
    ("tn_starts_with('abc', NULL)", "_"),
    ("tn_parse_decimal(' -1.50 ')", "-1500000000"),
    ("tn_list(1, NULL, 'a\"b')", "[1,null,\"a\\\"b\"]"),
    ("(SELECT tn_sum(x) FROM (SELECT 1 AS x WHERE 0))", "0"),
    (
      """
      (SELECT tn_number_text(tn_sum(x), 0) FROM
        (SELECT 9223372036854775807 AS x UNION ALL SELECT 9))
      """,
      "9223372036854775816"
    ),
    (
      """
      (SELECT tn_sum(x) FROM
        (SELECT -9223372036854775807 AS x UNION ALL SELECT 9223372036854775800))
      """,
      "-7"
    ),
  ]) func gives(_ sql: String, _ expected: String) {
    #expect(value(sql) == expected)
  }

  /// The schema must stay readable to any sqlite3, so nothing stored may call them.
  @Test func noViewMayCallThem() {
    sqlite3_exec(database, "CREATE VIEW v AS SELECT tn_trim(' a ') AS x", nil, nil, nil)
    #expect(value("x FROM v") == "unsafe use of tn_trim()")
  }

  @Test func theCompilerKnowsNoOtherName() {
    let names = ExpressionFunctions.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
