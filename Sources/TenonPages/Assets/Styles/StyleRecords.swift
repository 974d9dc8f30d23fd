extension Style {
  /// Record and form pages.
  static let records: StaticString = #"""
    .record {
      display: grid; grid-template-columns: minmax(0, 1fr) 296px;
      min-height: calc(100vh - var(--top) - var(--bar));
    }
    .record > * { padding: 18px 24px 32px; }
    .record aside { border-left: 1px solid var(--line); }
    .record h2 { margin-bottom: 6px; font-size: 13px; color: var(--mute); font-weight: 500; }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 0 40px;
    }
    .facts > div {
      display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 12px; min-height: 38px;
      padding: 8px 0; border-bottom: 1px solid var(--line-soft);
    }
    .facts .wide { grid-column: 1 / -1; }
    .facts dt { color: var(--mute); }
    .facts dd { overflow-wrap: anywhere; }
    .facts .ref { color: var(--brand-text); }
    aside .facts { grid-template-columns: 1fr; }
    aside .facts > div { grid-template-columns: 72px minmax(0, 1fr); border: 0; padding: 5px 0;
      min-height: 0; font-size: 13px; }
    aside .facts .mute { display: block; }
    .ask .panel { width: 288px; padding: 16px; display: grid; gap: 8px; white-space: normal; }
    .ask .panel .button { margin-top: 4px; }
    .form .head .button.main { order: 2; }
    .form .body { max-width: 828px; padding: 20px 24px 64px; }
    .form .notice { margin-bottom: 18px; }
    .hint { margin-bottom: 14px; font-size: 13px; }
    .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 18px 24px; }
    .field.wide { grid-column: 1 / -1; }
    .affix { position: relative; display: block; }
    .affix > [aria-hidden] {
      position: absolute; left: 11px; top: 0; line-height: 36px; color: var(--mute);
    }
    .affix.end > [aria-hidden] { left: auto; right: 11px; }
    .field .affix input { padding-left: 46px; text-align: right; }
    .field .affix.end input { padding-left: 10px; padding-right: 30px; }
    .field input.num { text-align: right; }
    .field output { min-height: 36px; padding: 7px 0; color: var(--mute); }
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

    """#

  /// Lists, records and forms on a phone: cards for rows, targets of 44 px; and paper.
  static let phone: StaticString = #"""
    @media (max-width: 720px) {
      .recording h1, .forming h1 {
        display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
        white-space: normal; font-size: 15px;
      }
      .filters { flex-wrap: nowrap; overflow-x: auto; padding: 8px 16px; scrollbar-width: none; }
      .filters > * { flex: none; }
      .chip { height: 44px; font-size: 14px; }
      .chip summary { height: 42px; }
      .chip input[type=search] { width: 150px; font-size: 16px; }
      .chip .panel input { min-height: 44px; font-size: 16px; }
      .clear { width: 40px; height: 40px; }
      .quiet { padding: 12px 8px; }
      .filters .apply { min-height: 44px; }
      .grid, .grid tbody { display: block; }
      .grid thead { display: none; }
      .grid tbody tr {
        position: relative; display: flex; flex-wrap: wrap; gap: 3px 16px; padding: 11px 16px 12px;
        border-bottom: 1px solid var(--line);
      }
      .grid tbody th, .grid tbody td, .grid tr > :first-child, .grid tr > :last-child {
        position: static; display: flex; align-items: baseline; gap: 6px; height: auto;
        max-width: 100%; padding: 0; border: 0; background: none; font-size: 14px;
        color: var(--ink-2);
      }
      .grid tbody tr:hover > * { background: none; }
      .grid tbody tr > :first-child { flex: 0 0 100%; font-size: 16px; color: var(--ink); }
      .grid td:empty { display: none; }
      .grid td::before {
        content: attr(data-label); flex: none; color: var(--mute); font-size: 12.5px;
      }
      .open { margin: 0; padding: 0; line-height: 1.5; }
      .open::after { content: ""; position: absolute; inset: 0; }
      .grid .ref { position: relative; z-index: 1; overflow: hidden; text-overflow: ellipsis; }
      .pager { justify-content: space-between; padding: 8px; border: 0; }
      .pager a { min-height: 44px; padding: 0 12px; font-size: 14px; }
      .head:has(.tabs) { flex-wrap: wrap; height: auto; min-height: var(--bar); padding-top: 6px; }
      .head:has(.tabs) h1 { flex: 1; }
      .head .tabs { order: 1; flex: 0 0 100%; margin: 0 -10px; }
      .head .tabs [aria-current] {
        border-radius: 0; background: none; box-shadow: inset 0 -2px var(--brand);
      }
      .chip.order, .filters > .apply { order: 0; margin: 0; }
      .record { display: block; min-height: 0; }
      .record > * { padding: 14px 16px; }
      .record aside { border-left: 0; border-top: 8px solid var(--side); }
      .facts { grid-template-columns: minmax(0, 1fr); }
      .facts > div { grid-template-columns: 96px minmax(0, 1fr); padding: 10px 0; }
      .facts .wide { grid-template-columns: 1fr; gap: 2px; }
      .form .body { padding: 16px 16px 32px; }
      .fields { grid-template-columns: minmax(0, 1fr); }
      .affix > [aria-hidden] { line-height: 44px; }
      .options li { padding: 11px 10px; }
    }
    @media print {
      .filters, .pager { display: none; }
      .listing main, .listing .scroll { display: block; height: auto; overflow: visible; }
    }

    """#
}
