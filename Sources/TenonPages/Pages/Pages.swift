/// The pages: each writes a whole HTML document that works without script.
public enum Pages {}
