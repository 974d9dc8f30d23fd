import Query
import Values

/// The functions of expressions that PostgreSQL lacks, in a schema of their own. Each has a result
/// for all arguments: an error of one row would fail the whole page.
///
/// A number is a mantissa; where 64 bits may not hold it, it is NUMERIC. PL/pgSQL keeps the plans
/// of what it works out, which SQL functions do not.
public enum PostgresFunctions {
  /// Their schema. Roles are called `tenon`, and a schema of a role's name comes before `public`.
  public static let schema = "tenon_fn"

  /// What installs them, over whatever earlier version is there.
  public static let statements: [String] =
    ["CREATE SCHEMA IF NOT EXISTS \(schema)"] + (numbers + dates + texts).map(\.sql) + folds

  /// All of it as an item of the schema. The key changes with the functions.
  public static var item: SchemaItem {
    var fingerprint = Fingerprint(of: "functions")
    for statement in statements { fingerprint.add(statement) }
    return SchemaItem(
      key: "functions tenon", definition: fingerprint.description,
      sql: statements.joined(separator: ";\n\n"))
  }

  /// One function: its head without the schema, what it gives, and its body.
  struct Function {
    let head: String
    let result: String
    let body: String
    /// Whether it is blank as soon as an argument is.
    var isStrict = true
    /// What the body declares.
    var declares = ""

    init(
      _ head: String, _ result: String, declares: String = "", isStrict: Bool = true,
      _ body: String
    ) {
      self.head = head
      self.result = result
      self.declares = declares
      self.isStrict = isStrict
      self.body = body
    }

    var sql: String {
      let strict = isStrict ? " STRICT" : ""
      let declared = declares.isEmpty ? "" : "DECLARE\n\(declares)\n"
      return """
        CREATE OR REPLACE FUNCTION tenon_fn.\(head) RETURNS \(result)
        LANGUAGE plpgsql IMMUTABLE\(strict) PARALLEL SAFE AS $tenon$
        \(declared)BEGIN
        \(body)
        END
        $tenon$
        """
    }
  }
}
