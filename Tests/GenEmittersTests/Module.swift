import Testing

@Suite struct GenEmittersBuilds {
}
