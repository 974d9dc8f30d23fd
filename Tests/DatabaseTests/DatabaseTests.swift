import Query
import Testing
import Values

@testable import TenonDatabase

@Suite struct DatabaseTests {
  @Test func keepsWhatWasWrittenAcrossClosing() throws {
    let folder = Folder()
    let first = try openCustomers(folder)
    let id = try first.writeAndWait { try $0.insert(Customer.values("甲 '\"; 𠮷"), proof(.create)) }
    #expect(id == 1)
    first.close()
    let second = try Database(path: folder.database)
    #expect(try names(second) == ["甲 '\"; 𠮷"])
    second.close()
  }
}
