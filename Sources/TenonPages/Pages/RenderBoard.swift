import Values

/// Cards in columns. They are dragged where scripts run; the menu of each card does the same by a
/// page of its own.
struct BoardWriter {
  let page: ListPage
  let board: Board
  let frame: FrameModel

  private var context: PageContext { frame.context }
  private var locale: Locale { frame.context.locale }
  private var entity: String { page.entity.entity }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<div class="board" role="region" tabindex="0""#)
    out.attribute("aria-label", locale.text(.rowsOf, page.entity.label))
    if board.canMove {
      out.attribute("data-field", board.field.name)
      out.attribute("data-csrf", frame.csrf)
    }
    out.raw(">")
    let back = page.path(page.query)
    let card = CardFrame(entity: entity, field: board.field.name, back: back, locale)
    let body = CardBody(page, context)
    for column in board.columns { write(column, card, body, into: &out) }
    out.raw("</div>")
  }

  private func write(
    _ column: BoardColumn, _ card: CardFrame, _ body: CardBody, into out: inout HTMLWriter
  ) {
    out.raw(#"<section class="lane"#)
    if let outcome = column.option?.outcome { out.raw(outcome == .won ? " won" : " lost") }
    out.raw("\"")
    out.attribute("data-value", column.option?.value ?? "")
    out.raw("><header>")
    if let option = column.option {
      board.field.control.writeCell(
        Cell(.text(option.value)), board.field, context, linked: true, into: &out)
    } else {
      out.raw(#"<span class="pill p7">"#)
      out.text(locale[.blank])
      out.raw("</span>")
    }
    out.raw(#"<span class="badge">"#)
    out.number(Int64(column.cards.count))
    if column.hasMore { out.raw("+") }
    out.raw("</span>")
    for (field, total) in column.sums { sum(field, total, column.hasMore, into: &out) }
    if page.rights.canCreate, let option = column.option { plus(option, into: &out) }
    out.raw("</header><ul>")
    for row in column.cards { write(row, card, body, into: &out) }
    out.raw("</ul>")
    if column.hasMore { more(column, into: &out) }
    out.raw("</section>")
  }

  /// A sum over the cards on show, which says so when there are others.
  private func sum(
    _ field: PageField, _ total: Int64, _ hasMore: Bool, into out: inout HTMLWriter
  ) {
    out.raw(#"<span class="sum""#)
    out.attribute("title", locale.text(hasMore ? .sumOfShown : .sumOf, field.label))
    out.raw(">")
    field.control.writeCell(Cell(.integer(total)), field, context, linked: true, into: &out)
    if hasMore { out.raw("+") }
    out.raw("</span>")
  }

  private func plus(_ option: PageOption, into out: inout HTMLWriter) {
    out.raw(#"<a class="tool""#)
    let fields = page.filters.flatMap { $0.field === board.field ? [] : $0.prefill }
    out.attribute(
      "href", PagePath.new(entity).with(fields + [(board.field.inputName, option.value)]))
    let label = page.entity.create + " · " + option.label
    out.attribute("aria-label", label)
    out.attribute("title", label)
    out.raw(">")
    Icon.plus.write(into: &out)
    out.raw("</a>")
  }

  private func more(_ column: BoardColumn, into out: inout HTMLWriter) {
    let key = column.option?.value ?? "none"
    let isOpen = page.query.first("more") == key
    out.raw(#"<a class="quiet""#)
    let name = "filter." + board.field.name
    let filtered =
      column.option == nil
      ? page.query.setting(name + ".blank", "true") : page.query.setting(name, key)
    out.attribute("href", page.path(isOpen ? filtered : page.query.setting("more", key)))
    out.raw(">")
    out.text(locale[isOpen ? .showAll : .loadMore])
    out.raw("</a>")
  }

  private func write(
    _ row: ListRow, _ card: CardFrame, _ body: CardBody, into out: inout HTMLWriter
  ) {
    out.raw("<li")
    out.attribute("data-id", row.id)
    out.attribute("data-version", row.version)
    out.raw(">")
    body.write(row, into: &out)
    if board.canMove {
      out.fragment(card.opening)
      out.number(row.id)
      out.fragment(card.rest)
    }
    out.raw("</li>")
  }
}

/// What stands around the id in the link of a card's menu.
private struct CardFrame {
  let opening: HTMLFragment
  let rest: HTMLFragment

  init(entity: String, field: String, back: PagePath, _ locale: Locale) {
    opening = HTMLFragment { out in
      out.raw(#"<a class="move" href=""#)
      out.text(PagePath.list(entity).text)
      out.raw("/")
    }
    rest = HTMLFragment { out in
      let query = PagePath.home.with([("field", field), ("back", back.text)]).text
      out.raw("/move")
      out.text(String(query.dropFirst()))
      out.raw("\"")
      out.attribute("aria-label", locale[.moveCard])
      out.attribute("title", locale[.moveCard])
      out.raw(">")
      Icon.more.write(into: &out)
      out.raw("</a>")
    }
  }
}

/// The inside of a card: title and filled columns. Labels are shown only where a value alone does
/// not tell what it is; the others are for screen readers.
struct CardBody {
  private let page: ListPage
  private let context: PageContext
  /// What opens each column's value.
  private let openings: [HTMLFragment]

  init(_ page: ListPage, _ context: PageContext) {
    self.page = page
    self.context = context
    openings = page.columns.map { column in
      HTMLFragment { out in
        out.raw(column.kind is MoneyControl ? #"<div class="money">"# : "<div>")
        out.raw(column.isClear(among: page.columns) ? #"<dt class="vh">"# : "<dt>")
        out.text(column.label)
        out.raw("</dt><dd>")
      }
    }
  }

  func write(_ row: ListRow, into out: inout HTMLWriter) {
    out.raw(#"<a class="open""#)
    out.href(.list(page.entity.entity), id: row.id)
    out.raw(">")
    out.text(row.title.isEmpty ? context.locale[.untitled] : row.title)
    out.raw("</a><dl>")
    for (index, cell) in row.cells.enumerated() where !cell.value.isBlank {
      let column = page.columns[index]
      out.fragment(openings[index])
      column.control.writeCell(cell, column, context, linked: false, into: &out)
      out.raw("</dd></div>")
    }
    out.raw("</dl>")
  }
}

extension Pages {
  /// Writes where a card can go, or why it did not.
  public static func render(_ page: MovePage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: page.title, frame, body: #"<body class="asking">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(page.title)
    out.raw(#"</h1></div><div class="page stack step">"#)
    if let refused = page.refused {
      out.raw(#"<div class="notice bad" role="alert" tabindex="-1" data-focus><h2>"#)
      let label = page.field.option(refused)?.label ?? refused
      out.text(locale.text(.moveRefused, label))
      out.raw("</h2><ul>")
      for problem in page.problems {
        out.raw("<li>")
        out.text(problem)
        out.raw("</li>")
      }
      out.raw("</ul>")
      if !page.missing.isEmpty { writeMissing(page, refused, locale, into: &out) }
      out.raw("</div>")
    }
    out.raw(#"<form method="post""#)
    out.attribute("action", PagePath.move(page.entity.entity, page.id))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("version", String(page.version), into: &out)
    Document.hidden("field", page.field.name, into: &out)
    Document.hidden("back", page.back.text, into: &out)
    out.raw(#"<div class="targets">"#)
    for option in page.field.options {
      out.raw(#"<button class="item" name="value""#)
      out.attribute("value", option.value)
      if option.value == page.current { out.raw(#" disabled aria-current="true""#) }
      out.raw(">")
      page.field.control.writeCell(
        Cell(.text(option.value)), page.field, frame.context, linked: true, into: &out)
      out.raw("</button>")
    }
    out.raw(#"</div></form><a class="button quiet""#)
    out.attribute("href", page.back)
    out.raw(">")
    out.text(locale[.cancel])
    out.raw("</a></div>")
    Frame.close(into: &out)
  }

  /// The way to the form with what has to be filled in, and with the option that was meant.
  private static func writeMissing(
    _ page: MovePage, _ refused: String, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<p><a class="button""#)
    let fields = [page.field.name] + page.missing.filter { $0 != page.field.name }
    out.attribute(
      "href",
      PagePath.edit(page.entity.entity, page.id).with([
        ("only", fields.joined(separator: ",")), (page.field.inputName, refused),
      ]))
    out.raw(">")
    out.text(locale[.fillMissing])
    out.raw("</a></p>")
  }
}
