extension Style {
  /// Forms: sections, inputs of their own kind, rows of subforms; small forms above a page.
  static let forms: StaticString = #"""
    .form .head .button.main { order: 2; }
    .form .body { max-width: 860px; padding: 20px 24px 64px; }
    .form .notice { margin-bottom: 18px; }
    .form .part > h2 { margin-bottom: 12px; padding-bottom: 8px;
      border-bottom: 1px solid var(--line-soft); }
    .form .part + .part { margin-top: 32px; }
    .draft > .button:first-of-type { margin-left: auto; }
    .hint { margin-bottom: 14px; font-size: 13px; }
    .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 18px 24px; }
    .field.wide { grid-column: 1 / -1; }
    .field .label { font-size: 13px; font-weight: 500; color: var(--ink-2); }
    .help:empty { display: none; }
    .affix { position: relative; display: block; }
    .affix > [aria-hidden] {
      position: absolute; left: 11px; top: 0; line-height: 36px; color: var(--mute);
    }
    .affix.end > [aria-hidden] { left: auto; right: 11px; }
    .field .affix input { padding-left: 46px; text-align: right; }
    .field .affix.end input { padding-left: 10px; padding-right: 30px; }
    .field input.num { text-align: right; }
    .field output { min-height: 36px; padding: 7px 0; color: var(--mute); }
    .field textarea { field-sizing: content; min-height: 80px; max-height: 60vh; }
    .switch-box {
      appearance: none; position: relative; flex: none; width: 32px !important;
      height: 18px !important; border-radius: 9px; background: var(--line-strong);
    }
    .switch-box::after {
      content: ""; position: absolute; inset: 2px auto 2px 2px; width: 14px; border-radius: 50%;
      background: #fff; box-shadow: var(--shadow-s);
    }
    .switch-box:checked { background: var(--brand); }
    .switch-box:checked::after { translate: 14px; }
    .ticks { display: flex; flex-wrap: wrap; gap: 6px; padding: 4px 0; }
    .ticks .tick { position: relative; }
    .ticks .tick input { position: absolute; inset: 0; width: 100% !important;
      height: 100% !important; opacity: 0; cursor: pointer; }
    .ticks .tick span {
      display: block; padding: 0 12px; border: 1px solid var(--line-strong);
      border-radius: 999px; color: var(--ink-2); font-size: 13px; line-height: 26px;
    }
    .ticks .tick:hover span { border-color: var(--mute); }
    .ticks .tick :checked + span {
      border-color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l) / .4);
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l)); font-weight: 500;
    }
    .ticks .tick :focus-visible + span, .rate :focus-visible + span {
      outline: 2px solid var(--brand); outline-offset: 1px;
    }
    .stars { color: #d99a1b; letter-spacing: 1px; white-space: nowrap; }
    .stars i { font-style: normal; color: var(--line-strong); }
    .rate { display: inline-flex; flex-direction: row-reverse; justify-self: start; }
    .rate label { position: relative; cursor: pointer; }
    .rate span { display: block; padding: 0 3px; border-radius: 4px; color: var(--line-strong);
      font-size: 22px; line-height: 36px; }
    .rate label:has(:checked):not(.none) span, .rate label:has(:checked):not(.none) ~
      label:not(.none) span, .rate label:hover:not(.none) span,
    .rate label:hover ~ label:not(.none) span { color: #d99a1b; }
    .rate .none { order: -1; }
    .rate .none span { padding: 0 8px; font-size: 16px; }
    .pick { position: relative; display: grid; gap: 6px; }
    .seek { display: flex; gap: 6px; }
    .options {
      position: absolute; z-index: 15; top: calc(100% + 4px); left: 0; right: 0; max-height: 288px;
      overflow-y: auto; padding: 4px; border: 1px solid var(--line);
      border-radius: var(--radius-l); background: var(--raised); box-shadow: var(--shadow);
    }
    .options li { padding: 6px 8px; border-radius: var(--radius); cursor: pointer; }
    .options [aria-selected=true] { background: var(--brand-soft); color: var(--brand-text); }
    .options .mute { cursor: default; }
    .rows-of .table { overflow: visible; }
    .rows-of .grid td { height: auto; max-width: none; padding: 3px 4px; overflow: visible;
      vertical-align: top; min-width: 110px; }
    .rows-of td :is(input:not([type=checkbox], [type=radio]), select, textarea) {
      min-height: 32px; padding: 4px 8px; border-color: transparent; background-color: transparent;
    }
    .rows-of td :is(input, select, textarea):is(:hover, :focus-visible) {
      border-color: var(--line-strong); }
    .rows-of td [aria-invalid=true] { border-color: var(--bad) !important; }
    .rows-of textarea { min-height: 32px; }
    .rows-of .affix > [aria-hidden] { line-height: 32px; }
    .rows-of .del { min-width: 40px !important; width: 40px; text-align: center; }
    .cut { display: inline-grid; place-items: center; width: 32px; height: 32px;
      border-radius: var(--radius); color: var(--mute); cursor: pointer; }
    .cut:hover { background: var(--hover); color: var(--bad); }
    .gone > :not(.del) { opacity: .4; text-decoration: line-through; }
    .gone .cut { color: var(--bad); }
    @media (scripting: enabled) { .cut input { position: absolute; opacity: 0; } }
    .cut:has(:focus-visible) { outline: 2px solid var(--brand); }
    .hosted { display: grid; gap: 14px; }
    .hosted .foot { justify-content: flex-start; }
    .lines.editing { padding: 12px; border: 1px solid var(--line);
      border-radius: var(--radius-l); background: var(--raised); }
    .above { overflow: visible; }
    .above .hosted { max-height: calc(100vh - 96px); }
    .above .body { overflow-y: auto; margin: 0 -20px; padding: 2px 20px; }
    .above .hosted h2 { font-size: 16px; }

    """#

  /// Records and forms on a phone and on paper.
  static let recordsPhone: StaticString = #"""
    @media (max-width: 900px) {
      .lead { padding: 12px 16px; }
      .key { gap: 8px 24px; }
      .call { min-height: 44px; }
      .path li > * { min-height: 44px; }
      .places { position: sticky; top: var(--bar); z-index: 10; display: flex; margin: 0;
        padding: 0 8px; background: var(--ground); border-bottom: 1px solid var(--line); }
      .places [aria-current] { border-radius: 0; background: none;
        box-shadow: inset 0 -2px var(--brand); }
      [data-place=details] :is(.related, aside), [data-place=related] :is(.parts > :not(.related),
        aside), [data-place=activity] .parts { display: none; }
      .record { display: block; min-height: 0; }
      .record > * { padding: 14px 16px; }
      .record aside { border: 0; }
      [data-place=related] .related { margin: 0; }
      .facts { grid-template-columns: minmax(0, 1fr); }
      .facts > div { grid-template-columns: 100px minmax(0, 1fr); min-height: 48px; }
      .facts > div > * { align-self: center; }
      .facts .wide { grid-template-columns: 1fr; gap: 0; }
      .facts .wide dd { padding-left: 0; }
      .pen { opacity: .5; }
      .form .body { padding: 16px 16px 32px; }
      .fields { grid-template-columns: minmax(0, 1fr); }
      .affix > [aria-hidden] { line-height: 44px; }
      .options li { padding: 11px 10px; }
      .ticks .tick span { line-height: 42px; }
      .rate span { padding: 0 6px; font-size: 28px; line-height: 44px; }
      .table { border: 0; border-radius: 0; }
      .table .grid tbody tr { padding: 10px 0; }
      .table .grid tr > :first-child { padding: 0; }
      .rows-of .grid tbody tr { display: grid; gap: 8px; padding: 12px;
        border: 1px solid var(--line); border-radius: var(--radius-l); margin-bottom: 10px; }
      .rows-of .grid tbody td { display: grid; gap: 3px; }
      .rows-of td :is(input:not([type=checkbox], [type=radio]), select, textarea) {
        border-color: var(--line-strong); min-height: 44px; }
      .cut { width: 44px; height: 44px; }
      .above { width: 100vw; max-width: none; margin: auto 0 0; border-radius: 16px 16px 0 0; }
    }
    @media print {
      .record { display: block; }
      .say, .own, .related > .tabs, .pen { display: none; }
    }

    """#
}
