import TenonPages

extension RecordInput {
  /// The fields of a JSON object and the rows of its subforms. Throws `malformed` for names that
  /// nothing has or that nobody may write: a request that means something else is not half
  /// understood.
  init(
    _ members: [JSONInput.Member], _ entity: EntityModel, _ tenant: Tenant
  ) throws(Refusal) {
    self.init(entity)
    for member in members {
      if let index = tenant.subforms(of: entity).firstIndex(where: { $0.name == member.name }) {
        lines[index] = try LineInput.lines(member, tenant.subforms(of: entity)[index])
      } else {
        try take(member, entity, path: member.name, except: nil)
      }
    }
  }

  /// Takes a field's value. `owned` is a column that the store itself sets.
  fileprivate mutating func take(
    _ member: JSONInput.Member, _ entity: EntityModel, path: String, except owned: Int?
  ) throws(Refusal) {
    guard let index = entity.meta.shape.fields.firstIndex(where: { $0.name == member.name }),
      entity.meta.shape.fields[index].isWritten, SystemColumn.count + index != owned
    else {
      throw .malformed(
        Words2(zh: "没有可写的字段“\(path)”。", en: "There is no field `\(path)` to write."))
    }
    let column = SystemColumn.count + index
    let shape = entity.meta.shape.fields[index]
    if let parsed = shape.value(ofJSON: member.value) {
      values[column] = parsed
    } else {
      refuse(column, shape.options.isEmpty ? .malformed : .unknown)
    }
  }
}

extension LineInput {
  /// The rows of a subform: `[{…}, {"id":5,"version":1,…}, {"id":6,"delete":true}]`.
  fileprivate static func lines(
    _ member: JSONInput.Member, _ subform: SubformModel
  ) throws(Refusal) -> [LineInput] {
    guard let items = member.value.items, items.count <= limit else {
      throw .malformed(
        Words2(
          zh: "“\(member.name)”应是最多 \(limit) 个对象的数组。",
          en: "`\(member.name)` is an array of at most \(limit) objects."))
    }
    var lines: [LineInput] = []
    for (place, item) in items.enumerated() {
      lines.append(try line(item, subform, path: "\(subform.name)/\(place)"))
    }
    return lines
  }

  private static func line(
    _ item: JSONInput, _ subform: SubformModel, path: String
  ) throws(Refusal) -> LineInput {
    guard case .object(let members) = item else { throw wrong(path) }
    var line = LineInput(input: RecordInput(subform.child))
    for member in members {
      let path = path + "/" + member.name
      switch (member.name, member.value) {
      case ("id", .integer(let id)): line.id = id
      case ("version", .integer(let version)): line.version = version
      case ("delete", .bool(let flag)): line.isDeleted = flag
      case ("id", _), ("version", _), ("delete", _): throw wrong(path)
      default: try line.input.take(member, subform.child, path: path, except: subform.by)
      }
    }
    if line.isDeleted && line.id == nil { throw wrong(path + "/id") }
    return line
  }

  private static func wrong(_ path: String) -> Refusal {
    .malformed(Words2(zh: "“\(path)”的形式不对。", en: "`\(path)` is not of the right form."))
  }
}
