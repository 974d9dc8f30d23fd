import Diagnostics
import Values

/// The entities that every application has: people who sign in, departments, and the positions
/// that people hold in them. They are like declared ones for every later stage; their identities
/// and physical names never change.
public enum People {
  public static let user = StableID("tenon-user")
  public static let department = StableID("tenon-department")
  public static let position = StableID("tenon-position")
  /// Names that a definition cannot give to entities of its own.
  public static let names = ["user", "department", "position"]

  /// The identity of the one with this name; nil for any other name.
  public static func entity(named name: String) -> StableID? {
    switch name {
    case "user": return user
    case "department": return department
    case "position": return position
    default: return nil
    }
  }

  /// The entities, worded in the application's languages; a user's roles are the application's.
  /// Everyone reads them, administrators write them.
  public static func entities(languages: [String], roles: [Role]) -> [Entity] {
    let maker = PeopleMaker(languages: languages, roles: roles)
    return [maker.user(), maker.department(), maker.position()]
  }

  /// Their lists, one each.
  public static func views(languages: [String], roles: [Role]) -> [View] {
    let maker = PeopleMaker(languages: languages, roles: roles)
    return [maker.userView(), maker.departmentView(), maker.positionView()]
  }
}

private struct PeopleMaker {
  let languages: [String]
  let roles: [Role]
  private let nowhere = Span(file: 0, start: 0, end: 0)

  init(languages: [String], roles: [Role]) {
    self.languages = languages
    self.roles = roles
  }

  // MARK: Entities

  func user() -> Entity {
    let languageNames = ["zh": "中文", "en": "English"]
    var entity = Entity(
      id: People.user, name: "user", physicalName: "tenon_user", label: words("人员", "Person"),
      plural: words("人员", "People"), icon: "users", title: Title(parts: [.field(1)]),
      fields: [
        field("user", "login", .text(maxLength: 100), "账号", "Login", isRequired: true),
        field("user", "name", .text(maxLength: 100), "姓名", "Name", isRequired: true),
        field("user", "position", .text(maxLength: 100), "职位", "Job title"),
        field("user", "department", .department, "部门", "Department"),
        field("user", "phone", .phone, "电话", "Phone"),
        field("user", "email", .email, "邮箱", "Email"),
        field(
          "user", "roles",
          .multiChoice(roles.map { option("user.roles", $0.name, $0.label) }), "角色", "Roles"),
        field(
          "user", "language",
          .choice(
            languages.map {
              option("user.language", $0, words(languageNames[$0] ?? $0, languageNames[$0] ?? $0))
            }), "语言", "Language"),
        field("user", "photo", .image(limit: 1), "头像", "Photo"),
        field(
          "user", "active", .boolean, "在用", "Active", isRequired: true,
          defaultValue: .integer(1)),
      ],
      uniqueKeys: [key("user", "tenon_uk_user_login", [0])], access: access, isBuiltIn: true,
      origin: nowhere)
    entity.subforms = [
      Subform(
        name: "positions", label: words("兼任岗位", "Positions"),
        help: words(
          "在其他部门的岗位；勾选“负责人”即为该部门负责人之一。",
          "Posts in further departments. Who is ticked as head is one of the department's heads."),
        entity: People.position, by: 0, columns: [1, 2, 3], origin: nowhere)
    ]
    entity.sections = [
      Section(label: nil, items: entity.fields.indices.map { .field($0) }),
      Section(label: nil, items: [.subform(0)]),
    ]
    return entity
  }

  func department() -> Entity {
    var entity = Entity(
      id: People.department, name: "department", physicalName: "tenon_department",
      label: words("部门", "Department"), plural: words("部门", "Departments"), icon: "building",
      title: Title(parts: [.field(0)]),
      fields: [
        field("department", "name", .text(maxLength: 100), "部门名称", "Name", isRequired: true),
        field("department", "code", .text(maxLength: 50), "部门编码", "Code"),
        field("department", "parent", .department, "上级部门", "Parent department"),
        field("department", "head", .person, "负责人", "Head"),
      ],
      uniqueKeys: [key("department", "tenon_uk_department_code", [1])], access: access,
      isBuiltIn: true, origin: nowhere)
    entity.sections = [Section(label: nil, items: entity.fields.indices.map { .field($0) })]
    return entity
  }

  func position() -> Entity {
    var entity = Entity(
      id: People.position, name: "position", physicalName: "tenon_position",
      label: words("岗位", "Position"), plural: words("岗位", "Positions"), icon: "briefcase",
      title: Title(parts: [.field(2)]),
      fields: [
        field("position", "person", .person, "人员", "Person", isRequired: true),
        field("position", "department", .department, "部门", "Department", isRequired: true),
        field("position", "name", .text(maxLength: 100), "岗位名称", "Name", isRequired: true),
        field(
          "position", "head", .boolean, "负责人", "Head", isRequired: true,
          defaultValue: .integer(0)),
      ],
      uniqueKeys: [key("position", "tenon_uk_position", [0, 1, 2])], access: access,
      isBuiltIn: true, origin: nowhere)
    entity.sections = [Section(label: nil, items: entity.fields.indices.map { .field($0) })]
    return entity
  }

  /// Everyone sees colleagues; administrators change them.
  private var access: Access {
    let administrators = Audience.roles(roles.indices.filter { roles[$0].isAdministrator })
    return Access(
      [
        .read: Access.Given(.everyone, at: nowhere),
        .create: Access.Given(administrators, at: nowhere),
        .update: Access.Given(administrators, at: nowhere),
        .delete: Access.Given(administrators, at: nowhere),
        .export: Access.Given(administrators, at: nowhere),
      ], origin: nowhere)
  }

  // MARK: Views

  func userView() -> View {
    View(
      id: StableID("tenon-user-all"), name: "all", entity: People.user,
      label: words("全部人员", "Everyone"),
      columns: [1, 2, 3, 4, 5, 6, 9].map { .field($0) }, filters: [3, 9].map { .field($0) },
      sorts: [
        View.Sort(column: .field(1), descending: false),
        View.Sort(column: .createdAt, descending: true),
      ], origin: nowhere)
  }

  func departmentView() -> View {
    View(
      id: StableID("tenon-department-all"), name: "all", entity: People.department,
      label: words("全部部门", "All departments"), columns: [0, 1, 2, 3].map { .field($0) },
      filters: [.field(2)], sorts: [View.Sort(column: .field(0), descending: false)],
      origin: nowhere)
  }

  func positionView() -> View {
    View(
      id: StableID("tenon-position-all"), name: "all", entity: People.position,
      label: words("全部岗位", "All positions"), columns: [2, 0, 1, 3].map { .field($0) },
      filters: [.field(1), .field(0)], sorts: [View.Sort(column: .field(2), descending: false)],
      origin: nowhere)
  }

  // MARK: Parts

  private func field(
    _ entity: String, _ name: String, _ type: FieldType, _ zh: String, _ en: String,
    isRequired: Bool = false, defaultValue: Value = .blank
  ) -> Field {
    Field(
      id: StableID("tenon-\(entity)-\(name)"), name: name, physicalName: name,
      label: words(zh, en), help: nil, type: type, isRequired: isRequired,
      defaultValue: defaultValue, origin: nowhere)
  }

  private func option(_ field: String, _ name: String, _ label: Words) -> Option {
    Option(
      id: StableID("tenon-\(field)-\(name)"), name: name, physicalName: name, label: label,
      origin: nowhere)
  }

  private func key(_ entity: String, _ name: String, _ fields: [Int]) -> UniqueKey {
    UniqueKey(
      id: StableID("tenon-\(entity)-key"), physicalName: name, fields: fields, origin: nowhere)
  }

  private func words(_ zh: String, _ en: String) -> Words {
    Words(languages.map { Words.Wording(language: $0, text: $0 == "zh" ? zh : en) })
  }
}
