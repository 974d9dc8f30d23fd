/// Values of fields.
extension Phrase {
  static let starsOf = Phrase("{1} 星，满分 {2} 星", "{1} of {2} stars")
  static let noStars = Phrase("不评分", "No rating")
  static let fileCount = Phrase("{1} 个文件", "{1} files")
}
