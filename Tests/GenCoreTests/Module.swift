import Testing

@Suite struct GenCoreBuilds {
}
