extension Style {
  /// The bars around the page, the page's head and menus.
  static let frame: StaticString = #"""
    .skip {
      position: fixed; left: 8px; top: -60px; z-index: 60; padding: 8px 14px;
      border-radius: var(--radius); background: var(--brand); color: var(--on-brand);
    }
    .skip:focus { top: 8px; }
    .side {
      position: fixed; inset: 0 auto 0 0; width: var(--side-width); padding: 8px;
      background: var(--side); border-right: 1px solid var(--line); overflow-y: auto;
    }
    .app {
      display: flex; align-items: center; gap: 9px; min-height: 36px; margin-bottom: 12px;
      padding: 0 8px; border-radius: var(--radius); font-weight: 600; line-height: 1.3;
    }
    .logo {
      display: grid; place-items: center; flex: none; width: 24px; height: 24px;
      border-radius: 6px; background: var(--brand); color: var(--on-brand);
      font-size: 13px; font-weight: 600;
    }
    .tile {
      display: grid; place-items: center; flex: none; width: 20px; height: 20px;
      border-radius: 5px; background: hsl(var(--h) 48% var(--tile-l)); color: #fff;
      font-size: 11.5px; font-weight: 500; line-height: 1;
    }
    .side li a, .panel li a {
      display: flex; align-items: center; gap: 9px; min-height: 32px; padding: 0 8px;
      border-radius: var(--radius); color: var(--ink-2);
    }
    .side li a:hover, .panel li a:hover { background: #8881; color: var(--ink); }
    .side li + li { margin-top: 1px; }
    .side [aria-current], .panel [aria-current] {
      background: #8882; color: var(--ink); font-weight: 500;
    }
    main { min-height: 100vh; margin-left: var(--side-width); }
    .head {
      position: sticky; top: 0; z-index: 20; display: flex; align-items: center; gap: 8px;
      height: var(--bar); padding: 0 128px 0 20px; background: var(--ground);
      border-bottom: 1px solid var(--line);
    }
    .head h1 { min-width: 0; margin-right: auto; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .crumb {
      display: flex; align-items: center; gap: 7px; flex: none; height: 28px; padding: 0 6px;
      margin-left: -6px; border-radius: var(--radius); color: var(--mute);
    }
    .crumb:hover { background: var(--hover); color: var(--ink); }
    .crumb + h1::before { content: "/"; margin-right: 8px; color: var(--line-strong);
      font-weight: 400; }
    .tools {
      position: fixed; z-index: 30; top: 0; right: 0; display: flex; align-items: center;
      gap: 4px; height: var(--bar); padding: 0 14px;
    }
    .menu { position: relative; }
    .menu > summary, .lang button {
      display: grid; place-items: center; min-width: var(--control); height: var(--control);
      padding: 0 7px; border: 0; border-radius: var(--radius); background: none;
      color: var(--ink-2);
    }
    .menu > summary:hover, .lang button:hover, .menu[open] > summary {
      background: var(--hover); color: var(--ink);
    }
    .lang .glyph { font-size: 12.5px; font-weight: 600; }
    .tools .all, .tools .word { display: none; }
    .menu .panel, .pop .panel {
      position: absolute; z-index: 40; right: 0; top: calc(100% + 6px); min-width: 200px;
      padding: 6px; border: 1px solid var(--line); border-radius: var(--radius-l);
      background: var(--raised); box-shadow: var(--shadow);
    }
    .panel form button:not(.button) {
      display: flex; align-items: center; gap: 9px; width: 100%; min-height: 34px;
      padding: 0 8px; border: 0; border-radius: var(--radius); background: none;
      text-align: left; color: var(--ink-2);
    }
    .panel form button:not(.button):hover { background: #8882; color: var(--ink); }
    .who {
      display: flex; align-items: center; gap: 9px; padding: 8px; margin-bottom: 6px;
      border-bottom: 1px solid var(--line); font-weight: 500; overflow-wrap: anywhere;
    }
    .face {
      display: grid; place-items: center; flex: none; width: 28px; height: 28px;
      border-radius: 50%; background: var(--brand-soft); color: var(--brand-text);
      font-size: 13px;
    }
    .flash {
      position: fixed; z-index: 50; left: 50%; bottom: 24px; translate: -50% 0;
      max-width: calc(100vw - 32px); padding: 9px 18px; border-radius: var(--radius-l);
      box-shadow: var(--shadow); font-weight: 500;
    }
    .flash.good { background: var(--good); color: var(--ground); animation: leave .3s 6s forwards; }
    .flash.bad { background: var(--bad); color: var(--ground); }
    @keyframes leave { to { opacity: 0; visibility: hidden; } }

    """#

  /// Buttons, inputs and notices.
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
    .button.danger { border-color: var(--bad); color: var(--bad); }
    .button.danger:hover { background: var(--bad-soft); }
    .button[disabled] { opacity: .6; cursor: default; }
    .head .icon { margin-left: -3px; }
    summary.button { padding: 0 8px; color: var(--ink-2); }
    .head summary .icon { margin: 0; }
    .field input:not([type=checkbox]), .field select, .field textarea, .panel input, .pick input {
      width: 100%; min-width: 0; min-height: 36px; padding: 6px 10px;
      border: 1px solid var(--line-strong); border-radius: var(--radius);
      background: var(--raised); line-height: 1.45;
    }
    .field textarea { display: block; resize: vertical; field-sizing: content; min-height: 96px; }
    .field input:hover, .field select:hover, .field textarea:hover { border-color: var(--mute); }
    .field :is(input, select, textarea):focus-visible, .panel input:focus-visible {
      border-color: var(--brand); outline: 2px solid var(--brand); outline-offset: -1px;
    }
    .field :is(input, select, textarea)[aria-invalid=true] { border-color: var(--bad); }
    .field select, .chip select {
      appearance: none; padding-right: 26px; background-repeat: no-repeat;
      background-position: right 8px center; background-size: 12px; text-overflow: ellipsis;
      background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
    viewBox='0 0 12 12' fill='none' stroke='%23858994' stroke-width='1.4'%3E%3Cpath \
    d='m3 4.5 3 3 3-3'/%3E%3C/svg%3E");
    }
    select option { background: var(--raised); color: var(--ink); }
    input[type=checkbox] { width: 18px; height: 18px; margin: 0; accent-color: var(--brand); }
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
    .notice {
      padding: 12px 16px; border-radius: var(--radius-l); background: var(--bad-soft);
      color: var(--bad);
    }
    .notice.warn { background: var(--warn-soft); color: var(--warn); }
    .notice ul { margin-top: 4px; }
    .notice li a { text-decoration: underline; text-underline-offset: 2px; }
    .notice .facts { margin-top: 6px; color: var(--ink); }

    """#
}
