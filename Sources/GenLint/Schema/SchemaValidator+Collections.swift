internal import Diagnostics
internal import Documents

extension SchemaValidator {
  /// The keywords over structures.
  mutating func validateObject(_ subject: Subject, _ entries: [Node.Entry], _ schema: Schema) {
    var present: [String] = []
    // What sets nothing, or may turn out to: it excludes and demands nothing.
    var empty: Set<String> = []
    for entry in entries {
      guard let name = entry.key.text else { continue }
      let reading = language.reading(of: entry.value)
      switch reading {
      case .absent:
        // Terraform looks at the name before the value.
        if language.mayYieldNothing, schema.property(name) == nil, schema.patternProperty(name) == nil,
          schema.denies("additionalProperties"), !language.isOpen(name)
        {
          report(.unknown(Subject(node: entry.value, name: name, key: entry.key.range), in: subject, schema))
        }
        continue
      case .branches where language.mayLeaveOut(entry.value) && schema.holds(name, in: "required"):
        if !isTentative { report(.sometimesMissing(name, in: subject, at: entry.key.range)) }
      case .unknown where language.mayYieldNothing: empty.insert(name)
      default: break
      }
      // An empty list makes no block.
      if entry.value.elements?.isEmpty ?? false, schema.texts("required").contains(name),
        let property = schema.property(name), property["block"] != nil, property["minItems"] == nil
      {
        continue
      }
      present.append(name)
      if let names = schema.schema("propertyNames") {
        validate(Subject(node: entry.key, name: name, key: entry.key.range), names)
      }
      // An empty list makes no block; empty braces make one, or a map that is set.
      let setsNothing =
        entry.value.elements?.isEmpty ?? (entry.value.entries?.isEmpty ?? false && !language.mayYieldNothing)
      if setsNothing { empty.insert(name) }
      let inner = Subject(node: entry.value, name: name, key: entry.key.range)
      if let property = schema.property(name) {
        if property.forbidsAll { report(.forbidden(inner, in: subject)) }
        if schema.holds(name, in: "readOnly") { report(.readOnly(inner)) }
        if schema.holds(name, in: "deprecated") { report(.deprecated(inner)) }
        validate(inner, property, known: reading)
      } else if let property = schema.patternProperty(name) {
        validate(inner, property, known: reading)
      } else if let other = schema.schema("additionalProperties") {
        validate(inner, other, known: reading)
      } else if schema.denies("additionalProperties"), !language.isOpen(name) {
        report(.unknown(inner, in: subject, schema))
      }
    }
    let left = schema.texts("complete").filter { name in !entries.contains { $0.key.text == name } }
    if !left.isEmpty { report(.incomplete(left, in: subject)) }
    var isOpen = false
    for entry in entries where entry.key.text.map(language.isOpen) ?? false {
      guard let given = language.names(givenBy: entry) else {
        isOpen = true
        continue
      }
      present += given.filter { !present.contains($0) }
      empty.formUnion(given)
    }
    if isOpen { noteUnknown() } else { validatePresence(subject, present, empty: empty, schema) }
  }

  /// Whether two properties of a structure may be set at once, as far as can be told. When a condition decides about each of
  /// them, it may be that one is set where the other is not.
  func areTogether(_ one: String, _ other: String, in subject: Subject) -> Bool {
    guard let left = subject.node[one], let right = subject.node[other] else { return false }
    let optional = [left, right].count { language.isOptional($0) }
    return optional == 0 || optional == 1 && !language.isDecidedElsewhere
  }

  private mutating func validatePresence(
    _ subject: Subject, _ present: [String], empty: Set<String>, _ schema: Schema
  ) {
    for name in schema.texts("required") {
      if !present.contains(name) {
        report(.missing(name, in: subject))
      } else if let value = subject.node[name], language.isOptional(value) {
        noteUnknown()
      }
    }
    for (name, others) in schema.lists("dependentRequired")
    where present.contains(name) && !(language.mayYieldNothing && empty.contains(name)) {
      for other in others where !present.contains(other) { report(.needs(name, other, in: subject)) }
    }
    let excluded = schema.lists("dependentExcluded")
    for (name, others) in excluded where present.contains(name) {
      for other in others
      where present.contains(other) && !empty.contains(other) && !empty.contains(name)
        && areTogether(name, other, in: subject)
      {
        // Two that exclude each other are told once, at the one that stands second.
        let isMutual = excluded.contains { $0.0 == other && $0.1.contains(name) }
        guard let first = subject.key(of: name), let second = subject.key(of: other) else { continue }
        if isMutual, second.start < first.start { continue }
        let isWhole = language.tellsPairsWhole
        report(
          isWhole
            ? .exclusive(subject, name, other, first, second)
            : .exclusive(subject, [name, other], at: second))
      }
    }
    let either = schema.texts("requiredXor")
    if !either.isEmpty {
      let count = either.filter(present.contains).count
      if count == 0 {
        report(.needsOne(subject, either))
      } else if count > 1,
        either.count(where: { present.contains($0) && !empty.contains($0) }) > 1 || !language.mayYieldNothing,
        either.contains(where: { one in
          either.contains { $0 != one && present.contains($0) && areTogether(one, $0, in: subject) }
        })
      {
        report(.exclusive(subject, either))
      }
    }
    if either.filter(present.contains).count == 1 { checkLeftOut(either, in: subject) }
    let some = schema.texts("requiredOr")
    if !some.isEmpty, !some.contains(where: present.contains) { report(.needsOne(subject, some)) }
    if some.filter(present.contains).count == 1 { checkLeftOut(some, in: subject) }
    checkCount(subject, present.count, schema, least: "minProperties", most: "maxProperties")
  }

  /// Of properties of which one is needed, the only one that is there must be there in every branch.
  private mutating func checkLeftOut(_ names: [String], in subject: Subject) {
    guard !isTentative else { return }
    for entry in subject.node.entries ?? [] {
      if let name = entry.key.text, names.contains(name), language.mayLeaveOut(entry.value) {
        report(.sometimesMissing(name, in: subject, at: entry.key.range))
      }
    }
  }

  /// The keywords over lists.
  mutating func validateList(_ subject: Subject, _ elements: [Node], _ schema: Schema) {
    let items = schema.schema("items")
    let first = schema.schemas("prefixItems")
    var isCertain = true
    var texts: [String: SourceRange] = [:]
    var count = 0
    var optional = 0
    for (index, element) in elements.enumerated() {
      let reading = language.reading(of: element)
      switch reading {
      case .absent: continue
      case .branches:
        isCertain = false
        if language.mayLeaveOut(element) { optional += 1 }
      case .unknown: isCertain = false
      case .plain, .text: break
      }
      count += 1
      let inner = Subject(node: element, name: subject.name, key: element.range)
      if let own = index < first.count ? first[index] : items { validate(inner, own, known: reading) }
      if schema.flag("uniqueItems"), let text = language.identity(of: element) {
        if let before = texts[text] { report(.duplicate(subject, element, first: before)) }
        texts[text] = element.range
      }
    }
    for key in schema.texts("uniqueKeys") { checkUnique(subject, elements, key) }
    if isCertain { checkCount(subject, count, schema, least: "minItems", most: "maxItems") }
    if let least = schema.integer("minItems"), optional > 0, count >= least, count - optional < least,
      !isTentative
    {
      report(.count(subject, count - optional, least: least))
    }
  }

  /// A property whose values must differ from element to element.
  private mutating func checkUnique(_ subject: Subject, _ elements: [Node], _ key: String) {
    var seen: [String: SourceRange] = [:]
    for element in elements {
      guard let value = element[key], let text = value.text, !text.isEmpty,
        case .plain = language.reading(of: value)
      else {
        continue
      }
      if let first = seen[text] {
        report(.duplicate(subject, value, key: key, first: first))
      } else {
        seen[text] = value.range
      }
    }
  }

  /// A Terraform block that is spelled as a list of objects.
  mutating func validateBlocks(_ subject: Subject, _ elements: [Node], _ schema: Schema) {
    for element in elements {
      guard let entries = element.entries else {
        if let inner = element.elements {
          validateBlock(Subject(node: element, name: subject.name, key: element.range), inner, schema)
        } else if case .absent = language.reading(of: element) {
          // Null in a list is a block that says nothing.
          validateObject(Subject(node: element, name: subject.name, key: element.range), [], schema)
        } else {
          report(
            .wrongType(Subject(node: element, name: subject.name, key: element.range), wanted: ["object"]))
        }
        continue
      }
      validateObject(Subject(node: element, name: subject.name, key: element.range), entries, schema)
    }
    if schema["block"]?.string == "single", elements.count > 1 {
      report(.count(subject, elements.count, "at most 1"))
    }
    checkCount(subject, elements.count, schema, least: "minItems", most: "maxItems")
  }

  /// A Terraform block that is spelled as a list of objects inside of such a list: together they are one block, which says each
  /// argument once.
  private mutating func validateBlock(_ subject: Subject, _ parts: [Node], _ schema: Schema) {
    for part in parts where part.entries == nil {
      report(.wrongType(Subject(node: part, name: subject.name, key: part.range), wanted: ["object"]))
    }
    var seen: [String: SourceRange] = [:]
    let entries = parts.flatMap { $0.entries ?? [] }
    for entry in entries {
      guard let name = entry.key.text, let property = schema.property(name), property["block"] == nil else {
        continue
      }
      if let first = seen[name] {
        report(.repeated(name, at: entry.key.range, first: first))
      } else {
        seen[name] = entry.key.range
      }
    }
    // One object that stands alone in it is named by its own place.
    let only = parts.count == 1 && parts[0].entries != nil ? parts[0].range : subject.key
    let whole = Node(.mapping(entries), range: subject.node.range)
    validateObject(Subject(node: whole, name: subject.name, key: only), entries, schema)
  }

  private mutating func checkCount(
    _ subject: Subject, _ count: Int, _ schema: Schema, least: StaticString, most: StaticString
  ) {
    if let bound = schema.integer(least), count < bound {
      report(.count(subject, count, "at least \(bound)"))
    }
    if let bound = schema.integer(most), count > bound { report(.count(subject, count, "at most \(bound)")) }
  }
}
