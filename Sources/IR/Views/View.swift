import Diagnostics

/// A list of one entity's records.
public struct View: Sendable {
  public let id: StableID
  /// The name without its entity: `all` of `customer.all`.
  public let name: String
  /// Of which the records are.
  public let entity: StableID
  public let label: Words
  public let layout: Layout
  public let columns: [Column]
  /// Columns by which the reader may filter, in the order offered.
  public let filters: [Column]
  /// Orders offered; the first is the one the list opens with.
  public let sorts: [Sort]
  /// What all rows have in common; nil for all records.
  public let condition: Expression?
  /// The same in the form that lists take so far; nil when it does not fit.
  public let conditions: [Condition]?
  /// To whom it is offered; nil when to all.
  public let offer: Offer?
  /// Why people get it who may not read all that decides which records it shows; nil when they
  /// do not get it.
  public let declassification: Words?
  public let origin: Span

  public init(
    id: StableID, name: String, entity: StableID, label: Words, layout: Layout = .table(group: nil),
    columns: [Column], filters: [Column], sorts: [Sort], condition: Expression? = nil,
    conditions: [Condition]? = [], offer: Offer? = nil, declassification: Words? = nil,
    origin: Span
  ) {
    self.id = id
    self.name = name
    self.entity = entity
    self.label = label
    self.layout = layout
    self.columns = columns
    self.filters = filters
    self.sorts = sorts
    self.condition = condition
    self.conditions = conditions
    self.offer = offer
    self.declassification = declassification
    self.origin = origin
  }

  /// How the records are laid out, with the columns that it takes.
  public enum Layout: Hashable, Sendable {
    /// Rows, at first grouped by a column or not.
    case table(group: Column?)
    /// Cards in a column for each option of a field.
    case board(by: Int)
    /// Records on their days: one, or from the first to the second.
    case calendar(from: Column, to: Column?)
    /// Cards with a picture from a field.
    case gallery(image: Int)
    /// Bars from the one day to the other.
    case gantt(from: Column, to: Column)
  }

  /// A field that holds one of these values, or none of them.
  public struct Condition: Hashable, Sendable {
    /// Index into the entity's fields.
    public let field: Int
    public let isNegated: Bool
    public let values: [Operand]

    public enum Operand: Hashable, Sendable {
      /// A wire form of the field's storage; the empty text is blank.
      case value(String)
      /// Whoever looks at the view.
      case me
    }

    public init(field: Int, isNegated: Bool, values: [Operand]) {
      self.field = field
      self.isNegated = isNegated
      self.values = values
    }
  }

  /// A declared field or one of those that every record has.
  public enum Column: Hashable, Sendable {
    /// Index into the entity's fields.
    case field(Int)
    case createdAt
    case updatedAt
  }

  /// One order: a column and its direction.
  public struct Sort: Hashable, Sendable {
    public let column: Column
    public let descending: Bool
    public init(column: Column, descending: Bool) {
      self.column = column
      self.descending = descending
    }
  }
}

extension View {
  /// The conditions that lists take as filters of the reader; nil when the view's condition is SQL
  /// of its own, for being more than that or for counting also where he may not read the fields.
  public var filterConditions: [Condition]? {
    declassification == nil || condition == nil ? conditions : nil
  }

  /// The fields of the entity, by index, that decide which records it shows and where: those of its
  /// condition and of its layout.
  public func deciding(_ entity: Entity) -> [Int] {
    var fields: [Int] = []
    func add(_ column: Column?) {
      if case .field(let index) = column, !fields.contains(index) { fields.append(index) }
    }
    for read in condition?.reads ?? [] where read.isOwn {
      if case .field(let id) = read.member {
        add(entity.fields.firstIndex { $0.id == id }.map { .field($0) })
      }
    }
    switch layout {
    case .table, .gallery: break
    case .board(let by): add(.field(by))
    case .calendar(let from, let to):
      add(from)
      add(to)
    case .gantt(let from, let to):
      add(from)
      add(to)
    }
    return fields
  }
}
