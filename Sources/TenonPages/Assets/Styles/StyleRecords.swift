extension Style {
  /// Record pages: head, path of stages, sections, tables within.
  static let records: StaticString = #"""
    .lead { display: grid; gap: 12px; padding: 14px 24px; border-bottom: 1px solid var(--line); }
    .key { display: flex; flex-wrap: wrap; gap: 8px 36px; }
    .key div { min-width: 0; }
    .key dt { color: var(--mute); font-size: 12px; }
    .key dd { font-weight: 500; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .person { display: inline-flex; align-items: center; gap: 6px; max-width: 100%;
      vertical-align: middle; }
    .person .avatar { width: 20px; height: 20px; font-size: 11px; }
    .call { display: inline-flex; align-items: center; gap: 5px; }
    .call .icon { width: 14px; color: var(--mute); }
    .path { min-width: 0; }
    .path ol { display: flex; gap: 3px; overflow-x: auto; scrollbar-width: none; }
    .path li { flex: 1 0 auto; }
    .path li > * {
      display: flex; align-items: center; justify-content: center; gap: 5px; width: 100%;
      min-height: 32px; padding: 0 12px 0 20px; border: 0; background: var(--sunk);
      color: var(--ink-2); font-size: 13px; white-space: nowrap;
      clip-path: polygon(0 0, calc(100% - 9px) 0, 100% 50%, calc(100% - 9px) 100%, 0 100%, 9px 50%);
    }
    .path li:first-child > * { padding-left: 14px; border-radius: 6px 0 0 6px;
      clip-path: polygon(0 0, calc(100% - 9px) 0, 100% 50%, calc(100% - 9px) 100%, 0 100%); }
    .path b { font-weight: 500; }
    .path button:hover { filter: brightness(.95); color: var(--ink); }
    .path button:focus-visible { outline-offset: -3px; }
    .path .done > * { background: var(--brand-soft); color: var(--brand-text); }
    .path .now > * { background: var(--brand); color: var(--on-brand); }
    .path .won > * { background: var(--good); color: var(--ground); }
    .path .lost > * { background: var(--bad); color: var(--ground); }
    .path .end > * { color: var(--mute); }
    .path i {
      min-width: 16px; border-radius: 8px; background: var(--warn-soft); color: var(--warn);
      font: 500 11px/16px var(--font); text-align: center;
    }
    .path p { margin-top: 6px; font-size: 12.5px; }
    .places { display: none; }
    .record {
      display: grid; grid-template-columns: minmax(0, 1fr) 340px;
      min-height: calc(100vh - var(--top) - var(--bar));
    }
    .record > * { padding: 18px 24px 40px; }
    .record aside { border-left: 1px solid var(--line); }
    .part + .part { margin-top: 24px; }
    .part > header, .tab > header { display: flex; align-items: center; gap: 8px;
      min-height: 32px; margin-bottom: 4px; }
    .part > header > :nth-child(2), .tab > header > :nth-child(2) { margin-left: auto; }
    .part .more, .tab .more { padding: 4px 8px; border-radius: var(--radius); color: var(--mute);
      font-size: 13px; }
    .part .more:hover, .tab .more:hover { background: var(--hover); color: var(--ink); }
    .record .none { padding: 10px 0; font-size: 13px; }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 40px;
    }
    .facts > div {
      display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 4px; min-height: 40px;
      padding: 4px 0; border-bottom: 1px solid var(--line-soft);
    }
    .facts .wide { grid-column: 1 / -1; }
    .facts dt { padding: 5px 0; color: var(--mute); font-size: 13px; }
    .facts dd { position: relative; padding: 5px 8px; border-radius: var(--radius);
      overflow-wrap: anywhere; }
    .facts dd[data-edit] { padding-right: 30px; cursor: text; }
    .facts dd[data-edit]:hover { background: var(--hover); }
    .facts .ref { color: var(--brand-text); }
    .pen {
      position: absolute; top: 3px; right: 3px; width: 26px; height: 26px; padding: 5px;
      border: 0; border-radius: 4px; background: none; color: var(--mute); opacity: 0;
    }
    .facts dd:hover .pen, .pen:focus-visible { opacity: 1; }
    .facts dd.editing { padding: 0; background: none; }
    .inline .field > :is(label, .label, .help[id]), .inline .hint, .inline h2 { display: none; }
    .inline .fields { display: block; }
    .inline .field { gap: 4px; }
    .inline .notice.bad { display: none; }
    .table { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius-l); }
    .table .grid th, .table .grid td { height: 36px; }
    .table .grid thead th { position: static; height: 32px; background: var(--side); }
    .table .grid tr > :first-child { position: static; padding-left: 14px; }
    .table .grid tbody tr:last-child > * { border-bottom: 0; }
    .table .open { line-height: 35px; }
    .editable td { cursor: text; }
    .made { display: flex; flex-wrap: wrap; gap: 2px 20px; margin-top: 14px; font-size: 12.5px; }
    .related { margin-top: 28px; }
    .related > .tabs { padding-bottom: 6px; margin-bottom: 8px; overflow-x: auto;
      border-bottom: 1px solid var(--line); }
    .tab + .tab { margin-top: 18px; }
    .say { display: grid; gap: 8px; justify-items: start; margin: 8px 0 20px; }
    .names { position: relative; width: 100%; }
    .say textarea { display: block; resize: vertical; field-sizing: content; min-height: 60px; }
    .say .options { width: min(260px, 100%); }
    .options li:has(.avatar) { display: flex; align-items: center; gap: 8px; }
    .papers { margin-bottom: 20px; }
    .papers input { position: absolute; width: 1px; opacity: 0; }
    .papers .button { padding: 0 6px; }
    .papers li { display: flex; align-items: center; }
    .papers li a { flex: 1; min-width: 0; }
    .cut { border: 0; background: none; }
    @media (scripting: none) { .papers input { position: static; width: auto; opacity: 1; } }
    .timeline p { font-size: 13px; color: var(--ink-2); }
    .timeline p b { color: var(--ink); font-weight: 500; }
    .changes { margin-top: 4px; font-size: 13px; }
    .changes li { padding: 1px 0; overflow-wrap: anywhere; }
    .changes li > span:first-child { margin-right: 4px; color: var(--mute); }
    .changes s { color: var(--mute); }
    .changes i { font-style: normal; color: var(--mute); }
    .changes > li > b { font-weight: 500; }
    .said { margin-top: 4px; padding: 8px 12px; border-radius: var(--radius-l);
      background: var(--sunk); }
    .said .at { color: var(--brand-text); font-weight: 500; }
    .own { margin-top: 2px; font-size: 12.5px; color: var(--mute); }
    .own summary { display: inline-block; padding: 2px 0; }
    .own summary:hover { color: var(--ink); }
    .ask .panel { width: 288px; padding: 16px; display: grid; gap: 8px; white-space: normal; }
    .ask .panel .button { margin-top: 4px; }
    .ask .notice { font-size: 13px; }

    """#

  /// Lists on a phone: cards for rows, targets of 44 px; and paper.
  static let phone: StaticString = #"""
    @media (max-width: 900px) {
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
    }
    @media print {
      .filters, .pager { display: none; }
      .listing main, .listing .scroll { display: block; height: auto; overflow: visible; }
    }

    """#
}
