/// The script of forms that follow rules, an ES module of its own: what the expressions of an
/// application are made of in the browser, and what holds a form to them. Pages without rules do
/// not load it; without it the server decides alone.
///
/// The compiler writes one module for each application, `(t, e) => tables`, which takes the
/// functions of this one as `t`, and what belongs to the person and the moment as `e`.
///
/// Values: blank is null; a number is a BigInt that counts units of its last digit, and who calls
/// knows how many digits it has; a date counts days, a date-time and a duration milliseconds as
/// BigInt, both from 1970; a period is one BigInt; an option, a person and a record are keys; a
/// list is an array that is not empty.
enum RuleScript {
  /// The functions that expressions call.
  static let functions = [numbers, lists, texts, days]
  static let parts = functions + [input, hold, follow]
}
