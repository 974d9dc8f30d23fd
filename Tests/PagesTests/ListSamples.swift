import Blueprint
import Values

@testable import TenonPages

/// Lists in all their layouts.
extension Samples {
  func list(rows: Int = 50, filtered: Bool = true) -> ListPage {
    let pairs: [(name: String, value: String)] =
      filtered ? [("filter.level", "vip" + mark), ("filter.revenue.from", "10,000" + mark)] : []
    let query = ListQuery(pairs)
    let cells = (0..<rows).map(row)
    return ListPage(
      entity: customer, query: query,
      views: [
        ListTab(say("全部客户", "All customers"), .list("customer"), .table, isCurrent: true),
        ListTab(say("看板", "Board"), .list("customer"), .board, isCurrent: false),
        ListTab(say("我的重点", "My key accounts"), .list("customer"), .saved, isCurrent: false),
      ],
      saved: filtered
        ? SavedViewState(
          id: 3, name: say("我的重点", "My key accounts"), isShared: true, mayChange: true,
          isChanged: true) : nil,
      columns: columns,
      filters: [
        ListFilter(name),
        ListFilter(level, values: filtered ? ["vip" + mark] : []),
        ListFilter(
          parent, choices: [RecordChoice(id: 44, title: customerName(3))], hasMoreChoices: true,
          search: filtered ? "海" + mark : ""),
        ListFilter(revenue, from: filtered ? "10,000" + mark : ""), ListFilter(active),
        ListFilter(
          signed, from: filtered ? "this_week" : "", to: filtered ? "this_week" : "",
          presets: DatePreset.allCases.map { ($0, .list("customer" + mark)) }),
      ], words: "",
      sorts: [
        ListSort(column: "created_at", label: locale[.createdAt], isDescending: true),
        ListSort(column: "name" + mark, label: name.label, isDescending: false),
        ListSort(column: "revenue" + mark, label: revenue.label, isDescending: true),
        ListSort(column: "revenue" + mark, label: revenue.label, isDescending: false),
      ], groupings: [level], offeredColumns: columns + [score],
      rights: ListRights(canCreate: true, canEdit: true, canDelete: true, canSet: filtered),
      bulkFields: filtered ? [columns[4], level] : [],
      outcome: filtered
        ? BulkOutcome(
          .changed, count: 3, refused: [(title: customerName(2), reason: say("缺少金额", "No amount"))],
          undo: 9) : nil,
      dropped: filtered ? ["filter.old" + mark] : [],
      body: .table(
        ListSlice(markup(cells), before: "b" + mark, after: rows >= 50 ? "k" + mark : nil)))
  }

  private func markup(_ rows: [ListRow]) -> TableMarkup {
    var table = TableRows(columns, customer, hasTicks: true, context)
    let ranges = rows.map { row in
      let start = table.begin(id: row.id, version: row.version)
      for cell in row.cells { table.write(cell) }
      return start..<table.end()
    }
    return table.markup(ranges)
  }

  private func titled(_ index: Int) -> ListRow {
    var row = row(index)
    row.title = customerName(index)
    return row
  }

  private func list(_ body: ListBody) -> ListPage {
    var page = list(rows: 0, filtered: false)
    page.body = body
    return page
  }

  private func render(_ name: String, _ page: ListPage) -> (name: String, bytes: [UInt8]) {
    (name, html { Pages.render(page, frame: frame(), into: &$0) })
  }

  private func dated(_ index: Int, _ first: Int64, _ last: Int64) -> DatedRow {
    DatedRow(titled(index), first: first, last: last, minute: index == 3 ? 570 : nil)
  }

  /// A document for each layout and for the steps between.
  var layouts: [(name: String, bytes: [UInt8])] {
    let groups = level.options.prefix(2).enumerated().map { place, option in
      ListGroup(
        field: level, cell: Cell(.text(option.value)), key: option.value,
        rows: (0..<4).map { row(place + $0) }, hasMore: place == 0)
    }
    let board = Board(
      columns: level.options.enumerated().map { place, option in
        BoardColumn(
          option: option, cards: (0..<(place % 3 + 1)).map { titled(place + $0) },
          hasMore: place == 1, sums: [(revenue, 1_234_500_00)])
      } + [BoardColumn(option: nil, cards: [titled(9)], hasMore: false)], field: level,
      canMove: true)
    let today = CivilDate(year: 2026, month: 3, day: 18)!
    let start = today.days - 17
    let rows =
      (0..<14).map { index -> DatedRow in
        let first = start + Int64(index * 5 % 28)
        return dated(index, first, first + Int64(index % 4 * 2))
      } + (0..<6).map { dated($0, start + 9, start + 9) }
    let month = CalendarMonth(
      month: Month(2026, 3), today: today, rows: rows, isCut: true,
      dayField: "met_at" + mark, hasTime: true, colour: 2)
    let chart = GanttChart(
      start: CivilDate(days: start - 30), scale: .month, today: today, rows: rows, isCut: false,
      colour: 2)
    var week = chart
    week.scale = .week
    return [
      render("list-groups", list(.groups(Array(groups), hasMore: true))),
      render("board", list(.board(board))), render("calendar", list(.calendar(month))),
      render(
        "gallery",
        list(.gallery(ListSlice((0..<7).map(titled)), images: [4, nil, nil, 9, nil, nil, nil]))),
      render("gantt", list(.gantt(chart))), render("gantt-weeks", list(.gantt(week))),
    ] + steps
  }

  private var steps: [(name: String, bytes: [UInt8])] {
    let back = PagePath.list("customer" + mark)
    let records = ["1.2", "3.4" + mark]
    let edit = BulkPage(
      entity: customer, records: records,
      field: FormField(revenue, typed: "x" + mark, problem: .malformed), back: back)
    let delete = BulkPage(entity: customer, records: records, field: nil, back: back)
    let move = MovePage(
      entity: customer, id: 7, version: 3, title: customerName(1), field: level,
      current: "normal" + mark, refused: "vip" + mark,
      problems: [say("需要先填写年营业额", "Needs the revenue first")], missing: ["revenue" + mark],
      back: back)
    return [
      ("bulk-edit", html { Pages.render(edit, frame: frame(), into: &$0) }),
      ("bulk-delete", html { Pages.render(delete, frame: frame(), into: &$0) }),
      ("move", html { Pages.render(move, frame: frame(), into: &$0) }),
    ]
  }

  /// Pieces of pages that the script puts in.
  var pieces: [(name: String, bytes: [UInt8])] {
    let editor = CellEditor(
      entity: "customer" + mark, id: 7, version: 3,
      field: FormField(name, typed: "x" + mark, problem: .required),
      problem: say("别人改过了", "Changed by someone else"))
    return [
      ("cell", html { Pages.render(editor, context, csrf: "c5rf" + mark, into: &$0) }),
      (
        "row",
        html {
          Pages.render(
            row(2), columns, customer, hasTicks: true,
            outcome: BulkOutcome(.changed, count: 1, undo: 4), back: .list("customer" + mark),
            context, csrf: "c5rf" + mark, into: &$0)
        }
      ),
    ]
  }
}
