/// The part of Swift that Tenon emits: value trees that know nothing of Tenon. ``SwiftPrinter``
/// turns them into text.
public struct SwiftFile {
  /// Lines of the comment at the top.
  public var header: [String]
  public var imports: [String]
  public var declarations: [SwiftDeclaration]

  public init(header: [String], imports: [String] = [], declarations: [SwiftDeclaration]) {
    self.header = header
    self.imports = imports
    self.declarations = declarations
  }
}

/// A declaration at file or type level.
public indirect enum SwiftDeclaration {
  case structure(name: String, conformances: [String], members: [SwiftDeclaration])
  case `extension`(name: String, members: [SwiftDeclaration])
  /// An enumeration without cases, which holds what is static.
  case namespace(name: String, members: [SwiftDeclaration])
  /// `[static] let|var name[: type] [= value]`
  case property(
    modifiers: [String], keyword: String, name: String, type: String?, value: SwiftExpression?)
  /// A property of type StaticString that holds a whole text.
  case text(modifiers: [String], name: String, String)
  /// `[static] var name: type { value }`
  case computed(modifiers: [String], name: String, type: String, SwiftExpression)
  /// `[static|mutating] func signature { body }`
  case function(modifiers: [String], signature: String, body: [SwiftStatement])
  case statement(SwiftStatement)
}

/// A statement.
public indirect enum SwiftStatement {
  case expression(SwiftExpression)
  /// `let name: type = value`
  case constant(String, type: String, SwiftExpression)
  /// `name = value`
  case assignment(String, SwiftExpression)
  case `return`(SwiftExpression)
  case `switch`(SwiftExpression, [Case])

  /// One case of a switch, its pattern already in Swift.
  public struct Case {
    public var pattern: String
    public var body: [SwiftStatement]
    public init(pattern: String, body: [SwiftStatement]) {
      self.pattern = pattern
      self.body = body
    }
  }
}

/// An expression.
public indirect enum SwiftExpression: Hashable {
  /// An identifier or a dotted path of identifiers, spelled as given.
  case name(String)
  case integer(Int64)
  case bool(Bool)
  case string(String)
  case call(String, [Argument])
  case array([SwiftExpression])
  case dictionary([Entry])
  /// `&name`
  case address(String)
  /// `!value`
  case not(SwiftExpression)
  /// `left operator right`
  case binary(String, SwiftExpression, SwiftExpression)
  /// `condition ? value : other`
  case choice(SwiftExpression, SwiftExpression, SwiftExpression)

  /// One entry of a dictionary.
  public struct Entry: Hashable {
    public var key: SwiftExpression
    public var value: SwiftExpression
    public init(_ key: SwiftExpression, _ value: SwiftExpression) {
      self.key = key
      self.value = value
    }
  }

  /// One argument of a call.
  public struct Argument: Hashable {
    public var label: String?
    public var value: SwiftExpression
    public init(_ label: String? = nil, _ value: SwiftExpression) {
      self.label = label
      self.value = value
    }
  }
}
