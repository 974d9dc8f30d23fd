extension Style {
  /// What a tenant's brand colour gives comes from ``BrandStyle``, a sheet of its own.
  static let tokens: StaticString = #"""
    :root {
      color-scheme: light;
      --ground: #fff;
      --side: #f7f8fa;
      --raised: #fff;
      --sunk: #f3f4f7;
      --hover: #f4f5f8;
      --line: #e3e5ea;
      --line-soft: #eceef1;
      --line-strong: #cdd0d8;
      --ink: #1b1d22;
      --ink-2: #454953;
      --mute: #656a76;
      --good: #17774c;
      --good-soft: #e8f6ee;
      --bad: #bd2836;
      --bad-soft: #fdeeef;
      --warn: #865800;
      --warn-soft: #fdf4e0;
      --shade: #14171f52;
      --shadow-s: 0 1px 2px #1018280d;
      --shadow: 0 1px 2px #1018280d, 0 10px 32px #10182824;
      --pill-s: 74%;
      --pill-l: 94%;
      --pill-ink-s: 62%;
      --pill-ink-l: 29%;
      --tile-s: 46%;
      --tile-l: 47%;
      --radius: 6px;
      --radius-l: 10px;
      --control: 32px;
      --top: 48px;
      --bar: 52px;
      --side-width: 228px;
      --font: -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
        "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
    }

    """#

  /// The tokens that differ in the dark: joined once for those whose device is dark and once for
  /// those who chose it.
  static let dark: StaticString = #"""
      color-scheme: dark;
      --ground: #17181c;
      --side: #121317;
      --raised: #1f2026;
      --sunk: #111216;
      --hover: #202228;
      --line: #2b2d35;
      --line-soft: #24262d;
      --line-strong: #454854;
      --ink: #ecedf1;
      --ink-2: #c3c5ce;
      --mute: #9a9eac;
      --good: #6fcf97;
      --good-soft: #16281e;
      --bad: #ff8f98;
      --bad-soft: #33191d;
      --warn: #f0c060;
      --warn-soft: #2e2614;
      --shade: #0009;
      --shadow-s: 0 1px 2px #0006;
      --shadow: 0 1px 2px #0006, 0 12px 36px #000a;
      --pill-s: 32%;
      --pill-l: 20%;
      --pill-ink-s: 75%;
      --pill-ink-l: 80%;
      --tile-s: 38%;
      --tile-l: 44%;

    """#

  static let chosenDark: StaticString = ":root[data-theme=dark] {\n"
  static let deviceDark: StaticString = """
    }
    @media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {

    """
  static let endDark: StaticString = "} }\n"

  /// Plain elements and the small parts that every page may use.
  static let base: StaticString = #"""
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; text-autospace: normal; }
    body {
      margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--font);
      font-synthesis-weight: none; -webkit-font-smoothing: antialiased;
    }
    h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
    h1 { font-size: 17px; font-weight: 600; line-height: 1.4; }
    h2 { font-size: 14px; font-weight: 600; }
    h3 { font-size: 13px; font-weight: 600; }
    ul, ol { list-style: none; }
    a { color: inherit; text-decoration: none; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button, summary { cursor: pointer; }
    summary { list-style: none; }
    summary::-webkit-details-marker { display: none; }
    main:focus, h1:focus { outline: none; }
    :focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
    [hidden] { display: none !important; }
    .icon {
      width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor;
      stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round;
    }
    .vh {
      position: absolute; width: 1px !important; height: 1px !important; overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .mute { color: var(--mute); }
    .num, .code, time, .facts dd { font-variant-numeric: tabular-nums; }
    .prose { white-space: pre-wrap; overflow-wrap: anywhere; }
    .link { color: var(--brand-text); }
    .link:hover { text-decoration: underline; text-underline-offset: 2px; }
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
    .stack { display: grid; gap: 16px; }
    .p0 { --h: 222; } .p1 { --h: 36; } .p2 { --h: 150; } .p3 { --h: 268; }
    .p4 { --h: 345; } .p5 { --h: 186; } .p6 { --h: 18; }
    .p7 { --h: 212; --pill-s: 16%; --tile-s: 12%; }
    .pill {
      display: inline-block; max-width: 100%; padding: 0 8px; border-radius: 999px;
      overflow: hidden; text-overflow: ellipsis; vertical-align: middle;
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l));
      font-size: 12.5px; line-height: 22px; font-weight: 500; white-space: nowrap;
    }
    .dot {
      display: inline-block; flex: none; width: 8px; height: 8px; border-radius: 50%;
      background: hsl(var(--h) var(--tile-s) var(--tile-l));
    }
    .badge {
      display: inline-block; min-width: 18px; padding: 0 5px; border-radius: 9px;
      background: var(--sunk); color: var(--mute); font-size: 12px; line-height: 18px;
      font-weight: 500; text-align: center; font-variant-numeric: tabular-nums;
    }
    .badge.hot { background: var(--bad); color: var(--ground); }
    .tile, .avatar {
      display: grid; place-items: center; flex: none; width: 20px; height: 20px;
      border-radius: 5px; background: hsl(var(--h) var(--tile-s) var(--tile-l)); color: #fff;
      font-size: 11.5px; font-weight: 500; line-height: 1; overflow: hidden;
    }
    .tile .icon { width: 14px; height: 14px; }
    .tile.big { width: 32px; height: 32px; border-radius: 8px; font-size: 15px; }
    .tile.big .icon { width: 20px; height: 20px; stroke-width: 1.2; }
    .avatar {
      width: 24px; height: 24px; border-radius: 50%; font-size: 12px;
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l));
    }
    .avatar.big { width: 40px; height: 40px; font-size: 17px; }
    .avatar img { width: 100%; height: 100%; object-fit: cover; }
    .on { color: var(--good); font-weight: 700; }
    .off { color: var(--mute); }
    .ref { color: var(--ink); border-radius: 3px; }
    .ref:hover { color: var(--brand-text); text-decoration: underline; }
    kbd {
      display: inline-block; min-width: 18px; padding: 0 5px; border: 1px solid var(--line);
      border-radius: 4px; background: var(--ground); color: var(--mute);
      font: 11px/16px var(--font); text-align: center;
    }

    """#
}
