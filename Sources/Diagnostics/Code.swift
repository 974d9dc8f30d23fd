/// The registry of codes. A number is never used again: a retired one stays as a comment.
///
/// TN1 text and YAML, TN2 shape and keywords, TN3 names and references, TN4 types and expressions,
/// TN7 access, TN8 lock and evolution, TN9 building.
public enum Code: String, Sendable, CaseIterable {
  case invalidUTF8 = "TN1001"
  case utf16 = "TN1002"
  case controlCharacter = "TN1003"
  case tabIndentation = "TN1004"
  case fileTooLarge = "TN1005"
  case tooManyNodes = "TN1006"
  case fullWidthPunctuation = "TN1007"
  case tooDeep = "TN1008"
  case anchor = "TN1009"
  case tag = "TN1010"
  case directive = "TN1011"
  case secondDocument = "TN1012"
  case complexKey = "TN1013"
  case duplicateKey = "TN1014"
  case keyTooLong = "TN1015"
  case mergeKey = "TN1016"
  case unreadable = "TN1017"
  case unclosedQuote = "TN1018"
  case unclosedBracket = "TN1019"
  case badIndentation = "TN1020"
  case missingColon = "TN1021"
  case colonInText = "TN1022"
  case badStart = "TN1023"
  case badEscape = "TN1024"
  case alias = "TN1025"
  case carriageReturn = "TN1026"
  case unusualSpace = "TN1027"
  case tooManyMistakes = "TN1028"
  case textAfterValue = "TN1029"
  case commentInText = "TN1030"
  case extraComma = "TN1031"
  case extraBracket = "TN1032"
  case blockHeader = "TN1033"

  case unknownKey = "TN2001"
  case expectedMapping = "TN2002"
  case expectedList = "TN2003"
  case expectedText = "TN2004"
  case expectedBoolean = "TN2005"
  case expectedWholeNumber = "TN2006"
  case missingKey = "TN2007"
  case emptyValue = "TN2008"
  case keyOfOtherType = "TN2009"
  case missingLanguage = "TN2010"
  case undeclaredLanguage = "TN2011"
  case emptyCollection = "TN2012"
  case rootNotMapping = "TN2013"
  case tooMany = "TN2014"
  case missingApp = "TN2015"
  case outsideLimits = "TN2016"
  case tooLong = "TN2017"

  case badName = "TN3001"
  case reservedName = "TN3002"
  case declaredTwice = "TN3003"
  case unknownType = "TN3004"
  case unknownEntity = "TN3005"
  case unknownField = "TN3006"
  case unknownColumn = "TN3007"
  case unknownRole = "TN3008"
  case unknownCurrency = "TN3009"
  case unknownTimeZone = "TN3010"
  case unknownLanguage = "TN3011"
  case unknownOption = "TN3012"
  case badViewName = "TN3013"
  case entityWithoutView = "TN3014"
  case repeatedName = "TN3015"
  case unknownView = "TN3016"
  case unknownWord = "TN3017"
  case noWayBack = "TN3018"

  case notOfType = "TN4001"
  case tooManyDecimals = "TN4002"
  case minimumAboveMaximum = "TN4003"
  case defaultOutsideRange = "TN4004"
  case defaultNotAllowed = "TN4005"
  case requiredAutoNumber = "TN4006"
  case longTextNotAllowed = "TN4007"
  case badPattern = "TN4008"
  case badTitle = "TN4009"
  case fieldDoesNotFit = "TN4010"
  // TN4011, a condition that could not be read, is retired: TN4101 says it now.

  case badExpression = "TN4101"
  case expressionSpelling = "TN4102"
  case expressionLimit = "TN4103"
  case unknownFunction = "TN4104"
  case misplacedInExpression = "TN4105"
  case wrongOperand = "TN4106"
  case mayBeUndefined = "TN4107"
  case wrongArguments = "TN4108"
  case notInThisPlace = "TN4109"
  case blankCondition = "TN4110"
  case blankMayGrant = "TN4111"
  case needsLive = "TN4112"
  case besideValue = "TN4113"
  case badMatch = "TN4114"
  case beyondRange = "TN4115"
  case badWorkHours = "TN4116"
  case noTable = "TN4117"
  case badHolidays = "TN4118"
  case cyclicValue = "TN4301"

  case accessMissing = "TN7001"
  case roleWithoutAccess = "TN7002"
  case changeWithoutRead = "TN7003"
  case mixedAudience = "TN7004"
  case misplacedRowWord = "TN7005"
  case ambiguousRowWord = "TN7006"
  case maskNotText = "TN7007"
  case idleLimit = "TN7008"
  case badLimit = "TN7009"
  case cyclicReach = "TN7010"
  case createNeedsField = "TN7011"
  case offeredWithoutRead = "TN7012"
  case builtInRights = "TN7013"
  case idleDeclassification = "TN7014"

  case lockHeader = "TN8001"
  case lockLine = "TN8002"
  case lockConflict = "TN8003"
  case lockDuplicate = "TN8004"

  case notBuiltYet = "TN9001"

  /// What a finding of this code means for the build.
  public var severity: Severity {
    self == .roleWithoutAccess || self == .mayBeUndefined ? .warning : .error
  }

  /// Area and name in words, as `shape/unknown-key`.
  public var rule: String { Code.rules[self] ?? rawValue }

  private static let rules = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.words) })

  private var words: String {
    var name = ""
    var previousIsUpper = false
    for character in "\(self)" {
      if character.isUppercase {
        if !previousIsUpper { name += "-" }
        name += character.lowercased()
      } else {
        name.append(character)
      }
      previousIsUpper = character.isUppercase
    }
    return area + "/" + name
  }

  private var area: String {
    switch rawValue.utf8[rawValue.utf8.index(rawValue.startIndex, offsetBy: 2)] {
    case UInt8(ascii: "1"): return "text"
    case UInt8(ascii: "2"): return "shape"
    case UInt8(ascii: "3"): return "name"
    case UInt8(ascii: "4"): return "type"
    case UInt8(ascii: "7"): return "access"
    case UInt8(ascii: "9"): return "build"
    default: return "lock"
    }
  }
}
