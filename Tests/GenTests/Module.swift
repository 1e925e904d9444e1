import Testing

@Suite struct GenBuilds {
}
