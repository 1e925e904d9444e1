import Testing

@Suite struct GenLintBuilds {
}
