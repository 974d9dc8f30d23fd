extension Style {
  /// Buttons, inputs, tabs, notices.
  static let controls: StaticString = #"""
    .button {
      display: inline-flex; justify-content: center; gap: 6px; flex: none;
      min-height: var(--control); padding: 0 12px; border: 1px solid var(--line-strong);
      border-radius: var(--radius); background: var(--raised); color: var(--ink);
      font-size: 14px; font-weight: 500; white-space: nowrap;
      &:hover { background: var(--hover); }
      &.main { border-color: var(--brand); }
      &.main:hover { filter: brightness(1.08); }
      &.quiet { border-color: transparent; background: none; color: var(--ink-2); }
      &.quiet:hover { background: var(--over); }
      &.danger { border-color: var(--bad); color: var(--bad); }
      &.danger:hover { background: var(--bad-soft); }
      &.small { min-height: min(var(--control), 28px); padding: 0 8px; font-size: 13px; }
      .icon:first-child:not(:last-child) { margin-left: -3px; }
    }
    .tabs { gap: 2px; overflow-x: auto; scrollbar-width: none;
      a { flex: none; gap: 5px; min-height: min(var(--control), 30px); padding: 0 10px;
        font-size: 14px; }
      [aria-current] { background: var(--over); color: var(--ink); font-weight: 500; }
    }
    .field {
      display: grid; align-content: start; gap: 5px; min-width: 0;
      > :is(label, .label) { font-weight: 500; color: var(--ink-2); }
      &.wide { grid-column: 1 / -1; }
      .button { justify-self: start; }
      &.box { grid-template-columns: auto 1fr; align-items: center; gap: 0 9px; align-self: end;
        min-height: var(--input); }
      &.box > p { grid-column: 1 / -1; }
      :is(input, select, textarea):hover { border-color: var(--mute); }
      [aria-invalid=true] { border-color: var(--bad); }
    }
    .error { gap: 5px; align-items: start; color: var(--bad); }
    .error .icon { margin-top: 2px; }
    .help:empty { display: none; }
    :is(.field, .panel, .pick) :is(input, select, textarea):not([type=checkbox], [type=radio]),
    .input {
      width: 100%; min-width: 0; min-height: var(--input); padding: 6px 10px;
      border: 1px solid var(--line-strong); border-radius: var(--radius);
      background-color: var(--raised); font-size: 14px; line-height: 1.45;
      &:focus-visible { border-color: var(--brand); outline-offset: -1px; }
    }
    :is(.field, .say) textarea { display: block; resize: vertical; field-sizing: content;
      min-height: 80px; max-height: 60vh; }
    :is(.field, .panel, .pick) select, select.input {
      appearance: none; padding-right: 26px; text-overflow: ellipsis;
      background: right 8px center / 12px no-repeat url("data:image/svg+xml,%3Csvg \
    xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' fill='none' stroke='%23858994' \
    stroke-width='1.4'%3E%3Cpath d='m3 4.5 3 3 3-3'/%3E%3C/svg%3E");
    }
    select:not([multiple]) option { background: var(--raised); color: var(--ink); }
    input:is([type=checkbox], [type=radio]) { width: 16px; height: 16px; margin: 0;
      accent-color: var(--brand); }
    .notice {
      padding: 10px 14px; border-radius: var(--radius-l); background: var(--bad-soft);
      color: var(--bad);
      &.warn { background: var(--warn-soft); color: var(--warn); }
      &.good { background: var(--good-soft); color: var(--good); }
      .facts { margin-top: 6px; color: var(--ink); }
    }

    """#

  /// Menus, dialogs, cards, rows of links, what is empty, what has happened.
  static let panels: StaticString = #"""
    .menu, .pop { position: relative;
      > .panel { position: absolute; z-index: 40; right: 0; top: calc(100% + 6px);
        min-width: 200px; padding: 6px; }
    }
    .panel li a, .panel .item, .targets .item, .side li a, .opt {
      min-height: var(--control); padding: 0 8px; line-height: 1.35;
    }
    .panel .item, .targets .item { width: 100%; }
    .side [aria-current] { font-weight: 500; }
    dialog { width: min(560px, calc(100vw - 32px)); padding: 20px; color: var(--ink); }
    dialog::backdrop { background: var(--shade); }
    .card { min-width: 0; }
    .card > header { min-height: 44px; padding: 0 8px 0 16px; border-bottom-width: 1px; }
    .card > .body { padding: 16px; }
    .more { flex: none; padding: 4px 8px; }
    header > .more, header > h2 + .mute { margin-left: auto; }
    .rows > li + li { border-top: 1px solid var(--line-soft); }
    .rows > li > :is(a, .item) { gap: 10px; min-height: calc(var(--control) + 8px);
      padding: 4px 16px; }
    .rows .name { flex: 1; }
    .rows .more { flex: 0 1 auto; max-width: 60%; padding: 0; }
    .timeline > li {
      position: relative; padding: 0 0 16px 34px;
      &::before { content: ""; position: absolute; left: 11.5px; top: 26px; bottom: 0;
        border-left-width: 1px; }
      &:last-child::before { content: none; }
      > .avatar { position: absolute; left: 0; top: 0; }
    }
    .empty {
      display: grid; justify-items: center; gap: 6px; padding: 96px 20px; text-align: center;
      > .icon { width: 32px; height: 32px; stroke-width: .9; color: var(--mute); }
      p { max-width: 44em; }
      .button { margin-top: 10px; }
    }
    .card .empty { padding: 28px 16px; }
    .toast, div.done, .bulk {
      position: fixed; z-index: 50; left: 50%; bottom: calc(var(--bar-height, 8px) + 16px);
      translate: -50% 0; width: max-content; max-width: calc(100vw - 24px); padding: 9px 18px;
      border-radius: var(--radius-l); box-shadow: var(--shadow); font-weight: 500;
    }
    .toast { background: var(--ink); color: var(--ground); animation: leave .3s 5s forwards; }
    .toast.bad { background: var(--bad); animation: none; }
    @keyframes leave { to { opacity: 0; visibility: hidden; } }
    @media (scripting: enabled) { .noscript { display: none !important; } }
    @media (scripting: none) { .script { display: none !important; } }

    """#

  /// Buttons and inputs on a phone.
  static let controlsPhone: StaticString = #"""
    :is(.field, .panel, .pick) :is(input, select, textarea):not([type=checkbox]), .input,
    input[type=search] { font-size: 16px !important; }
    input:is([type=checkbox], [type=radio]) { width: 22px; height: 22px; }
    .button.small { min-height: 40px; }

    """#

  /// Menus on a phone.
  static let panelsPhone: StaticString = #"""
    .pop > .panel, .menu > .panel {
      position: fixed; inset: auto 8px calc(var(--bar-height) + 8px) !important; width: auto;
      max-height: 70vh; overflow-y: auto; font-size: 16px;
    }

    """#
}
