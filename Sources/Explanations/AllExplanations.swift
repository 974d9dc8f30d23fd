import Diagnostics

extension Code {
  /// What stands behind this code. A code without one does not compile.
  public var explanation: Explanation {
    switch self {
    case .invalidUTF8: return .invalidUTF8
    case .utf16: return .utf16
    case .controlCharacter: return .controlCharacter
    case .tabIndentation: return .tabIndentation
    case .fileTooLarge: return .fileTooLarge
    case .tooManyNodes: return .tooManyNodes
    case .fullWidthPunctuation: return .fullWidthPunctuation
    case .tooDeep: return .tooDeep
    case .anchor: return .anchor
    case .tag: return .tag
    case .directive: return .directive
    case .secondDocument: return .secondDocument
    case .complexKey: return .complexKey
    case .duplicateKey: return .duplicateKey
    case .keyTooLong: return .keyTooLong
    case .mergeKey: return .mergeKey
    case .unreadable: return .unreadable
    case .unclosedQuote: return .unclosedQuote
    case .unclosedBracket: return .unclosedBracket
    case .badIndentation: return .badIndentation
    case .missingColon: return .missingColon
    case .colonInText: return .colonInText
    case .badStart: return .badStart
    case .badEscape: return .badEscape
    case .alias: return .alias
    case .carriageReturn: return .carriageReturn
    case .unusualSpace: return .unusualSpace
    case .tooManyMistakes: return .tooManyMistakes
    case .textAfterValue: return .textAfterValue
    case .commentInText: return .commentInText
    case .extraComma: return .extraComma
    case .extraBracket: return .extraBracket
    case .blockHeader: return .blockHeader
    case .unknownKey: return .unknownKey
    case .expectedMapping: return .expectedMapping
    case .expectedList: return .expectedList
    case .expectedText: return .expectedText
    case .expectedBoolean: return .expectedBoolean
    case .expectedWholeNumber: return .expectedWholeNumber
    case .missingKey: return .missingKey
    case .emptyValue: return .emptyValue
    case .keyOfOtherType: return .keyOfOtherType
    case .missingLanguage: return .missingLanguage
    case .undeclaredLanguage: return .undeclaredLanguage
    case .emptyCollection: return .emptyCollection
    case .rootNotMapping: return .rootNotMapping
    case .tooMany: return .tooMany
    case .missingApp: return .missingApp
    case .outsideLimits: return .outsideLimits
    case .tooLong: return .tooLong
    case .badName: return .badName
    case .reservedName: return .reservedName
    case .declaredTwice: return .declaredTwice
    case .unknownType: return .unknownType
    case .unknownEntity: return .unknownEntity
    case .unknownField: return .unknownField
    case .unknownColumn: return .unknownColumn
    case .unknownRole: return .unknownRole
    case .unknownCurrency: return .unknownCurrency
    case .unknownTimeZone: return .unknownTimeZone
    case .unknownLanguage: return .unknownLanguage
    case .unknownOption: return .unknownOption
    case .unknownView: return .unknownView
    case .unknownWord: return .unknownWord
    case .noWayBack: return .noWayBack
    case .fieldDoesNotFit: return .fieldDoesNotFit
    case .badCondition: return .badCondition
    case .badViewName: return .badViewName
    case .entityWithoutView: return .entityWithoutView
    case .repeatedName: return .repeatedName
    case .notOfType: return .notOfType
    case .tooManyDecimals: return .tooManyDecimals
    case .minimumAboveMaximum: return .minimumAboveMaximum
    case .defaultOutsideRange: return .defaultOutsideRange
    case .defaultNotAllowed: return .defaultNotAllowed
    case .requiredAutoNumber: return .requiredAutoNumber
    case .longTextNotAllowed: return .longTextNotAllowed
    case .badPattern: return .badPattern
    case .badTitle: return .badTitle
    case .accessMissing: return .accessMissing
    case .roleWithoutAccess: return .roleWithoutAccess
    case .changeWithoutRead: return .changeWithoutRead
    case .mixedAudience: return .mixedAudience
    case .lockHeader: return .lockHeader
    case .lockLine: return .lockLine
    case .lockConflict: return .lockConflict
    case .lockDuplicate: return .lockDuplicate
    }
  }
}
