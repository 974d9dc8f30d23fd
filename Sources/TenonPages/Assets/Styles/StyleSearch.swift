extension Style {
  /// The page of results.
  static let search: StaticString = #"""
    mark { border-radius: 2px; background: var(--warn-soft); color: inherit; }
    form.find .input { flex: 1; min-width: 0; }

    """#
}
