extension Style {
  /// What a tenant's brand colour gives comes from ``BrandStyle``, a sheet of its own. A colour has
  /// its light and its dark form; the classes p0 to p7 give a hue (and pale p7 a saturation) to the
  /// fill, the tint and the deep ink of whatever carries one.
  static let tokens: StaticString = #"""
    :root {
      color-scheme: light dark;
      --ground: light-dark(#fff, #17181c);
      --side: light-dark(#f7f8fa, #121317);
      --raised: light-dark(#fff, #1f2026);
      --sunk: light-dark(#f3f4f7, #111216);
      --hover: light-dark(#f4f5f8, #202228);
      --over: #8881;
      --line: light-dark(#e3e5ea, #2b2d35);
      --line-soft: light-dark(#eceef1, #24262d);
      --line-strong: light-dark(#cdd0d8, #454854);
      --ink: light-dark(#1b1d22, #ecedf1);
      --ink-2: light-dark(#454953, #c3c5ce);
      --mute: light-dark(#656a76, #9a9eac);
      --good: light-dark(#17774c, #6fcf97);
      --good-soft: light-dark(#e8f6ee, #16281e);
      --bad: light-dark(#bd2836, #ff8f98);
      --bad-soft: light-dark(#fdeeef, #33191d);
      --warn: light-dark(#865800, #f0c060);
      --warn-soft: light-dark(#fdf4e0, #2e2614);
      --star: #d99a1b;
      --shade: light-dark(#14171f52, #0009);
      --shadow-s: 0 1px 2px light-dark(#1018280d, #0006);
      --shadow: var(--shadow-s), 0 10px 32px light-dark(#10182824, #000a);
      --radius: 6px;
      --radius-l: 10px;
      --round: 99px;
      --control: 32px;
      --input: 36px;
      --top: 48px;
      --bar: 52px;
      --gap: 20px;
      --side-width: 228px;
      --font: -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei",
        "Noto Sans CJK SC", system-ui, sans-serif;
    }
    [data-theme=light] { color-scheme: light; }
    [data-theme=dark] { color-scheme: dark; }
    @media (max-width: 900px) {
      :root {
        --control: 44px; --input: 44px; --gap: 16px;
        --bar-height: calc(56px + env(safe-area-inset-bottom));
      }
    }
    .p0 { --h: 222; } .p1 { --h: 36; } .p2 { --h: 150; } .p3 { --h: 268; }
    .p4 { --h: 345; } .p5 { --h: 186; } .p6 { --h: 18; } .p7 { --h: 212; --s: .22; }
    [class*=p] {
      --fill: light-dark(hsl(var(--h) calc(46% * var(--s, 1)) 47%),
        hsl(var(--h) calc(38% * var(--s, 1)) 44%));
      --tint: light-dark(hsl(var(--h) calc(74% * var(--s, 1)) 94%),
        hsl(var(--h) calc(32% * var(--s, 1)) 20%));
      --deep: light-dark(hsl(var(--h) 62% 29%), hsl(var(--h) 75% 80%));
    }

    """#

  /// Plain elements. Every border is a thin line unless a rule says otherwise, and has no width
  /// until one gives it.
  static let base: StaticString = #"""
    *, ::before, ::after { box-sizing: border-box; border: 0 solid var(--line); }
    html { -webkit-text-size-adjust: 100%; text-autospace: normal; }
    body {
      margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--font);
      font-synthesis-weight: none; -webkit-font-smoothing: antialiased;
    }
    h1, h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; }
    h1, h2, h3 { font-size: 14px; font-weight: 600; line-height: 1.4; }
    h1 { font-size: 17px; }
    h3 { font-size: 13px; }
    li, summary { list-style: none; }
    a { color: inherit; text-decoration: none; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button { padding: 0; background: none; text-align: inherit; }
    button, summary { cursor: pointer; }
    summary::-webkit-details-marker { display: none; }
    main:focus, h1:focus { outline: none; }
    :focus-visible, :is(.tick, .rate, .drop) :focus-visible + *, .cut:has(:focus-visible) {
      outline: 2px solid var(--brand); outline-offset: 1px;
    }
    i { font-style: normal; }
    hr { margin: 12px 0; border-top-width: 1px; }
    mark { border-radius: 2px; background: var(--warn-soft); color: inherit; }
    [hidden] { display: none !important; }
    ::placeholder { color: var(--mute); opacity: 1; }
    kbd {
      display: inline-block; min-width: 18px; padding: 0 5px; border-width: 1px; border-radius: 4px;
      background: var(--ground); color: var(--mute); font: 11px/16px var(--font);
      text-align: center;
    }
    .icon {
      width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor;
      stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round;
    }
    .vh {
      position: absolute; width: 1px !important; height: 1px !important; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }

    """#

  /// What many parts have in common, said once. An area's own rules come later and win.
  static let common: StaticString = #"""
    .row, .button, .tabs, .tabs a, .side li a, .panel li a, .item, .opt, .app, .top, .search,
    .tools, .who, .switch, .crumb, .head, .group > summary, .card > header, .rows > li > a,
    .part > header, .tab > header, .filters, .chip, .chip summary, .pager, .pager a,
    .bulk, div.done, .lane header, .period, .ev, .gantt li, .path li > *, .files li, .files a,
    .files label, .palette a, .palette button, .options li, .person, .error, .call,
    .quick, .ticks, .shots, .made, .seek, .hello, .presets {
      display: flex; align-items: center; gap: 8px;
    }
    .row, .filters, .bulk, div.done, .hello, .quick, .key, .ticks, .shots,
    .made, .presets { flex-wrap: wrap; }
    .tile, .avatar, .logo, .tool, .clear, .cut, .move, .pen, .blankshot, .palette i,
    .menu > summary:not(.button) { display: grid; place-items: center; flex: none; }
    .side li a, .panel li a, .panel .item, .targets .item, .opt, .tool, .crumb, .quiet, .more,
    .tabs a, .pager a, .group > summary, .rest > summary, .clear, .cut, .move, .pen,
    .menu > summary:not(.button), .palette a, .palette button, .options li, .chip summary {
      border-radius: var(--radius); color: var(--ink-2);
    }
    .side li a:hover, .panel li a:hover, .item:is(a, button):hover, .opt:hover, .tool:hover,
    .crumb:hover, a.quiet:hover, a.more:hover, .tabs a:hover, .pager a[href]:hover, .cut:hover,
    .rest > summary:hover, .clear:hover, .move:hover, .rows > li > a:hover,
    .menu > summary:not(.button):hover, .menu[open] > summary:not(.button) {
      background: var(--over); color: var(--ink);
    }
    .pill, .head h1, .rows .name, .rows .more, .grid th, .grid td, .open, .sum, .board dd,
    .gallery dd, .ev span, .ev em, .files span, .palette span, .palette small, .chip b {
      min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
    }
    .mute, .quiet, .more, .help, .off, .tabs a, .crumb, .empty p, .key dt, .facts dt,
    .timeline time, .sum, .cut, .move, .pen, .changes s, .changes i, .own, .group > summary,
    .rest > summary, .palette h3, .sheet h3, .palette i, .palette small, .who small,
    .files small, .grid thead th,
    .files .icon { color: var(--mute); }
    .help, .hint, .error, .quiet, .more, .label, label, .own, .changes, .timeline p,
    .sum, .made, .chip, .pager, .facts dt, .segments, .files small, .palette small, .timeline time,
    .told time, .rest > summary, .path, .strip { font-size: 13px; }
    .key dt, .grid thead th, .who small, .palette h3, .sheet h3, .group > summary, .badge {
      font-size: 12px; font-weight: 500;
    }
    .num, .code, time, .sum, .badge, small, .facts dd, .key dd, .period h2 {
      font-variant-numeric: tabular-nums;
    }
    .pop > .panel, .menu > .panel, dialog, .options, .cell, div.done, .door {
      border-width: 1px; border-radius: var(--radius-l); background: var(--raised);
      box-shadow: var(--shadow);
    }
    .card, .board li, .gallery li {
      border-width: 1px; border-radius: var(--radius-l); background: var(--raised);
    }
    .pill, .avatar, .ev, .blankshot, .tick :checked + span {
      background: var(--tint); color: var(--deep);
    }
    .tile, .dot { background: var(--fill); color: #fff; }
    .path li > * { background: var(--sunk); color: var(--ink-2); }
    .skip, .logo, .button.main, .day.today time, .path .now > *, .bar .make > summary .icon {
      background: var(--brand); color: var(--on-brand);
    }
    .side .badge, .side [aria-current], .panel [aria-current], .path .done > *,
    .options [aria-selected=true], .palette [aria-selected=true] > * {
      background: var(--brand-soft); color: var(--brand-text);
    }

    """#

  /// The small parts that every page may use.
  static let small: StaticString = #"""
    .prose { white-space: pre-wrap; overflow-wrap: anywhere; }
    .link, .facts .ref { color: var(--brand-text); }
    .link:hover, .ref:hover, .files a:hover span, .notice li a {
      text-decoration: underline; text-underline-offset: 2px;
    }
    .ref { border-radius: 3px; }
    .ref:hover, .open:hover { color: var(--brand-text); }
    .stack { display: grid; gap: 16px; }
    .on { color: var(--good); font-weight: 700; }
    .must { margin-left: 3px; color: var(--bad); }
    .pill {
      display: inline-block; max-width: 100%; padding: 0 8px; border-radius: var(--round);
      vertical-align: middle; font-size: 13px; line-height: 22px; font-weight: 500;
    }
    .dot { display: inline-block; flex: none; width: 8px; height: 8px; border-radius: 50%; }
    .badge {
      display: inline-block; min-width: 18px; padding: 0 5px; border-radius: 9px;
      background: var(--sunk); color: var(--mute); line-height: 18px; text-align: center;
      &.hot { background: var(--bad); color: var(--ground); }
    }
    .tile, .avatar {
      width: 20px; height: 20px; border-radius: 5px; font-size: 12px; font-weight: 500;
      line-height: 1; overflow: hidden;
      .icon { width: 14px; height: 14px; }
    }
    .avatar { width: 24px; height: 24px; border-radius: 50%; }
    .avatar.big { width: 48px; height: 48px; font-size: 20px; }
    .avatar img { width: 100%; height: 100%; object-fit: cover; }
    .logo {
      width: 24px; height: 24px; border-radius: 6px; font-size: 13px; font-weight: 600;
    }
    .person {
      display: inline-flex; gap: 6px; max-width: 100%; vertical-align: middle;
      .avatar { width: 20px; height: 20px; font-size: 11px; }
    }
    .call { display: inline-flex; gap: 5px; }
    .stars { color: var(--star); letter-spacing: 1px; white-space: nowrap; }
    .stars i { color: var(--line-strong); }
    progress { width: 72px; vertical-align: middle; accent-color: var(--brand); }
    .qr { max-width: 100%; }
    .program, .rich code { font-family: ui-monospace, monospace !important; font-size: 13px; }
    pre.program, .rich pre { margin: 0; max-height: 50vh; padding: 10px; background: var(--sunk);
      border-radius: var(--radius); overflow: auto; }
    .rich { overflow-wrap: anywhere;
      > * + * { margin-top: 8px; }
      li { margin-left: 20px; list-style: revert; }
      a { color: var(--brand-text); text-decoration: underline; }
      blockquote { padding-left: 10px; border-left: 2px solid var(--line-strong); }
    }

    """#
}
