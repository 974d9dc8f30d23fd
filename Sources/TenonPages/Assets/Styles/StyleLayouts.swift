extension Style {
  /// Boards, calendars, galleries, charts.
  static let layouts: StaticString = #"""
    .board { display: flex; gap: 12px; flex: 1 !important; min-height: 0; padding: 12px 20px 16px;
      overflow: auto; }
    .lane { display: flex; flex-direction: column; flex: 0 0 276px; min-height: 0;
      border-radius: var(--radius-l); background: var(--sunk); }
    .lane.over { box-shadow: inset 0 0 0 2px var(--brand); }
    .lane header { display: flex; align-items: center; gap: 6px; min-height: 44px;
      padding: 0 6px 0 12px; }
    .lane header .tool { min-width: 28px; height: 28px; }
    .lane .sum { min-width: 0; margin-left: auto; overflow: hidden; text-overflow: ellipsis;
      color: var(--mute); font-size: 12.5px; font-variant-numeric: tabular-nums;
      white-space: nowrap; }
    .lane header .badge + .tool { margin-left: auto; }
    .lane ul { flex: 1; min-height: 24px; padding: 0 8px; overflow-y: auto; scrollbar-width: thin; }
    .lane > .quiet { margin: 0 8px 8px; text-align: center; }
    .board li { position: relative; margin-bottom: 8px; padding: 9px 12px 10px;
      border: 1px solid var(--line); border-radius: 8px; background: var(--raised);
      box-shadow: var(--shadow-s); }
    .board li:hover { border-color: var(--line-strong); }
    .board[data-field] li { cursor: grab; user-select: none; -webkit-user-select: none;
      -webkit-touch-callout: none; }
    .board .drag { opacity: .35; }
    .board .busy { opacity: .6; }
    .board .ghost { position: fixed; z-index: 60; margin: 0; list-style: none; rotate: 2deg;
      box-shadow: var(--shadow); pointer-events: none; }
    .board .open, .gallery .open { margin: 0 24px 4px 0; padding: 0; line-height: 1.45;
      font-weight: 500; white-space: normal; overflow-wrap: anywhere; }
    .board dl div, .gallery dl div { display: flex; gap: 8px; min-width: 0; font-size: 13px;
      line-height: 1.7; }
    .board dt, .gallery dt { flex: none; color: var(--mute); font-size: 12.5px; line-height: 22px; }
    .board dd, .gallery dd { min-width: 0; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .move { position: absolute; top: 5px; right: 5px; display: grid; place-items: center;
      width: 28px; height: 28px; border-radius: var(--radius); color: var(--mute); }
    .move .icon { stroke-width: 2.4; }
    .move:hover { background: var(--hover); color: var(--ink); }
    .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      grid-auto-rows: max-content; align-content: start; gap: 16px; flex: 1 !important;
      min-height: 0; padding: 16px 20px;
      overflow-y: auto; }
    .gallery li { position: relative; border: 1px solid var(--line); border-radius: var(--radius-l);
      background: var(--raised); overflow: hidden; }
    .gallery li:hover { border-color: var(--line-strong); box-shadow: var(--shadow-s); }
    .gallery img, .blankshot { display: block; width: 100%; height: auto; aspect-ratio: 4 / 3;
      object-fit: cover; background: var(--sunk); }
    .blankshot { display: grid; place-items: center; font-size: 40px; font-weight: 500;
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l)); }
    .gallery .open { margin: 10px 12px 2px; }
    .gallery .open::after { content: ""; position: absolute; inset: 0; }
    .gallery dl { padding: 0 12px 12px; }
    .period { display: flex; align-items: center; gap: 6px; padding: 10px 20px; }
    .period h2 { min-width: 124px; font-size: 16px; font-variant-numeric: tabular-nums; }
    .period .segments { margin-left: auto; }
    .period .segments .button { border-color: transparent; background: none; }
    .period .segments [aria-current] { background: var(--raised); box-shadow: var(--shadow-s); }
    .calendar { flex: 1 !important; min-height: 0; margin: 0 20px 16px; overflow-y: auto;
      border: 1px solid var(--line); border-radius: var(--radius-l); }
    .week { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr));
      grid-template-rows: 32px repeat(4, 25px) 1fr; }
    .week.names { position: sticky; top: 0; z-index: 8; grid-template-rows: 30px;
      align-items: center; background: var(--ground); border-bottom: 1px solid var(--line);
      color: var(--mute); font-size: 12.5px; text-align: center; }
    .week + .week .day { border-top: 1px solid var(--line-soft); }
    .week.names + .week .day { border-top: 0; }
    .day { position: relative; grid-row: 1 / -1; padding: 5px; border-left: 1px solid
      var(--line-soft); min-height: 136px; }
    .day.c0 { border-left: 0; }
    .day time { display: inline-block; min-width: 22px; padding: 0 4px; border-radius: 11px;
      font-size: 12.5px; line-height: 22px; text-align: center; color: var(--ink-2); }
    .day a::after { content: ""; position: absolute; inset: 0; }
    .day a:hover::after { background: #8881; }
    .day.out { background: var(--side); }
    .day.out time { color: var(--mute); }
    .day.today time { background: var(--brand); color: var(--on-brand); font-weight: 600; }
    .c0 { grid-column-start: 1; } .c1 { grid-column-start: 2; } .c2 { grid-column-start: 3; }
    .c3 { grid-column-start: 4; } .c4 { grid-column-start: 5; } .c5 { grid-column-start: 6; }
    .c6 { grid-column-start: 7; }
    .w2 { grid-column-end: span 2; } .w3 { grid-column-end: span 3; }
    .w4 { grid-column-end: span 4; } .w5 { grid-column-end: span 5; }
    .w6 { grid-column-end: span 6; } .w7 { grid-column-end: span 7; }
    .l0 { grid-row: 2; } .l1 { grid-row: 3; } .l2 { grid-row: 4; } .rest { grid-row: 5; }
    .ev { position: relative; z-index: 1; display: flex; align-items: center; gap: 5px;
      height: 22px; margin: 0 4px 3px; padding: 0 7px; border-radius: 5px;
      background: hsl(var(--h) var(--pill-s) var(--pill-l));
      color: hsl(var(--h) var(--pill-ink-s) var(--pill-ink-l)); font-size: 12.5px; }
    .ev span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .ev:hover { filter: brightness(.97); }
    .ev.from { margin-left: 0; border-radius: 0 5px 5px 0; }
    .ev.on { margin-right: 0; border-radius: 5px 0 0 5px; font-weight: inherit; }
    .ev.from.on { border-radius: 0; }
    .ev time { display: none; }
    .rest > summary { position: relative; z-index: 1; margin: 0 4px; padding: 0 7px;
      border-radius: 5px; color: var(--mute); font-size: 12.5px; line-height: 22px; }
    .rest > summary:hover { background: var(--hover); color: var(--ink); }
    .rest > .panel { left: 4px; right: auto; }
    .rest.c5 > .panel, .rest.c6 > .panel { left: auto; right: 4px; }
    .calendar .none { display: none; }
    .gantt { display: flex; align-items: flex-start; flex: 1 !important; min-height: 0;
      overflow: auto; border-top: 1px solid var(--line); }
    .gantt ul { position: sticky; left: 0; z-index: 3; flex: 0 0 260px; padding-top: 34px;
      background: var(--ground); border-right: 1px solid var(--line); }
    .gantt li { display: flex; align-items: center; gap: 8px; height: 36px;
      padding: 0 12px 0 20px; border-bottom: 1px solid var(--line-soft); }
    .gantt .open { min-width: 0; flex: 1; line-height: 34px; white-space: nowrap; }
    .gantt li time { display: none; }
    .gantt svg { flex: none; }
    .gantt line { stroke: var(--line-soft); }
    .gantt line.now { stroke: var(--bad); stroke-width: 1.5; }
    .gantt text { fill: var(--mute); font-size: 12px; }
    .gantt rect { fill: hsl(var(--h) var(--tile-s) var(--tile-l)); }
    .gantt rect:hover { opacity: .8; }
    @media (max-width: 900px) {
      .filters .display { margin: 0; }
      .filters > .pop > summary, .keep > summary { min-height: 44px; }
      .panel .opt { min-height: 44px; }
      .chip .panel, .filters .panel, .keep .panel { left: 8px; right: 8px; width: auto; }
      .filters .panel input:not([type=checkbox]), .filters .panel select { min-height: 44px;
        width: 100%; font-size: 16px; }
      .listing .keep { order: 1; }
      .grid.ticked tbody tr { padding-left: 52px; }
      .grid.ticked tbody .sel { position: absolute; left: 16px; top: 12px; z-index: 1;
        width: 22px; flex: none; }
      .grid.ticked tr > :nth-child(2) { flex: 0 0 100%; position: static; background: none;
        font-size: 16px; color: var(--ink); }
      .grid .title { display: block; }
      .grid tbody .title th { font-size: 15px; }
      .bulk { left: 8px !important; right: 8px; bottom: calc(var(--bar-height) + 8px) !important;
        translate: 0 !important; }
      .bulk .input { flex: 1; min-height: 44px; }
      div.done { bottom: calc(var(--bar-height) + 12px); width: 94vw; }
      .board { padding: 12px; scroll-snap-type: x proximity; }
      .lane { flex-basis: 82vw; max-height: calc(100vh - 260px); scroll-snap-align: center; }
      .move { width: 44px; height: 44px; top: 0; right: 0; }
      .lane header .tool { min-width: 44px; height: 44px; }
      .lane > .quiet { padding: 12px; }
      .targets { max-width: none; }
      .targets .item { min-height: 48px; }
      .gallery { grid-template-columns: 1fr 1fr; gap: 10px; padding: 12px; }
      .period { flex-wrap: wrap; padding: 8px 16px; }
      .calendar { margin: 0 0 8px; border-width: 1px 0; border-radius: 0; }
      .week.names, .day, .ev.from { display: none !important; }
      .week { display: block; }
      .ev, .ev.on { flex-wrap: wrap; gap: 0 8px; height: auto; min-height: 52px; margin: 8px 16px;
        padding: 7px 12px; border-radius: 8px; font-size: 15px; }
      .ev time { display: block; flex-basis: 100%; font-size: 12.5px; }
      .rest > summary { margin: 0 16px; line-height: 44px; }
      .calendar .none { display: block; padding: 40px 16px; text-align: center; }
      .gantt { display: block; }
      .gantt svg { display: none; }
      .gantt ul { position: static; padding: 0; border: 0; }
      .gantt li { flex-wrap: wrap; height: auto; padding: 8px 16px; }
      .gantt li .open { line-height: 28px; }
      .gantt li time { display: block; flex-basis: 100%; padding-left: 16px; color: var(--mute);
        font-size: 13px; }
    }

    """#
}
