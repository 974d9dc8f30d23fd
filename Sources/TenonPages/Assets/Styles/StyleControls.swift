extension Style {
  /// Buttons, inputs, tabs, notices.
  static let controls: StaticString = #"""
    .button {
      display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none;
      min-height: var(--control); padding: 0 12px; border: 1px solid var(--line-strong);
      border-radius: var(--radius); background: var(--raised); color: var(--ink);
      font-weight: 500; white-space: nowrap;
    }
    .button:hover { background: var(--hover); }
    .button.main {
      border-color: var(--brand); background: var(--brand); color: var(--on-brand);
    }
    .button.main:hover { filter: brightness(1.08); }
    .button.quiet { border-color: transparent; background: none; color: var(--ink-2); }
    .button.quiet:hover { background: var(--hover); color: var(--ink); }
    .button.danger { border-color: var(--bad); color: var(--bad); }
    .button.danger:hover { background: var(--bad-soft); }
    .button.small { min-height: 28px; padding: 0 8px; font-size: 13px; }
    .button[disabled] { opacity: .55; cursor: default; }
    .button .icon:first-child:not(:last-child) { margin-left: -3px; }
    summary.button { padding: 0 8px; color: var(--ink-2); }
    .tabs { display: flex; gap: 2px; margin-right: auto; }
    .tabs a { padding: 4px 10px; border-radius: var(--radius); color: var(--mute);
      white-space: nowrap; }
    .tabs a:hover { background: var(--hover); color: var(--ink); }
    .tabs [aria-current] { background: var(--hover); color: var(--ink); font-weight: 500; }
    .field { display: grid; align-content: start; gap: 5px; min-width: 0; }
    .field label, .field legend { font-size: 13px; font-weight: 500; color: var(--ink-2); }
    .field.box { grid-template-columns: auto 1fr; align-items: center; gap: 0 9px;
      align-self: end; min-height: 36px; }
    .field.box > p { grid-column: 1 / -1; }
    .must { margin-left: 3px; color: var(--bad); }
    .help { font-size: 12.5px; color: var(--mute); }
    .error { display: flex; gap: 5px; font-size: 13px; color: var(--bad); }
    .error .icon { margin-top: 2px; }
    .field input:not([type=checkbox], [type=radio]), .field select, .field textarea,
    .panel input:not([type=checkbox], [type=radio]), .panel select, .pick input, .input {
      width: 100%; min-width: 0; min-height: 36px; padding: 6px 10px;
      border: 1px solid var(--line-strong); border-radius: var(--radius);
      background: var(--raised); line-height: 1.45;
    }
    .field textarea { display: block; resize: vertical; field-sizing: content; min-height: 96px; }
    .field :is(input, select, textarea):hover { border-color: var(--mute); }
    .field :is(input, select, textarea):focus-visible, .panel input:focus-visible {
      border-color: var(--brand); outline: 2px solid var(--brand); outline-offset: -1px;
    }
    .field :is(input, select, textarea)[aria-invalid=true] { border-color: var(--bad); }
    .field select, .chip select, .panel select, select.input {
      appearance: none; padding-right: 26px; background-repeat: no-repeat;
      background-position: right 8px center; background-size: 12px; text-overflow: ellipsis;
      background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
    viewBox='0 0 12 12' fill='none' stroke='%23858994' stroke-width='1.4'%3E%3Cpath \
    d='m3 4.5 3 3 3-3'/%3E%3C/svg%3E");
    }
    select option { background: var(--raised); color: var(--ink); }
    input[type=checkbox], input[type=radio] {
      width: 16px; height: 16px; margin: 0; accent-color: var(--brand);
    }
    .notice {
      padding: 10px 14px; border-radius: var(--radius-l); background: var(--bad-soft);
      color: var(--bad);
    }
    .notice.warn { background: var(--warn-soft); color: var(--warn); }
    .notice.good { background: var(--good-soft); color: var(--good); }
    .notice ul { margin-top: 4px; }
    .notice li a { text-decoration: underline; text-underline-offset: 2px; }
    .notice .facts { margin-top: 6px; color: var(--ink); }
    @media (max-width: 900px) {
      .button.small { min-height: var(--control); }
      .tabs { overflow-x: auto; scrollbar-width: none; }
      .tabs a { flex: none; padding: 11px 10px; }
      .field.box { min-height: 44px; }
      .field input:not([type=checkbox], [type=radio]), .field select, .field textarea,
      .panel input:not([type=checkbox], [type=radio]), .panel select,
      .field output, .pick input, .input { min-height: 44px; font-size: 16px; }
      input[type=checkbox], input[type=radio] { width: 22px; height: 22px; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .button, .side a, .tool, .grid tbody td, .chip { transition: background-color .08s; }
    }

    """#

  /// Menus, dialogs, cards, rows of links, what is empty, what has happened.
  static let panels: StaticString = #"""
    .menu, .pop { position: relative; }
    .menu > .panel, .pop > .panel {
      position: absolute; z-index: 40; right: 0; top: calc(100% + 6px); min-width: 200px;
      padding: 6px; border: 1px solid var(--line); border-radius: var(--radius-l);
      background: var(--raised); box-shadow: var(--shadow);
    }
    .panel .item {
      display: flex; align-items: center; gap: 8px; width: 100%; min-height: 32px;
      padding: 0 8px; border: 0; border-radius: var(--radius); background: none;
      text-align: left; color: var(--ink-2);
    }
    .panel .item:hover { background: #8881; color: var(--ink); }
    dialog {
      width: min(560px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--line);
      border-radius: 12px; background: var(--raised); color: var(--ink);
      box-shadow: var(--shadow);
    }
    dialog::backdrop { background: var(--shade); }
    .card {
      min-width: 0; border: 1px solid var(--line); border-radius: var(--radius-l);
      background: var(--raised);
    }
    .card > header {
      display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 8px 0 16px;
      border-bottom: 1px solid var(--line-soft);
    }
    .card > header > .more { margin-left: auto; }
    .card > header > .more { padding: 4px 8px; border-radius: var(--radius); color: var(--mute);
      font-size: 13px; }
    .card > header > .more:hover { background: var(--hover); color: var(--ink); }
    .card > .body { padding: 16px; }
    .rows > li + li { border-top: 1px solid var(--line-soft); }
    .rows > li > a, .rows > li > .item {
      display: flex; align-items: center; gap: 10px; min-height: 40px; padding: 4px 16px;
    }
    .rows > li > a:hover { background: var(--hover); }
    .rows .name, .rows .more { min-width: 0; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .rows .name { flex: 1; }
    .rows .more { max-width: 60%; color: var(--mute); font-size: 13px; }
    .timeline > li { position: relative; padding: 0 0 16px 34px; }
    .timeline > li::before {
      content: ""; position: absolute; left: 11.5px; top: 26px; bottom: 0; width: 1px;
      background: var(--line);
    }
    .timeline > li:last-child::before { content: none; }
    .timeline > li > .avatar, .timeline > li > .tile { position: absolute; left: 0; top: 0;
      width: 24px; height: 24px; }
    .timeline time { color: var(--mute); font-size: 12.5px; }
    .skeleton { min-height: 14px; border-radius: 4px; background: var(--sunk); }
    .empty {
      display: grid; justify-items: center; gap: 6px; padding: 96px 20px; text-align: center;
    }
    .card .empty { padding: 28px 16px; }
    .empty > .icon { width: 32px; height: 32px; stroke-width: .9; color: var(--mute); }
    .empty p { color: var(--mute); max-width: 44em; }
    .empty .button { margin-top: 10px; }
    .toast {
      position: fixed; z-index: 50; left: 50%; bottom: 24px; translate: -50% 0;
      max-width: calc(100vw - 32px); padding: 9px 18px; border-radius: var(--radius-l);
      box-shadow: var(--shadow); font-weight: 500;
    }
    .toast.good { background: var(--ink); color: var(--ground); animation: leave .3s 5s forwards; }
    .toast.bad { background: var(--bad); color: var(--ground); }
    @keyframes leave { to { opacity: 0; visibility: hidden; } }
    @media (max-width: 900px) {
      .pop > .panel, .menu > .panel:not(.sheet) {
        position: fixed; z-index: 40; inset: auto 8px calc(var(--bar-height) + 8px); width: auto;
        max-height: 70vh; overflow-y: auto;
      }
      .panel li a, .panel .item { min-height: 46px; font-size: 16px; }
      .rows > li > a, .rows > li > .item { min-height: 52px; padding: 6px 16px; }
      .toast { bottom: calc(var(--bar-height) + 16px); }
    }
    @media (scripting: enabled) { .noscript { display: none; } }
    @media (scripting: none) { .script { display: none; } }

    """#
}
