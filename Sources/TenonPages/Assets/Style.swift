/// The style sheet, in the order in which it is joined.
enum Style {
  static let parts = [tokens, frame, controls, lists, records, phone]

  /// The icon of the browser tab: a joint, mortise and tenon.
  static let icon: StaticString = #"""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8"
    fill="#3b5bdb"/><path d="M8 10h16v4h-4v8h-8v-8H8z" fill="#fff"/></svg>
    """#
}
