import IR
import TargetCode
import Values

/// Writes expressions as functions of an entity's generated type, in three-address form: a constant
/// with its type for each step, calls of `Values` and nothing else. What is long is cut into
/// several functions, since the cost of compiling one grows with the square of its length.
final class ExpressionWriter {
  let emitter: Emitter
  /// The type whose functions they are.
  let owner: Entity
  private(set) var declarations: [SwiftDeclaration] = []
  /// What is read of other records, by the number under which the code asks for it.
  private(set) var reads: [RelatedRead] = []
  private var taken: Set<String> = []
  private var patterns: [String: String] = [:]
  private var liveFunctions: [StableID: Written] = [:]

  init(_ emitter: Emitter, _ owner: Entity) {
    self.emitter = emitter
    self.owner = owner
  }

  /// The steps of one function.
  struct Body {
    /// The function's name, from which those of its parts come.
    let name: String
    /// The entity of the record that is looked at.
    let subject: Entity
    var steps: [SwiftStatement] = []
    /// Fields that were read already.
    var fields: [Expression.Path: Operand] = [:]
  }

  /// A value that stands in a constant.
  struct Operand {
    let name: String
    /// Whether it is a truth that is never blank and so no optional.
    var isPlain = false

    var text: SwiftExpression { .name(name) }
  }

  /// A function that was written.
  struct Written {
    let name: String
    let type: String
  }

  /// Adds a function that works an expression out over records of an entity.
  @discardableResult
  func add(
    _ name: String, _ expression: Expression, over subject: Entity, isCondition: Bool = false
  ) -> Written {
    let name = SwiftText.identifier(name, taken: &taken)
    var body = Body(name: name, subject: subject)
    let place = declarations.count
    var result = write(expression, in: &body)
    if isCondition, !result.isPlain {
      result = step("Bool", .binary("??", result.text, .bool(false)), in: &body)
    }
    // A constant that would only be given back is no step.
    if case .constant(result.name, _, let value)? = body.steps.last {
      body.steps[body.steps.count - 1] = .return(value)
    } else {
      body.steps.append(.return(result.text))
    }
    let type = ExpressionWriter.type(of: expression, isPlain: result.isPlain)
    let record = emitter.typeName(subject.id)
    declarations.insert(
      .function(
        modifiers: ["static"], signature: "\(name)(_ it: Evaluation<\(record)>) -> \(type)",
        body: body.steps), at: place)
    return Written(name: name, type: type)
  }

  // MARK: Steps

  /// Adds a step; answers the constant with its value.
  func step(_ type: String, _ value: SwiftExpression, in body: inout Body) -> Operand {
    let name = "t\(body.steps.count + 1)"
    body.steps.append(.constant(name, type: type, value))
    return Operand(name: name, isPlain: type == "Bool")
  }

  /// A step that calls a function.
  func call(
    _ function: String, _ arguments: [SwiftExpression], _ type: String, in body: inout Body
  ) -> Operand {
    step(type, .call(function, arguments.map { .init(nil, $0) }), in: &body)
  }

  /// The number of what is read of other records.
  func number(of read: RelatedRead) -> Int64 {
    if let known = reads.firstIndex(of: read) { return Int64(known) }
    reads.append(read)
    return Int64(reads.count - 1)
  }

  /// The function of a field that is worked out on reading; the same for all who read it.
  func liveFunction(of field: Field, _ value: Expression, over subject: Entity) -> Written {
    if let known = liveFunctions[field.id] { return known }
    let function = add("live_\(field.name)", value, over: subject)
    liveFunctions[field.id] = function
    return function
  }

  /// The name of a pattern's property.
  func pattern(_ text: String) -> String {
    if let known = patterns[text] { return known }
    let name = SwiftText.identifier("pattern_\(patterns.count + 1)", taken: &taken)
    patterns[text] = name
    declarations.append(
      .property(
        modifiers: ["static"], keyword: "let", name: name, type: "Pattern?",
        value: .call("Pattern", [.init(nil, .string(text))])))
    return name
  }

  // MARK: Parts

  /// Steps above which a part becomes a function of its own.
  private static let longPart = 40
  private static let longBody = 80

  /// Writes what stands inside an expression, or calls the function that it becomes.
  func write(
    _ part: Expression, inside whole: Expression, in body: inout Body
  ) -> Operand {
    let weight = part.weight
    let isLong = weight > ExpressionWriter.longPart
    guard isLong || weight > 5 && whole.weight > ExpressionWriter.longBody else {
      return write(part, in: &body)
    }
    let function = add(body.name + "_part", part, over: body.subject)
    return call(function.name, [.name("it")], function.type, in: &body)
  }
}

extension Expression {
  /// How many steps it takes in a function, about; what aggregates take of rows has its own.
  var weight: Int {
    if case .aggregate = kind { return 6 }
    return children.reduce(1) { $0 + $1.weight }
  }
}
