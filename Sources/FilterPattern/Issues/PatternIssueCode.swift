/// The kinds of issue. The raw value is the number of the code catalogue; a number is never reused.
///
/// 50xx are errors, 51xx warn that the service's rule is not known, 52xx are lints.
public enum PatternIssueCode: Int, Hashable, Sendable, CaseIterable {
  case tooLong = 5001
  case notUTF8 = 5002
  case nulCharacter = 5003
  case unclosedPattern = 5004
  case invalidCharacter = 5005
  case invalidStructure = 5006
  case invalidRegex = 5007
  case duplicateField = 5008
  case severalNames = 5009
  case tooManyRegexes = 5010
  case wildcardsInSelector = 5011
  case wildcardsInPattern = 5012
  case orderingWithoutNumber = 5013
  case numberOutOfRange = 5014
  case reservedWord = 5015

  case undecidedRegexBlank = 5101
  case undecidedBareHyphen = 5102
  case undecidedEscape = 5103
  case undecidedBracketKey = 5104
  case undecidedWildcardOrdering = 5105
  case undecidedLineBreak = 5106
  case undecidedFieldHyphen = 5107
  case undecidedKeywordCase = 5108
  case undecidedRegexRepetition = 5109
  case undecidedRegexColon = 5110
  case undecidedNotEqualsAnything = 5111
  case undecidedNonASCII = 5112
  case undecidedFieldNotEqualsNumber = 5113
  case undecidedNumberText = 5114
  case undecidedInnerAsterisk = 5115
  case undecidedEmptyText = 5116
  case undecidedReservedFieldValue = 5117
  case undecidedDuplicateMember = 5118
  case undecidedBlanksAroundObject = 5119

  case booleanAsText = 5201
  case notEqualsMissing = 5202
  case alwaysTrue = 5203
  case neverTrue = 5204
  case idleClause = 5205
  case unquotedHyphen = 5206
  case ignoredOptionalTerms = 5207
  case orderingOnText = 5208
  case notEqualsAlternatives = 5209
  case regexQuota = 5210
  case invisibleCharacter = 5211
  case selectorInTerm = 5212
}
