import Testing

@Suite struct GoldenBuilds {
}
