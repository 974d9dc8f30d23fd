import Diagnostics

// About tenon.lock.
extension Explanation {
  static let lockHeader = Explanation(
    summary: Message(zh: "锁文件的第一行不对", en: "the lock's first line is wrong"),
    what: Message(
      zh: "`tenon.lock` 记住每个实体和字段在数据库里的位置，由工具维护。第一行说明格式的版本。",
      en: """
        `tenon.lock` remembers where each entity and field lives in the database. The tool \
        keeps it. Its first line names the version of the format.
        """),
    why: Message(
      zh: "没有这些记录，所有字段都会被当成新的，原有的客户数据就对不上了。",
      en: """
        Without it all fields would count as new, and the data of existing customers would not \
        be found.
        """),
    example: .lock(
      wrong: """
        tenon.lock 9
        entity customer vehhffa5cy customer
        """,
      right: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        """),
    note: Message(
      zh: "从版本库恢复这个文件最可靠。版本号更大时，这个文件由更新的工具写成：更新工具。",
      en: """
        Restoring the file from version control is the surest way. A higher version was \
        written by a newer tool: update the tool.
        """))

  static let lockLine = Explanation(
    summary: Message(zh: "锁文件中有读不懂的行", en: "a line of the lock cannot be read"),
    what: Message(
      zh: "锁文件的每一行有四部分：种类、路径、标识、在数据库中的名称，用一个空格隔开。这一行缺了部分，或写法不对。",
      en: """
        Each line of the lock has four parts: kind, path, identity and the name in the \
        database, with one space between. This line lacks a part or has one of a wrong form.
        """),
    why: Message(
      zh: "这一行对应的字段会得到新的位置，数据库里原有的内容就不再显示。",
      en: """
        The field of this line would get a new place, and what the database holds for it would \
        no longer be shown.
        """),
    example: .lock(
      wrong: """
        tenon.lock 1
        entity customer
        """,
      right: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        """))

  static let lockConflict = Explanation(
    summary: Message(zh: "锁文件中有未解决的合并冲突", en: "the lock holds an unresolved merge conflict"),
    what: Message(
      zh: "两个人同时增加了字段，版本工具不知道怎样合并，就把两边的行都写进文件并做了标记。锁文件的每一行互相独立，两边都保留即可。",
      en: """
        Two people added fields at the same time, and the version control tool wrote the lines \
        of both into the file with marks around them. Lines of the lock are independent, so \
        both sides can stay.
        """),
    why: Message(
      zh: "删掉一边的行，就忘了那些字段在数据库里的位置，已经录入的内容会像丢了一样。",
      en: """
        Deleting the lines of one side forgets where those fields live in the database, and \
        what people entered would seem to be lost.
        """),
    example: .lock(
      wrong: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        <<<<<<< ours
        field customer.email p4tqk7wnse email
        =======
        field customer.phone amvbc5ivrg phone
        >>>>>>> theirs
        """,
      right: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        field customer.email p4tqk7wnse email
        field customer.phone amvbc5ivrg phone
        """))

  static let lockDuplicate = Explanation(
    summary: Message(zh: "锁文件中有重复的项", en: "an item occurs twice in the lock"),
    what: Message(
      zh: "每个实体和字段在锁文件里只有一行，每个标识也只出现一次。这一行重复了前面的某一行。",
      en: """
        Each entity and field has one line in the lock, and each identity occurs once. This \
        line repeats an earlier one.
        """),
    why: Message(
      zh: "两行说的位置不同，就不知道客户的电话存在哪一列。标识相同，两个字段会读写同一列，互相覆盖。",
      en: """
        When the two lines differ, nobody knows in which column the phone numbers are. With \
        one identity, two fields would share a column and overwrite each other.
        """),
    example: .lock(
      wrong: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        entity customer p4tqk7wnse customer
        """,
      right: """
        tenon.lock 1
        entity customer vehhffa5cy customer
        """),
    note: Message(
      zh: "保留与数据库一致的那一行，也就是先提交的那一行。",
      en: "Keep the line that fits the database: the one that was committed first."))
}
