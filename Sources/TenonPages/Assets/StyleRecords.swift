extension Style {
  /// Record, form, sign-in and problem pages.
  static let records: StaticString = #"""
    .record {
      display: grid; grid-template-columns: minmax(0, 1fr) 296px;
      min-height: calc(100vh - var(--bar));
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
    .field { display: grid; align-content: start; gap: 5px; min-width: 0; }
    .field.wide { grid-column: 1 / -1; }
    .field label { font-size: 13px; font-weight: 500; color: var(--ink-2); }
    .field.box { grid-template-columns: auto 1fr; align-items: center; gap: 0 9px;
      align-self: end; min-height: 36px; }
    .field.box > p { grid-column: 1 / -1; }
    .must { margin-left: 3px; color: var(--bad); }
    .help { font-size: 12.5px; color: var(--mute); }
    .error { display: flex; gap: 5px; font-size: 13px; color: var(--bad); }
    .error .icon { margin-top: 2px; }
    .outer { background: var(--side); }
    .outer main {
      display: grid; align-content: center; justify-items: center; gap: 16px; margin: 0;
      min-height: 100vh; padding: 24px 16px;
    }
    .card {
      display: grid; gap: 16px; width: 100%; max-width: 384px; padding: 32px;
      border: 1px solid var(--line); border-radius: 14px; background: var(--raised);
      box-shadow: var(--shadow);
    }
    .card .logo { width: 40px; height: 40px; border-radius: 10px; font-size: 19px; }
    .card h1 { font-size: 20px; }
    .card p { color: var(--mute); }
    .card .notice { color: var(--bad); }
    .card .field input { min-height: 40px; }
    .card .button { min-height: 40px; }
    .stack { display: grid; gap: 16px; }
    .outer .lang button {
      padding: 6px 12px; border: 0; border-radius: var(--radius); background: none;
      color: var(--mute); width: auto; height: auto;
    }
    .outer .glyph { display: none; }
    .status { font-size: 13px; font-weight: 600; letter-spacing: .04em; }
    .failing main { display: grid; align-content: center; }

    """#

  /// A phone: one bar at the bottom, cards for rows, targets of 44 px; and paper.
  static let phone: StaticString = #"""
    @media (max-width: 720px) {
      :root { --control: 44px; }
      .side { display: none; }
      main { margin: 0; padding-bottom: calc(60px + env(safe-area-inset-bottom)); }
      .head { padding: 0 12px 0 16px; }
      .head .button { padding: 0 14px; }
      .recording h1, .forming h1 {
        display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
        white-space: normal; font-size: 15px;
      }
      .crumb { height: 44px; }
      .crumb span + span { display: none; }
      .crumb + h1::before { content: none; }
      .tools {
        inset: auto 0 0; height: auto; justify-content: space-around; gap: 0;
        padding: 3px 4px calc(3px + env(safe-area-inset-bottom)); background: var(--raised);
        border-top: 1px solid var(--line);
      }
      .tools > * { flex: 1; position: static; }
      .tools .all { display: block; }
      .menu > summary, .tools .lang button {
        align-content: center; gap: 1px; width: 100%; height: 52px; font-size: 11px;
      }
      .tools .word { display: block; line-height: 1.3; font-size: 11px; }
      .tools .icon { width: 20px; height: 20px; stroke-width: 1.2; }
      .lang .glyph { height: 20px; line-height: 20px; font-size: 14px; }
      .menu .panel, .pop .panel, .chip .panel {
        position: fixed; inset: auto 8px calc(66px + env(safe-area-inset-bottom)); width: auto;
        max-height: 70vh; overflow-y: auto;
      }
      .panel li a, .panel form button:not(.button) { min-height: 46px; font-size: 16px; }
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
      .tabs { order: 1; flex: 0 0 100%; overflow-x: auto; margin: 0 -10px; }
      .tabs a { flex: none; padding: 11px 10px; }
      .tabs [aria-current] {
        border-radius: 0; background: none; box-shadow: inset 0 -2px var(--brand);
      }
      .chip.order, .filters > .apply { order: 0; margin: 0; }
      .flash { bottom: calc(76px + env(safe-area-inset-bottom)); }
      .record { display: block; min-height: 0; }
      .record > * { padding: 14px 16px; }
      .record aside { border-left: 0; border-top: 8px solid var(--side); }
      .facts { grid-template-columns: minmax(0, 1fr); }
      .facts > div { grid-template-columns: 96px minmax(0, 1fr); padding: 10px 0; }
      .facts .wide { grid-template-columns: 1fr; gap: 2px; }
      .form .body { padding: 16px 16px 32px; }
      .fields { grid-template-columns: minmax(0, 1fr); }
      .field.box { min-height: 44px; }
      .field input:not([type=checkbox]), .field select, .field textarea, .field output,
      .pick input { min-height: 44px; font-size: 16px; }
      input[type=checkbox] { width: 22px; height: 22px; }
      .affix > [aria-hidden] { line-height: 44px; }
      .options li { padding: 11px 10px; }
      .card { padding: 24px; }
      .card .field input, .card .button, .outer .lang button { min-height: 44px; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .button, .side a, .grid tbody td, .chip { transition: background-color .08s; }
    }
    @media print {
      .side, .tools, .filters, .pager, .head .button, .pop { display: none; }
      main { margin: 0; }
      .listing main, .listing .scroll { display: block; height: auto; overflow: visible; }
    }

    """#
}
