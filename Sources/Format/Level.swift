/// A block or a bracket that is open: what decides the indentation of the lines in it.
enum Level {
  case mapping(Block)
  /// `isIndentless`: its dashes stand below the key's first column.
  case sequence(Block, isIndentless: Bool)
  case flow(Brackets)

  /// Column of a block's keys or dashes, as it was and as it becomes.
  struct Block {
    let old: Int
    let new: Int
  }

  struct Brackets {
    let isMapping: Bool
    /// The line of the opening bracket: brackets of one line indent once.
    let line: Int
    /// Columns of a closing bracket and of anything else that begins a line.
    let outer: Int
    let inner: Int
  }

  var block: Block? {
    switch self {
    case .mapping(let block), .sequence(let block, _): return block
    case .flow: return nil
    }
  }
}

extension [Level] {
  /// The innermost bracket, when nothing but brackets is open inside it.
  var brackets: Level.Brackets? {
    if case .flow(let brackets) = last { return brackets }
    return nil
  }

  /// The innermost block; blocks never stand inside brackets.
  var block: Level.Block? { last { $0.block != nil }?.block }

  /// The column of what belongs to an entry of the innermost block.
  var inner: Int { block.map { $0.new + 2 } ?? 0 }
}
