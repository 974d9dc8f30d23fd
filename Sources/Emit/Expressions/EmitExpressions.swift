import IR
import TargetCode
import Values

/// An expression with the name of its function.
public struct NamedExpression {
  public let name: String
  public let expression: Expression

  public init(_ name: String, _ expression: Expression) {
    self.name = name
    self.expression = expression
  }
}

extension Emitter {
  /// The functions of expressions over the records of an entity, as a file, with what they read of
  /// other records by its number.
  public func expressions(
    _ expressions: [NamedExpression], of entity: Entity, imports: [String]
  ) -> (text: String, reads: [RelatedRead]) {
    let writer = ExpressionWriter(self, entity)
    for item in expressions { writer.add(item.name, item.expression, over: entity) }
    let file = SwiftFile(
      header: header("expressions over \(entity.name)"), imports: imports,
      declarations: [
        .extension(name: typeName(entity.id), members: writer.declarations)
      ])
    return (SwiftPrinter.print(file), writer.reads)
  }

  /// The values that expressions know by a name, as a file; nil when there are none.
  public func parameters(imports: [String]) -> String? {
    parametersFile(imports: imports).map(SwiftPrinter.print)
  }

  func parametersFile(imports: [String]) -> SwiftFile? {
    if application.parameters.isEmpty { return nil }
    let members = application.parameters.map { parameter -> SwiftDeclaration in
      let type = parameter.type.valueType(of: Parameter.identity(parameter.name))
      return .computed(
        modifiers: ["static"], name: names.parameter[parameter.name] ?? parameter.name,
        type: ExpressionWriter.type(type), value(parameter.value, type))
    }
    return SwiftFile(
      header: header("its parameters"), imports: imports,
      declarations: [.namespace(name: names.parameters, members: members)])
  }

  /// A stored value as expressions compute with it.
  private func value(_ value: Value, _ type: ValueType) -> SwiftExpression {
    switch value {
    case .blank: return .name("nil")
    case .text(let text): return .string(text)
    case .integer(let number):
      switch type {
      case .boolean: return .bool(number != 0)
      case .date: return .name("CivilDate(days: \(number))")
      case .integer, .decimal, .money:
        return .name(Emitter.number(Int128(number), type.scale ?? 0))
      default: return .integer(number)
      }
    }
  }

  /// A number in Swift.
  static func number(_ mantissa: Int128, _ scale: Int) -> String {
    scale == 0 && Int(exactly: mantissa) != nil
      ? "Fixed.whole(\(mantissa))" : "Fixed(\(mantissa), \(scale))"
  }

  // MARK: Names

  /// The generated type of an entity.
  public func typeName(_ id: StableID) -> String { names.types[index(id)] }

  /// The generated types of all entities with their properties, in the order of the fields.
  public var records: [(entity: Entity, type: String, properties: [(name: String, type: String)])] {
    application.entities.enumerated().map { index, entity in
      let properties = zip(names.properties[index], entity.fields).map { ($0, $1.swiftType) }
      return (entity, names.types[index], properties)
    }
  }

  /// The property of a field.
  func property(_ field: StableID, of entity: StableID) -> String {
    let index = index(entity)
    guard let place = application.entities[index].fields.firstIndex(where: { $0.id == field })
    else { preconditionFailure("no field \(field.text)") }
    return names.properties[index][place]
  }

  private func index(_ id: StableID) -> Int {
    guard let index = application.entities.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("no entity \(id.text)")
    }
    return index
  }

  /// The options that are stored under another name than theirs: `stored name` in a line each.
  func renamedOptions(of field: StableID) -> String {
    let options = application.entities.lazy.flatMap(\.fields).first { $0.id == field }?.type.options
    return (options ?? []).filter { $0.name != $0.physicalName }
      .map { "\($0.physicalName) \($0.name)" }.joined(separator: "\n")
  }
}
