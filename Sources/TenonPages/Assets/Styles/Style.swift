/// The style sheet, in the order in which it is joined. Each area has a part file here.
///
/// What every page may use (the rest belongs to one area):
///
/// | class | on | what |
/// |---|---|---|
/// | `.button` `.main` `.quiet` `.danger` `.small` | a, button, summary | one `.main` on a page |
/// | `.field` (`.wide` `.box`) | div | label, input, `.help`, `.error` in this order |
/// | `.input` | input, select | an input outside of a field |
/// | `.p0` … `.p7` | pill, tile, dot, avatar | the eight colours |
/// | `.pill` `.dot` `.badge` (`.hot`) | span | an option, its colour alone, a count |
/// | `.tile` (`.big`) `.avatar` (`.big`) | span | of an entity: icon; of a person: letter or img |
/// | `.chip` | div | a filter in force |
/// | `.tabs` | nav | links, the current one `aria-current="page"` |
/// | `.menu` `.pop` > summary + `.panel` | details | closed by Escape and a click elsewhere |
/// | `.panel` … `.item` | button, a | a line of a menu |
/// | `.card` > header (h2, `.more`) + `.body` | section | a part of a page |
/// | `.rows` > li > a (`.name`, `.more`) | ul | a list of links |
/// | `.grid` | table | rows of records; first cell a th |
/// | `.facts` > div > dt, dd | dl | labels and values |
/// | `.timeline` > li (`.avatar`, text, time) | ol | what happened |
/// | `.notice` (`.warn` `.good`) | p, div | stands in the page |
/// | `.toast` (`.good` `.bad`) | p | says once what was done |
/// | `.empty` (icon, h2, p, button) | div | nothing here, and the next step |
/// | `.segments` > button `aria-pressed` | div | one of few |
/// | `.row` `.stack` `.page` | div | side by side, below each other, a page's padding |
/// | `.mute` `.link` `.num` `.vh` | any | pale, a link in text, digits, for screen readers only |
/// | `.script` `.noscript` | any | shown only where scripts run, only where none does |
enum Style {
  static let parts = [
    tokens, base, common, small, frame, controls, panels, outer, palette, workbench, people, lists,
    layouts, records, forms, files, phone, controlsPhone, panelsPhone, framePhone, outerPhone,
    palettePhone, workbenchPhone, peoplePhone, listsPhone, layoutsPhone, recordsPhone, endPhone,
    paper,
  ]

  private static let phone: StaticString = "@media (max-width: 900px) {\n"
  private static let endPhone: StaticString = "}\n"
}
