/// The pages: each writes a whole HTML document that works without script.
public enum Pages {
  /// Writes the sign-in page.
  public static func render(_ page: SignInPage, into out: inout HTMLWriter) {}
  /// Writes one page of a list.
  public static func render(_ page: ListPage, frame: FrameModel, into out: inout HTMLWriter) {}
  /// Writes a record to read.
  public static func render(_ page: RecordPage, frame: FrameModel, into out: inout HTMLWriter) {}
  /// Writes a form that creates or edits.
  public static func render(_ page: FormPage, frame: FrameModel, into out: inout HTMLWriter) {}
  /// Writes what went wrong, inside the frame when someone is signed in.
  public static func render(_ page: ProblemPage, into out: inout HTMLWriter) {}
}
