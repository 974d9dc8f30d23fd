/// `address`: where something is, in one line over the whole width.
struct AddressControl: FormedText {
  var isWide: Bool { true }
  var attributes: StaticString { #" type="text" autocomplete="street-address""# }
}
