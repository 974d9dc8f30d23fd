/// Files.
extension Phrase {
  static let chooseFiles = Phrase("选择文件，或拖到这里", "Choose files or drop them here")
  static let removeFile = Phrase("移除", "Remove")
  static let moveFile = Phrase("按住 Alt 和上下箭头可调整顺序", "Alt with the arrow up or down moves it")
  static let uploadFailed = Phrase("没有上传成功，可再试一次。", "Not uploaded. Try again.")
  static let keepFiles = Phrase("取消勾选的文件在保存时移除。", "Files without a tick are removed when you save.")
  static let problemFileSize = Phrase(
    "“{1}”超过 {2} MB，没有上传", "“{1}” is larger than {2} MB and was not uploaded")
  static let problemNoImage = Phrase(
    "{1}只能放图片（PNG、JPEG、WebP 或 GIF）", "{1} takes pictures only (PNG, JPEG, WebP or GIF)")
}
