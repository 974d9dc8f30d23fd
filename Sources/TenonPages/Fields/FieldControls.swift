/// The table of controls.
enum FieldControls {
  /// The control of a name in the blueprint, `money` or `money.capital`; nil when there is none.
  static func control(_ name: String) -> (any FieldControl)? {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard let keyword = parts.first, let base = byKeyword[String(keyword)] else { return nil }
    return parts.count == 1 ? base : look(String(parts[1]), base)
  }

  /// The words under `type:`.
  static let byKeyword: [String: any FieldControl] = [
    "text": TextControl(), "long_text": LongTextControl(), "email": EmailControl(),
    "phone": PhoneControl(), "url": WebAddressControl(), "secret": SecretControl(),
    "rating": RatingControl(), "multi_choice": MultiChoiceControl(),
    "attachment": AttachmentControl(), "image": ImageControl(), "integer": IntegerControl(),
    "decimal": DecimalControl(), "money": MoneyControl(), "percent": PercentControl(),
    "boolean": BooleanControl(), "date": DateControl(), "date_time": DateTimeControl(),
    "choice": ChoiceControl(), "stage": ChoiceControl(), "reference": ReferenceControl(),
    "department": ReferenceControl(), "person": PersonControl(),
    "auto_number": AutoNumberControl(), "markdown": MarkdownControl(), "code": CodeControl(),
    "json": CodeControl(), "person_name": PersonNameControl(), "id_card": IDCardControl(),
    "credit_code": CreditCodeControl(), "bank_card": BankCardControl(), "plate": PlateControl(),
    "address": AddressControl(), "color": ColorControl(), "icon": IconControl(),
    "barcode": BarcodeControl(), "qr_code": QRCodeControl(), "year_month": YearMonthControl(),
    "time": TimeControl(), "duration": DurationControl(),
  ]

  /// The words under `control:`.
  static let looks = [
    "slider", "progress", "capital", "radio", "pills", "list", "checkbox", "yes_no",
  ]

  private static func look(_ look: String, _ base: any FieldControl) -> (any FieldControl)? {
    switch look {
    case "slider": return SliderControl(base: base)
    case "progress": return ProgressControl(base: base)
    case "capital": return CapitalControl(base: base)
    case "radio": return RadioControl(base: base, isColoured: false)
    case "pills": return RadioControl(base: base, isColoured: true)
    case "list": return SelectListControl(base: base)
    case "checkbox":
      return base is MultiChoiceControl ? CheckListControl(base: base) : CheckboxControl(base: base)
    case "yes_no": return YesNoControl(base: base)
    default: return nil
    }
  }
}
