import Values

/// `time`: a time of day.
struct TimeControl: FormedText {
  var form: TextForm? { .time }
  var attributes: StaticString {
    #" type="time" autocomplete="off""#
  }
}
