/// A record for paper.
public struct PaperPage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var title: String
  public var sections: [RecordSection]
  public var history: RecordHistory
  /// When it was printed, in milliseconds in the reader's zone, and by whom.
  public var printedAt: Int64
  public var printedBy: String

  public init(
    entity: ModuleLink, id: Int64, title: String, sections: [RecordSection],
    history: RecordHistory, printedAt: Int64, printedBy: String
  ) {
    self.entity = entity
    self.id = id
    self.title = title
    self.sections = sections
    self.history = history
    self.printedAt = printedAt
    self.printedBy = printedBy
  }
}
