extension Style {
  /// The bars around the page and the page's head.
  static let frame: StaticString = #"""
    .skip {
      position: fixed; left: 8px; top: -60px; z-index: 60; padding: 8px 14px;
      border-radius: var(--radius); background: var(--brand); color: var(--on-brand);
    }
    .skip:focus { top: 8px; }
    .side {
      position: fixed; inset: 0 auto 0 0; z-index: 30; width: var(--side-width);
      padding: 8px 8px 24px; background: var(--side); border-right: 1px solid var(--line);
      overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin;
    }
    .app {
      display: flex; align-items: center; gap: 8px; min-height: 32px; margin-bottom: 12px;
      padding: 0 8px; border-radius: var(--radius); font-weight: 600; line-height: 1.3;
    }
    .logo {
      display: grid; place-items: center; flex: none; width: 24px; height: 24px;
      border-radius: 6px; background: var(--brand); color: var(--on-brand);
      font-size: 13px; font-weight: 600; overflow: hidden;
    }
    .side li a, .panel li a {
      display: flex; align-items: center; gap: 8px; min-height: 32px; padding: 0 8px;
      border-radius: var(--radius); color: var(--ink-2); line-height: 1.35;
    }
    .side li > a > .icon { width: 20px; height: 16px; color: var(--mute); }
    .side li a:hover, .panel li a:hover { background: #8881; color: var(--ink); }
    .side li + li { margin-top: 1px; }
    .side .badge { margin-left: auto; background: var(--brand-soft); color: var(--brand-text); }
    .side [aria-current], .panel [aria-current] {
      background: var(--brand-soft); color: var(--brand-text); font-weight: 500;
    }
    .side [aria-current] > .icon { color: inherit; }
    .side ul + ul, .side ul + details, .side details + details { margin-top: 14px; }
    .group > summary {
      display: flex; align-items: center; gap: 4px; height: 26px; padding: 0 8px;
      border-radius: var(--radius); color: var(--mute); font-size: 12px; font-weight: 500;
    }
    .group > summary:hover { color: var(--ink); }
    .group > summary .icon { width: 12px; margin-left: auto; opacity: .7; }
    .group:not([open]) > summary .icon { rotate: -90deg; }
    .top {
      position: sticky; top: 0; z-index: 25; display: flex; align-items: center; gap: 8px;
      height: var(--top); margin-left: var(--side-width); padding: 0 16px 0 20px;
      background: var(--ground); border-bottom: 1px solid var(--line);
    }
    .search {
      display: flex; align-items: center; gap: 8px; width: 420px; max-width: 46vw; height: 32px;
      padding: 0 8px; border-radius: var(--radius); background: var(--sunk); color: var(--mute);
    }
    .search:focus-within { outline: 2px solid var(--brand); outline-offset: -1px; }
    .search input {
      flex: 1; min-width: 0; height: 100%; padding: 0; border: 0; outline: none; background: none;
      color: var(--ink); appearance: none;
    }
    .search input::placeholder { color: var(--mute); opacity: 1; }
    .search ::-webkit-search-cancel-button { display: none; }
    .search kbd { display: none; }
    @media (scripting: enabled) and (hover: hover) { .search kbd { display: block; } }
    .tools { display: flex; align-items: center; gap: 4px; margin-left: auto; }
    .tool, .menu > summary:not(.button) {
      position: relative; display: grid; place-items: center; min-width: var(--control);
      height: var(--control); padding: 0 6px; border-radius: var(--radius); color: var(--ink-2);
    }
    .tool:hover, .menu > summary:not(.button):hover, .menu[open] > summary:not(.button) {
      background: var(--hover); color: var(--ink);
    }
    .tool .badge { position: absolute; top: 0; left: 50%; min-width: 16px; padding: 0 4px;
      font-size: 11px; line-height: 16px; }
    .tools .word { display: none; }
    .who { display: flex; align-items: center; gap: 10px; padding: 8px; font-weight: 500;
      overflow-wrap: anywhere; }
    .who small { display: block; color: var(--mute); font-size: 12px; font-weight: 400; }
    .me .panel { width: 248px; }
    .me .panel > * + *, .sheet > * + * { margin-top: 6px; padding-top: 6px;
      border-top: 1px solid var(--line-soft); }
    .stack-s { display: grid; gap: 6px; }
    .switch { display: flex; align-items: center; gap: 8px; padding-left: 8px; }
    .switch > span { margin-right: auto; color: var(--mute); font-size: 13px; }
    .segments { display: flex; padding: 2px; border-radius: var(--radius);
      background: var(--sunk); }
    .segments button {
      min-height: 26px; padding: 0 8px; border: 0; border-radius: 4px; background: none;
      color: var(--ink-2); font-size: 13px; white-space: nowrap;
    }
    .segments button:hover { color: var(--ink); }
    .segments [aria-pressed=true] { background: var(--raised); color: var(--ink);
      box-shadow: var(--shadow-s), 0 0 0 1px var(--line); }
    main { min-height: calc(100vh - var(--top)); margin-left: var(--side-width); }
    .head {
      position: sticky; top: var(--top); z-index: 20; display: flex; align-items: center;
      gap: 8px; height: var(--bar); padding: 0 20px; background: var(--ground);
      border-bottom: 1px solid var(--line);
    }
    .head h1 { min-width: 0; margin-right: auto; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .crumb {
      display: flex; align-items: center; gap: 8px; flex: none; height: 28px; padding: 0 6px;
      margin-left: -6px; border-radius: var(--radius); color: var(--mute);
    }
    .crumb:hover { background: var(--hover); color: var(--ink); }
    .crumb + h1::before { content: "/"; margin-right: 8px; color: var(--line-strong);
      font-weight: 400; }
    .bar { display: none; }
    .page { max-width: 1120px; padding: 24px 24px 64px; }

    """#

  /// The frame on a phone: the bar at the bottom, the search above the page.
  static let framePhone: StaticString = #"""
    @media (max-width: 900px) {
      :root { --control: 44px; --bar-height: calc(56px + env(safe-area-inset-bottom)); }
      .side, .tools { display: none; }
      .top { position: static; height: auto; margin: 0; padding: 8px 12px 0; border: 0; }
      .search { width: 100%; max-width: none; height: 40px; }
      .search input { font-size: 16px; }
      .search kbd { display: none; }
      main { margin: 0; padding-bottom: calc(var(--bar-height) + 8px); }
      .head { top: 0; padding: 0 12px 0 16px; }
      .head .button { padding: 0 14px; }
      .head .button .word { display: none; }
      .crumb { height: 44px; }
      .crumb span + span { display: none; }
      .crumb + h1::before { content: none; }
      .page { padding: 16px; }
      .bar {
        position: fixed; z-index: 30; inset: auto 0 0; display: flex;
        height: var(--bar-height); padding: 0 4px env(safe-area-inset-bottom);
        background: var(--raised); border-top: 1px solid var(--line);
      }
      .bar > * { flex: 1; min-width: 0; }
      .bar .menu { position: static; }
      .bar > a, .bar .menu > summary:not(.button) {
        position: relative; display: grid; align-content: center; justify-items: center; gap: 2px;
        height: 56px; padding: 0; border-radius: var(--radius); background: none;
        color: var(--mute); font-size: 11px; line-height: 1.3;
      }
      .bar > a[aria-current], .bar .menu[open] > summary:not(.button) { color: var(--brand-text); }
      .bar .icon { width: 22px; height: 22px; stroke-width: 1.2; }
      .bar .make > summary .icon { width: 36px; height: 30px; padding: 5px 0; border-radius: 9px;
        background: var(--brand); color: var(--on-brand); }
      .bar .make > summary .word { display: none; }
      .bar > a .badge { position: absolute; top: 4px; left: calc(50% + 4px); }
      .menu > .sheet {
        position: fixed; inset: auto 0 var(--bar-height); max-height: 74vh; overflow-y: auto;
        padding: 16px; border-top: 1px solid var(--line); border-radius: 16px 16px 0 0;
        background: var(--raised); box-shadow: var(--shadow);
      }
      .sheet h3 { padding: 2px 4px 6px; color: var(--mute); font-size: 12px; font-weight: 500; }
      .sheet ul { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4px; }
      .sheet li a {
        display: grid; justify-items: center; align-content: start; gap: 6px; min-height: 76px;
        padding: 10px 2px; border-radius: var(--radius-l); font-size: 12px; line-height: 1.35;
        text-align: center; color: var(--ink-2); overflow-wrap: anywhere;
      }
      .sheet li a:active, .sheet [aria-current] { background: var(--hover); }
      .sheet .tile { width: 40px; height: 40px; border-radius: 10px; font-size: 18px; }
      .sheet .tile .icon { width: 22px; height: 22px; }
      .segments button { min-height: 40px; padding: 0 12px; }
    }
    @media print {
      .side, .top, .bar, .head .button, .pop, .menu { display: none; }
      main { margin: 0; }
    }

    """#
}
