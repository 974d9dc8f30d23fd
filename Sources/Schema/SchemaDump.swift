extension PhysicalSchema {
  /// Tables and indexes as text, one thing a line.
  public func dump() -> String {
    var out = ""
    for table in tables {
      out += "table \(table.name)\n"
      for column in table.columns { out += "  \(column.name) \(column.definition)\n" }
    }
    for index in indexes { out += "index \(index.name) \(index.definition)\n" }
    for claim in claims { out += "apart \(claim.description)\n" }
    return out
  }
}
