import Testing

@Suite struct FilterPatternBuilds {
}
