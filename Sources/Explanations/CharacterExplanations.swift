import Diagnostics

// About characters that no keyboard shows.
extension Explanation {
  static let carriageReturn = Explanation(
    summary: Message(zh: "行尾是单独的回车符", en: "lines end in a carriage return alone"),
    what: Message(
      zh: "每一行的结尾有一个看不见的字符。很旧的苹果软件和个别导出工具在这里写回车符（CR），今天的文件用换行符（LF）或两者连用（CRLF）。",
      en: """
        Each line ends in a character that nobody sees. Very old software and some export \
        tools write a carriage return (CR) there; files of today have a line feed (LF) or both \
        (CRLF).
        """),
    why: Message(
      zh: "如果照样读下去，整个文件会变成一行，第一个 `#` 以后的字段和权限都成了注释。",
      en: """
        If the file were read as it is, all of it would be one line, and every field and right \
        after the first `#` would be a comment.
        """),
    example: .described(
      wrong: Message(
        zh: "从旧软件导出的文件，行尾是回车符（CR）",
        en: "a file from old software whose lines end in a carriage return (CR)"),
      right: Message(
        zh: "同一个文件，在编辑器中把行尾改为 LF 后保存",
        en: "the same file, saved again with the line ends LF")))

  static let unusualSpace = Explanation(
    summary: Message(zh: "用了全角空格或其他特殊空格", en: "a full-width or another unusual space"),
    what: Message(
      zh: "中文输入法和网页会带来看起来一样、其实不同的空格。冒号后面和行首的空格必须是普通空格；文字内部可以使用全角空格。",
      en: """
        Input methods and web pages bring spaces that look alike and are other characters. \
        After a colon and at the start of a line the space must be the ordinary one; inside a \
        text a full-width space is welcome.
        """),
    why: Message(
      zh: "全角空格不会把键和值分开，也不算缩进：电话这一栏会不见，或者跑到别的实体下面。",
      en: """
        A full-width space separates no key from its value and counts as no indentation: the \
        box for the phone number would be missing, or move to another entity.
        """),
    example: .yaml(
      .fields,
      wrong: "phone:　text",
      right: "phone: text"))

  static let tooManyMistakes = Explanation(
    summary: Message(
      zh: "文件里的书写错误太多", en: "too many mistakes of writing in one file"),
    what: Message(
      zh: "一个文件里书写错误很多时，后面的内容不再检查。多半是整个文件都用全角标点写成，或用了不支持的写法。",
      en: """
        When a file holds very many mistakes of writing, the rest of it is not checked. Usually \
        the whole file was written with full-width punctuation, or in a way that is not supported.
        """),
    why: Message(
      zh: "上千条同样的信息没有人会读。先改正这一类，才看得到真正影响客户和订单的错误。",
      en: """
        Nobody reads a thousand findings of one kind. With these mended, the mistakes that \
        matter for customers and orders can be seen.
        """),
    example: .described(
      wrong: Message(
        zh: "一个文件，几千处冒号和逗号都是全角",
        en: "a file in which thousands of colons and commas are full-width"),
      right: Message(
        zh: "在编辑器中把全角冒号和逗号统一替换为半角",
        en: "the same file, with full-width colons and commas replaced in the editor")))
}
