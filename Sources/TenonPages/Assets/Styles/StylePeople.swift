extension Style {
  /// A person's own page, and how people come in.
  static let people: StaticString = #"""
    .page.narrow { display: grid; gap: 16px; max-width: 760px; }
    .person { display: flex; align-items: center; gap: 14px; }
    .person h1 { font-size: 20px; }
    .people .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 16px;
      margin-bottom: 16px; }
    .people .short { max-width: 380px; }
    .people .split { display: flex; align-items: center; justify-content: space-between;
      gap: 8px 24px; flex-wrap: wrap; }
    .people .split > p { flex: 1 1 320px; }
    .people .foot { padding: 10px 16px; border-top: 1px solid var(--line-soft); }
    .people .row > p { flex: 1; }
    .looks .switch { padding: 0; }
    .looks .switch > span { color: var(--ink-2); }
    .copy { flex-wrap: nowrap; }
    .leave { justify-self: start; }
    @media (max-width: 900px) {
      .people .fields { grid-template-columns: minmax(0, 1fr); }
      .leave { width: 100%; }
    }

    """#
}
