import IR

extension Sights {
  /// The roles, by index, whose holders read in full all that an expression reads, on every record
  /// of its entity that they may read.
  public func readers(of expression: Expression, over entity: StableID) -> Set<Int> {
    readers(of: expression.reads, over: entity)
  }

  /// The same of what something reads.
  public func readers(of reads: [Expression.Read], over entity: StableID) -> Set<Int> {
    Set(
      application.roles.indices.filter { role in
        rights.reads(entity, role) && unread(reads, over: entity, by: role).isEmpty
      })
  }

  /// What of some reads over records of an entity holders of a role do not read in full.
  public func unread(
    _ reads: [Expression.Read], over entity: StableID, by role: Int
  ) -> [Expression.Read] {
    reads.filter { read in
      if read.root == .me { return false }
      if read.isOwn || read.root != .record && read.through.isEmpty {
        return !isFull(read.member, of: entity, for: role)
      }
      return !isFullEverywhere(read.entity, read.member, for: .role(role))
    }
  }

  /// Whether holders of a role read a member in full on every record of an entity that they read.
  public func isFull(_ member: Expression.Member, of entity: StableID, for role: Int) -> Bool {
    guard case .field(let id) = member,
      let field = application.entity(entity).fields.firstIndex(where: { $0.id == id })
    else { return true }
    let clauses = rights.clauses[entity] ?? []
    let reading = clauses.indices.filter { index in
      let holder = clauses[index].holder
      return (holder == .everyone || holder == .role(role)) && !clauses[index][.read].isNothing
    }
    func shows(_ index: Int) -> Bool {
      hiding(entity, index, field).when.isNothing
        && !clauses[index].mask.contains { $0.field == field && !$0.when.isNothing }
    }
    return reading.allSatisfy(shows)
      || reading.contains { clauses[$0][.read].isAll && shows($0) }
  }
}
