extension Style {
  /// Tokens for light and dark, and plain elements.
  static let tokens: StaticString = #"""
    :root {
      color-scheme: light dark;
      --brand: #3b5bdb;
      --on-brand: #fff;
      --brand-text: #3451c6;
      --brand-soft: #edf1fe;
      --ground: #fff;
      --side: #f6f6f8;
      --raised: #fff;
      --hover: #f5f6f9;
      --line: #e4e5ea;
      --line-soft: #eeeff2;
      --line-strong: #cfd1d9;
      --ink: #1c1d22;
      --ink-2: #474a54;
      --mute: #676b78;
      --good: #18794e;
      --good-soft: #e9f7ef;
      --bad: #c02a37;
      --bad-soft: #fdeeef;
      --warn: #8a5a00;
      --warn-soft: #fdf5e2;
      --shadow: 0 1px 2px #1018280d, 0 8px 28px #10182824;
      --pill-s: 78%;
      --pill-l: 94%;
      --pill-ink-s: 62%;
      --pill-ink-l: 29%;
      --tile-l: 46%;
      --radius: 6px;
      --radius-l: 10px;
      --control: 32px;
      --bar: 52px;
      --side-width: 216px;
      --font: -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
        "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --brand: #5c7cfa;
        --on-brand: #0d1020;
        --brand-text: #9db1ff;
        --brand-soft: #222a45;
        --ground: #17181c;
        --side: #121317;
        --raised: #1f2026;
        --hover: #1e2026;
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
        --shadow: 0 1px 2px #0006, 0 10px 32px #0009;
        --pill-s: 32%;
        --pill-l: 20%;
        --pill-ink-s: 75%;
        --pill-ink-l: 80%;
        --tile-l: 50%;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0;
      background: var(--ground);
      color: var(--ink);
      font: 14px/1.5 var(--font);
      font-synthesis-weight: none;
      -webkit-font-smoothing: antialiased;
    }
    h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
    h1 { font-size: 17px; font-weight: 600; line-height: 1.4; }
    h2 { font-size: 14px; font-weight: 600; }
    ul { list-style: none; }
    a { color: inherit; text-decoration: none; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button, summary { cursor: pointer; }
    summary { list-style: none; }
    summary::-webkit-details-marker { display: none; }
    main:focus { outline: none; }
    :focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
    .icon {
      width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor;
      stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round;
    }
    .vh {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .mute { color: var(--mute); }
    .num, .code, .facts dd { font-variant-numeric: tabular-nums; }
    .prose { white-space: pre-wrap; overflow-wrap: anywhere; }
    .p0 { --h: 222; } .p1 { --h: 36; } .p2 { --h: 150; } .p3 { --h: 268; }
    .p4 { --h: 345; } .p5 { --h: 186; } .p6 { --h: 18; } .p7 { --h: 205; --pill-s: 18%; }
    .pill {
      display: inline-block; max-width: 100%; padding: 0 8px; border-radius: 999px;
      overflow: hidden; text-overflow: ellipsis; vertical-align: middle;
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l));
      font-size: 12.5px; line-height: 22px; font-weight: 500; white-space: nowrap;
    }
    .on { color: var(--good); font-weight: 700; }
    .off { color: var(--mute); }
    .ref { color: var(--ink); border-radius: 3px; }
    .ref:hover { color: var(--brand-text); text-decoration: underline; }

    """#
}
