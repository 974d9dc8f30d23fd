extension Style {
  /// Files in lists, on records and in forms.
  static let files: StaticString = #"""
    .files { display: grid; gap: 2px;
      li { min-height: calc(var(--control) + 4px); }
      :is(a, label) { min-width: 0; }
      small { flex: none; }
    }
    .files img, .thumb, .shots img { flex: none; object-fit: cover; background: var(--over);
      border-radius: var(--radius); }
    .thumb { vertical-align: middle; margin-right: 4px; }
    .clip { display: inline-flex; align-items: center; gap: 4px; color: var(--ink-2); }
    .shots img { display: block; height: 120px; min-width: 60px; max-width: 100%;
      border-width: 1px; }
    .drop {
      display: grid; gap: 8px; padding: 10px 12px; border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
      &.over { border-color: var(--brand); background: var(--brand-soft); }
      li label { flex: 1; color: var(--ink); }
      [draggable] { cursor: grab; }
      progress { width: 96px; flex: none; }
      .cut { font-size: 18px; }
      [role=status]:empty { display: none; }
    }

    """#
}
