import Diagnostics
import IR

/// The words of row rules with what they are called elsewhere.
enum RowWords {
  static let all = "all"
  static let none = "none"
  static let reach = "reach"

  static func isWord(_ name: String) -> Bool {
    name == all || name == none || RowWord(rawValue: name) != nil
  }

  static let candidates: [Candidate] =
    [
      (all, "everything any everyone everybody 全部 所有 所有记录 全部记录 *"),
      (none, "nothing nobody no 无 没有 无权"),
      (reach, "via through inherit inherited follows 继承 随 关联"),
    ].map { Candidate($0.0, also: Keyword.list($0.1)) }
    + RowWord.allCases.map { Candidate($0.rawValue, also: Keyword.list(also($0))) }

  private static func also(_ word: RowWord) -> String {
    switch word {
    case .own:
      return "owned mine my self owner own_records owner_only 我的 本人 自己 自己的 个人 仅本人 本人负责"
    case .department:
      return """
        dept own_department my_department same_department department_only own_dept team 本部门 部门 \
        我的部门 所在部门 仅本部门
        """
    case .below:
      return """
        below_department department_and_below own_department_and_below subordinates \
        sub_departments descendants children hierarchy 下级 本部门及下级 本部门及以下 下级部门 下属
        """
    case .headed:
      return "managed lead head manages leads manager 主管 所辖 我管理的 分管 负责的部门 管辖"
    case .shared: return "shared_with_me sharing share 共享 共享给我 共享给我的 分享"
    case .pool: return "unowned unassigned public_pool public_sea open_pool 公海 公共池 未分配 无主 线索池"
    }
  }
}
