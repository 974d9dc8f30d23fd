extension Style {
  /// The bars around the page and the page's head.
  static let frame: StaticString = #"""
    .skip {
      position: fixed; left: 8px; top: -60px; z-index: 60; padding: 8px 14px;
      border-radius: var(--radius);
      &:focus { top: 8px; }
    }
    .side {
      position: fixed; inset: 0 auto 0 0; z-index: 30; width: var(--side-width);
      padding: 8px 8px 24px; background: var(--side); border-right-width: 1px;
      overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin;
      li > a > .icon { width: 20px; color: var(--mute); }
      li + li { margin-top: 1px; }
      .badge { margin-left: auto; }
      [aria-current] > .icon { color: inherit; }
      > * + :is(ul, details) { margin-top: 14px; }
      .app + ul { margin: 0; }
    }
    .app { min-height: 32px; margin-bottom: 12px; padding: 0 8px; font-weight: 600;
      line-height: 1.3; }
    .group > summary { height: 26px; padding: 0 8px;
      .icon { width: 12px; margin-left: auto; opacity: .7; }
    }
    .group:not([open]) > summary .icon { rotate: -90deg; }
    .top {
      position: sticky; top: 0; z-index: 25; height: var(--top); margin-left: var(--side-width);
      padding: 0 16px 0 20px; background: var(--ground); border-bottom-width: 1px;
    }
    .search {
      width: 420px; max-width: 46vw; height: 32px; padding: 0 8px; border-radius: var(--radius);
      background: var(--sunk); color: var(--mute);
      &:focus-within { outline: 2px solid var(--brand); outline-offset: -1px; }
      input { flex: 1; min-width: 0; height: 100%; padding: 0; outline: none; background: none;
        color: var(--ink); appearance: none; }
    }
    ::-webkit-search-cancel-button { display: none; }
    .tools { gap: 4px; margin-left: auto; }
    .tool, .menu > summary:not(.button) {
      position: relative; min-width: var(--control); height: var(--control); padding: 0 6px;
    }
    .tool .badge { position: absolute; top: 0; left: 50%; min-width: 16px; padding: 0 4px;
      font-size: 11px; line-height: 16px; }
    .who { padding: 8px; font-weight: 500; overflow-wrap: anywhere; }
    .who small { display: block; }
    .me .panel { width: 248px; }
    .me .panel > * + *, .sheet > * + * { margin-top: 6px; padding-top: 6px;
      border-top: 1px solid var(--line-soft); }
    .switch { padding-left: 8px; }
    .switch + .switch { margin-top: 6px; }
    .switch > span { margin-right: auto; font-size: 13px; }
    .segments {
      display: flex; padding: 2px; border-radius: var(--radius); background: var(--sunk);
      > * { min-height: min(40px, var(--control) - 6px); padding: 0 8px; border: 0;
        border-radius: 4px; background: none; color: var(--ink-2); font-size: 13px;
        white-space: nowrap; }
      > :hover { color: var(--ink); }
      > :is([aria-pressed=true], [aria-current]) { background: var(--raised); color: var(--ink);
        box-shadow: var(--shadow-s), 0 0 0 1px var(--line); }
    }
    main { min-height: calc(100vh - var(--top)); margin-left: var(--side-width); }
    .head {
      position: sticky; top: var(--top); z-index: 20; height: var(--bar); padding: 0 var(--gap);
      background: var(--ground); border-bottom-width: 1px;
      h1 { margin-right: auto; }
      .tabs { min-width: 0; }
    }
    .crumb { flex: none; height: var(--control); padding: 0 6px; margin-left: -6px; }
    .crumb + h1::before { content: "/"; margin-right: 8px; color: var(--line-strong);
      font-weight: 400; }
    .bar { display: none; }
    .page { max-width: 1120px; padding: 24px 24px 64px; }

    """#

  /// The frame on a phone: the bar at the bottom, the search above the page.
  static let framePhone: StaticString = #"""
    .side, .tools, .search kbd { display: none; }
    .top { position: static; height: auto; margin: 0; padding: 8px 12px; border: 0; }
    .search { width: 100%; max-width: none; height: 40px; }
    main { margin: 0; padding-bottom: calc(var(--bar-height) + 8px); }
    .head { top: 0; padding-right: 12px; }
    .head .word, .crumb span + span, .make > summary .word { display: none; }
    .crumb + h1::before { content: none; }
    .page { padding: 16px; }
    .bar {
      position: fixed; z-index: 30; inset: auto 0 0; display: flex;
      height: var(--bar-height); padding: 0 4px env(safe-area-inset-bottom);
      background: var(--raised); border-top-width: 1px;
      > * { flex: 1; min-width: 0; }
      .menu { position: static; }
      > a, .menu > summary:not(.button) {
        position: relative; display: grid; place-content: center; place-items: center; gap: 2px;
        height: 56px; padding: 0; background: none; color: var(--mute); font-size: 11px;
        line-height: 1.3;
      }
      > a[aria-current], .menu[open] > summary:not(.button) { color: var(--brand-text); }
      .icon { width: 22px; height: 22px; stroke-width: 1.2; }
      .make > summary .icon { width: 36px; height: 30px; padding: 5px 0; border-radius: 9px; }
      > a .badge { position: absolute; top: 4px; left: calc(50% + 4px); }
      .sheet { inset: auto 0 var(--bar-height) !important; max-height: 74vh; padding: 16px;
        border-width: 1px 0 0; border-radius: 16px 16px 0 0; }
    }
    .sheet {
      h3 { padding: 2px 4px 6px; }
      ul { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4px; }
      li a { display: grid; justify-items: center; align-content: start; gap: 6px;
        min-height: 76px; padding: 10px 2px; font-size: 12px; text-align: center;
        overflow-wrap: anywhere; }
      .tile { width: 40px; height: 40px; border-radius: 10px; font-size: 18px; }
      .tile .icon { width: 22px; height: 22px; }
    }
    .segments > * { padding: 0 12px; }

    """#

  /// Paper.
  static let paper: StaticString = #"""
    @media print {
      .side, .top, .bar, .button, .pop, .menu, .filters, .pager, .say, .own, .pen, .tabs {
        display: none; }
      main { margin: 0; }
      .paper .tools { display: none; }
      .listing main, .listing .scroll, .record { display: block; height: auto;
        overflow: visible; }
    }

    """#
}
